import { Column, Entity, PrimaryColumn } from 'typeorm';

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
