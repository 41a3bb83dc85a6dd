import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something handed out at a conference: a page of this Accord or a link elsewhere. */
@Entity('conference_material')
export class ConferenceMaterial {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  conferenceId: string;

  @Column('text')
  title: string;

  /** A path of this web app or an https address. */
  @Column('text')
  link: string;

  /** The thing in the library, where the link leads to one. */
  @Column('uuid', { nullable: true })
  resourceId: string | null;

  /** The team that showed it. */
  @Column('uuid', { nullable: true })
  teamId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  audience: string;

  /** For whom it was added, and by whom. */
  @Column('uuid', { nullable: true })
  organizationId: string | null;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz')
  at: Date;
}
