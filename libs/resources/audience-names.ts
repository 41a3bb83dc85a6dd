import { type Get, Point } from '@app/platform/feature';

/** What a kind of audience is called, so that it can be offered to whoever posts: `conference:ID` is "Ridgeline 2026". */
export interface AudienceNames {
  /** What stands before the colon. */
  prefix: string;
  /** One statement for all ids; an id that is missing in the answer is not offered. */
  read: (get: Get, ids: readonly string[]) => Promise<Map<string, string>>;
}

export const audienceNames = new Point<AudienceNames>('resources.audience-names');
