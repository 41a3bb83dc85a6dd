import { type Get, Point } from '@app/platform/feature';

/** A district for which a digest is put together. */
export interface DigestDistrict {
  organizationId: string;
  /** The audience keys its seats share: `public`, `members`, `team:ID`, `conference:ID`. */
  keys: readonly string[];
}

/** For whom digests are put together at once: districts, each with what its team may read. */
export interface DigestReaders {
  districts: readonly DigestDistrict[];
  /** What is newer than this is new to them. */
  since: Date;
  conferenceId: string | null;
}

export interface DigestItem {
  title: string;
  /** The page, as a path of this web app. */
  path: string;
  /** Who and when, or why it is for them, in a few words. */
  note?: string;
}

/**
 * A part of a digest that a feature contributes. `read` answers for all districts at once, in a fixed number of
 * statements; a district that is missing has nothing new. What districts share is ranked once for each audience, not once
 * for each district: {@link newsFor} then says who gets what.
 */
export interface DigestSection {
  name: string;
  title: string;
  /** The lower, the earlier it stands; 50 unless said. */
  rank?: number;
  read: (get: Get, readers: DigestReaders) => Promise<Map<string, DigestItem[]>>;
}

export const digestSections = new Point<DigestSection>('digests.sections');

/** How many items of a section one district gets at most. */
export const SHOWN = 5;
/** How many of the best of each audience are looked at: what a district did itself is no news to it and is passed over. */
export const LOOKED_AT = 20;

/** Every audience that one of these districts may read. */
export function audiencesOf({ districts }: DigestReaders): string[] {
  return [...new Set(districts.flatMap(({ keys }) => keys))];
}

/** Gives each district the first of `rows` that it may read and for which `itemFor` has something to say to it. The best come first. */
export function newsFor<Row extends { audience: string }>({ districts }: DigestReaders, rows: readonly Row[], itemFor: (row: Row, district: DigestDistrict) => DigestItem | null): Map<string, DigestItem[]> {
  const byAudience = new Map<string, { row: Row; place: number }[]>();
  for (const [place, row] of rows.entries()) {
    const known = byAudience.get(row.audience);
    if (known) known.push({ row, place });
    else byAudience.set(row.audience, [{ row, place }]);
  }
  const news = new Map<string, DigestItem[]>();
  for (const district of districts) {
    const readable = [...new Set(district.keys)].flatMap((key) => byAudience.get(key) ?? []).sort((a, b) => a.place - b.place);
    const items: DigestItem[] = [];
    for (const { row } of readable) {
      const item = itemFor(row, district);
      if (item && items.push(item) === SHOWN) break;
    }
    if (items.length > 0) news.set(district.organizationId, items);
  }
  return news;
}
