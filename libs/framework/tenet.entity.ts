import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the fifteen conditions for student success that the co-sponsors agreed on. */
@Entity('tenet')
export class Tenet {
  @PrimaryColumn('smallint')
  number: number;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  summary: string;
}
