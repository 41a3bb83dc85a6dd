import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What comes after a digest, so that even an empty one says something. */
export interface NextStep {
  /** What it is, beginning with a noun: "A message from Eleanor Marsh". */
  title: string;
  at: string;
  zone: string;
}

/** One digest to many districts, of what is new since a moment. */
@Entity('digest_edition')
export class DigestEdition {
  /** The id of the ladder's step that asked for it. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  conferenceId: string | null;

  /** What it follows: the conference's title. */
  @Column('text')
  title: string;

  @Column('text')
  path: string;

  @Column('timestamptz')
  since: Date;

  @Column('jsonb', { nullable: true })
  next: NextStep | null;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
