import type { Finding } from '../file.entity.js';

export const PIXELS_MAX = 100_000_000;
/** Fewer are none: a scanned page may have a stray letter. */
export const LETTERS_A_PAGE = 5;

/** Draws a picture anew, so that nothing but the picture remains of it. */
export interface PictureTask {
  kind: 'picture';
  from: string;
  to: string;
  ending: string;
}

/** Takes the names of its makers out of a file, reads its words and what it says of itself, and draws its first page. */
export interface ReadTask {
  kind: 'read';
  path: string;
  ending: string;
  /** Where the file goes without those names. */
  anew: string;
  /** Where the preview goes, for kinds that have one. */
  preview: string | null;
}

export type Task = PictureTask | ReadTask;

export interface PictureDone {
  /** Why it was not drawn: it is no picture, or too large a one, or the disk is full. */
  problem: 'broken' | 'pixels' | 'full' | null;
}

export type PartKind = 'page' | 'slide' | 'sheet' | 'heading' | 'text';

export interface TextPart {
  kind: PartKind;
  label: string;
  text: string;
}

/** What a file says of itself, as far as it matters to those who cannot see it. */
export interface Facts {
  title: string | null;
  language: string | null;
  /** Only PDFs: whether it says what is a heading, a list, a table. */
  tagged?: boolean;
  /** Only PDFs: pages that were read and have no printed words, as a scanned one. */
  silentPages?: number;
  /** Pictures without a description of what they show. */
  undescribed?: number;
  headings?: number;
  /** Whether it still names who made it. */
  named?: boolean;
  /** Sheets that do not show at first sight. */
  hiddenSheets?: number;
  /** Whether others have remarked on it, in the file. */
  comments?: boolean;
  /** Whether it still shows who has put in and struck out what. */
  changes?: boolean;
}

export interface ReadDone {
  parts: TextPart[];
  /** Pages, slides or sheets; what is beyond the bound is counted and not read. */
  count: number;
  /** Whether it is so long that only its beginning has been read. */
  cut: boolean;
  locked: boolean;
  /** Whether it was written anew. */
  cleaned: boolean;
  facts: Facts;
  findings: Finding[];
  isContract: boolean;
  preview: { width: number; height: number } | null;
}

export type Done<T extends Task> = T extends PictureTask ? PictureDone : ReadDone;
