import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that somebody sent: what it is called, what it is, and the one thing it belongs to. */
@Entity('file')
export class StoredFile {
  @PrimaryColumn('uuid')
  id: string;

  /** Its name in the store; random, so that nothing a person typed ever becomes a path. */
  @Column('text')
  storedName: string;

  /** What it was called on the sender's computer, made safe to show. */
  @Column('text')
  originalName: string;

  @Column('text')
  mime: string;

  /** Without the dot: `pdf`. */
  @Column('text')
  ending: string;

  /** In bytes. */
  @Column('integer')
  size: number;

  @Column('text')
  sha256: string;

  @Column('uuid')
  uploadedBy: string;

  /** What it belongs to; null until the thing is saved, and then it is swept away after a day. */
  @Column('text', { nullable: true })
  attachedKind: string | null;

  @Column('uuid', { nullable: true })
  attachedId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
