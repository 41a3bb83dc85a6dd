import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a steward did; `answered` is what the author said to it, `upheld` what the stewards said to that. */
export type DecisionVerb = 'dismissed' | 'taken_down' | 'restored' | 'answered' | 'upheld';

/** A line of the trail: who did what, when and why. Lines are added and never changed; the table refuses it. */
@Entity('decision')
export class Decision {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  verb: DecisionVerb;

  @Column('text')
  kind: string;

  @Column('uuid')
  subjectId: string;

  /** The report on which it was decided. */
  @Column('uuid')
  reportId: string;

  /** The taking down that this is an answer to, or upholds. */
  @Column('uuid', { nullable: true })
  answersId: string | null;

  @Column('uuid')
  byId: string;

  @Column('text')
  words: string;

  @Column('timestamptz')
  at: Date;
}
