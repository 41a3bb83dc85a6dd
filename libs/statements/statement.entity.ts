import { Column, type ColumnOptions, Entity, PrimaryColumn } from 'typeorm';

/** What a district's team is writing about how it works together. What is put up and signed stands in signatures. */
@Entity('statement')
export class Statement {
  @PrimaryColumn('uuid')
  organizationId: string;

  @Column('text', { insert: false, update: false } as ColumnOptions)
  audience: string;

  /** Null once it was put up for signature, until somebody writes again. */
  @Column('text', { nullable: true })
  draft: string | null;

  @Column('uuid', { nullable: true })
  draftedBy: string | null;

  @Column('timestamptz', { nullable: true })
  draftedAt: Date | null;

  /** Counts every change, so that two who write at once do not overwrite each other. */
  @Column('integer')
  revision: number;
}
