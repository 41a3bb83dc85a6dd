import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the ten principles in action. Its number is its key, here and wherever something is tagged with it. */
@Entity('principle')
export class Principle {
  @PrimaryColumn('smallint')
  number: number;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  /** Two or three words, for tags and the heads of rows. */
  @Column('text')
  shortName: string;

  @Column('text')
  summary: string;
}
