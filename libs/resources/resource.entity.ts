import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Licence } from './contract/licences.js';

export type ResourceForm = 'link' | 'file' | 'text';

/** Something a team shares: an address, a file or a text, with what it is about and who may read it. */
@Entity('resource')
export class Resource {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  form: ResourceForm;

  @Column('text')
  title: string;

  /** What it is and what it is good for, in a sentence or two. */
  @Column('text')
  summary: string;

  /** Markdown; only of a text. */
  @Column('text', { nullable: true })
  body: string | null;

  /** Only of a link. */
  @Column('text', { nullable: true })
  url: string | null;

  /** Only of a file. */
  @Column('uuid', { nullable: true })
  fileId: string | null;

  /** The member that shares it; whoever speaks for it may change it. */
  @Column('uuid')
  organizationId: string;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('text')
  audience: string;

  @Column('smallint', { array: true })
  principles: number[];

  @Column('text', { array: true })
  topics: string[];

  @Column('text')
  licence: Licence;

  /** The day on which its team wants to be asked whether it still holds. */
  @Column('date', { nullable: true })
  reviewOn: string | null;

  /** The last such day about which the team has been asked. */
  @Column('date', { nullable: true })
  reviewAsked: string | null;

  /** What its team says has taken its place. */
  @Column('uuid', { nullable: true })
  supersededBy: string | null;

  /** Counts up whenever the thing itself becomes another; words and tags do not count. */
  @Column('int')
  version: number;

  /** What changed in this version, in a line. */
  @Column('text', { nullable: true })
  versionNote: string | null;

  @Column('timestamptz')
  versionedAt: Date;

  /** What the team itself calls it in the inventory it came from. */
  @Column('text', { nullable: true })
  externalId: string | null;

  /** Of each column of that inventory, a mark of what the last import brought. */
  @Column('jsonb', { nullable: true })
  imported: Record<string, string> | null;

  /** Since when a steward has taken it down. */
  @Column('timestamptz', { nullable: true })
  hiddenAt: Date | null;

  @Column('text', { nullable: true })
  hiddenReason: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
