import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An ordered shelf of resources, kept by a district or sponsor, or by the sponsors of a conference for all who came. */
@Entity('collection')
export class Collection {
  @PrimaryColumn('uuid')
  id: string;

  /** Its permanent address; a new title does not change it. */
  @Column('text')
  slug: string;

  @Column('uuid')
  organizationId: string;

  /** A conference has one collection. */
  @Column('uuid', { nullable: true })
  conferenceId: string | null;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text')
  audience: string;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz', { nullable: true })
  hiddenAt: Date | null;

  @Column('text', { nullable: true })
  hiddenReason: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
