import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the subjects on which district teams pledge to work together. */
@Entity('topic')
export class Topic {
  @PrimaryColumn('text')
  slug: string;

  /** Its place in the pledge, from 1. */
  @Column('smallint')
  position: number;

  @Column('text')
  name: string;

  @Column('text')
  summary: string;
}
