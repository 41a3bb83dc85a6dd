import { type Get, Point } from '@app/platform/feature';
import type { Viewer } from './viewer.js';

/** Something a person wrote. It is theirs to read for ever, whatever seat they hold. */
export interface WrittenPiece {
  id: string;
  /** What it is, in a word or two: "Letter", "Practice". */
  kind: string;
  title: string;
  /** In the small markdown of posts; as they wrote it. */
  body: string;
  /** For which organization. */
  organization: string;
  /** To the microsecond, such as 2026-03-30T21:00:00.000000Z: the list is read on from it. */
  at: string;
  /** Its page, where the writer may still read it; null where they may not. */
  path: string | null;
}

/** What a feature keeps of a person's own words: up to `limit` pieces older than `before`, the latest first, by `at` and then `id`. Read with `Database.read`, so that all of them travel in one statement. */
export interface WritingSource {
  name: string;
  read: (get: Get, viewer: Viewer, before: { at: string; id: string } | null, limit: number) => Promise<WrittenPiece[]>;
}

export const writingSources = new Point<WritingSource>('people.writing');

/** The moment `column` as {@link WrittenPiece} wants it. */
export const exactly = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
