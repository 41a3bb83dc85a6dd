import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Waiting to be read; read; without words, as a scanned page is; not to be read by us; or of a kind that has no words. */
export type FileReading = 'waiting' | 'read' | 'no_text' | 'unreadable' | 'not_read';

/** Something in a file that looks like data of pupils. */
export interface Finding {
  code: string;
  count: number;
  /** The parts in which it was seen, by their labels; at most a few. */
  where: string[];
}

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

  /** The organization against whose room it counts; null until that is known. */
  @Column('uuid', { nullable: true })
  chargedTo: string | null;

  /** What the virus scanner said; null while it has not been asked. */
  @Column('text', { nullable: true })
  scan: 'clean' | 'infected' | null;

  /** Whether its words have been read. */
  @Column('text', { default: 'waiting' })
  reading: FileReading;

  /** Whether it is so long that only its beginning has been read. */
  @Column('boolean', { default: false })
  cut: boolean;

  /** What would make it easier to use for everybody; codes that the page has words for. */
  @Column('text', { array: true, default: '{}' })
  advice: string[];

  /** What looks like data of pupils: where, and never what. */
  @Column('jsonb', { default: [] })
  findings: Finding[];

  /** When somebody who may said that the findings are none. */
  @Column('timestamptz', { nullable: true })
  clearedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
