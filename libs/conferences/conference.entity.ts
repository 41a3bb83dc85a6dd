import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something the sources say of a conference of the past, with where it is said. */
export interface ConferenceFact {
  text: string;
  source: string;
}

/** A convening of district teams by co-sponsors. Its end is what every follow-up is counted from. */
@Entity('conference')
export class Conference {
  @PrimaryColumn('uuid')
  id: string;

  /** Its place in addresses: `/conferences/denver-2011`. Never changes. */
  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  city: string;

  @Column('text', { nullable: true })
  state: string | null;

  /** As IANA names it, such as America/Chicago: where its clocks are. */
  @Column('text')
  zone: string;

  /** Null only in history, where the hours are not known. */
  @Column('timestamptz', { nullable: true })
  startsAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  /** The days of a conference of the past; null where the sources name none. */
  @Column('date', { nullable: true })
  firstDay: string | null;

  @Column('date', { nullable: true })
  lastDay: string | null;

  /** When it ended in fact and its ladder began; null before. */
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  summary: string | null;

  @Column('text', { nullable: true })
  theme: string | null;

  /** Numbers of the principles that its theme is about. */
  @Column('smallint', { array: true, default: [] })
  principles: number[];

  /** Slugs of the topics that its theme is about. */
  @Column('text', { array: true, default: [] })
  topics: string[];

  @Column('jsonb', { default: [] })
  facts: ConferenceFact[];

  @Column('text', { default: 'public' })
  audience: string;

  /** A conference before Accord, told from the sources. */
  @Column('boolean', { default: false })
  history: boolean;

  @Column('boolean', { default: false })
  invented: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
