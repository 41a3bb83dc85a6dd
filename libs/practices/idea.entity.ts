import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that other districts have done under a principle; the record does not say which. */
@Entity('idea')
export class Idea {
  @PrimaryColumn('smallint')
  principle: number;

  /** Its place in the block of its principle, from 1. */
  @PrimaryColumn('smallint')
  position: number;

  @Column('text')
  title: string;

  @Column('text')
  text: string;

  @Column('text')
  sourceFile: string;

  @Column('text')
  sourceLines: string;
}
