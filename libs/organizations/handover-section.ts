import { type Get, Point } from '@app/platform/feature';
import type { Viewer } from '@app/people';

export interface HandoverItem {
  title: string;
  /** The page, as a path of this web app. */
  path: string;
  /** Who and when, or what is asked, in a few words. */
  note?: string;
}

/**
 * A part of the brief of whoever takes over a leading seat: what is going on for the organization in one feature.
 * `read` answers what the viewer may read, at most {@link BRIEF_ITEMS} items, the most pressing first, in a fixed number of statements.
 */
export interface HandoverSection {
  name: string;
  title: string;
  /** The lower, the earlier it stands; 50 unless said. */
  rank?: number;
  read: (get: Get, viewer: Viewer, organizationId: string) => Promise<HandoverItem[]>;
}

export const BRIEF_ITEMS = 8;

export const handoverSections = new Point<HandoverSection>('organizations.handover-sections');
