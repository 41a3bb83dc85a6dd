import { type Viewer, viewerPart } from '@app/people';
import type { LikenessLevels } from './contract/index.js';
import { type Traits, traitsJson } from './traits.js';

/** A district that somebody speaks for, as others are compared with it. */
export interface OwnDistrict extends Traits {
  id: string;
  name: string;
  slug: string;
}

interface OwnPart {
  levels: LikenessLevels | null;
  ours: { id: string; name: string; slug: string; traits: Traits }[] | null;
}

const PART = 'likeness';
const PRACTISED = 'likeness.practised';

/** What counts unless a reader says otherwise, as an SQL expression that answers JSON or null. */
export const LEVELS_SQL = `(select w.levels from likeness_weighting w order by w.at desc, w.id desc limit 1)`;

/** Tells every viewer what their districts are like and what counts, so that a list that compares needs no statement of its own for it. */
export const likenessPart = viewerPart<OwnPart>(
  PART,
  `select jsonb_build_object('levels', ${LEVELS_SQL}, 'ours',
     (select jsonb_agg(jsonb_build_object('id', lo.id, 'name', lo.name, 'slug', lo.slug, 'traits', ${traitsJson('lo', 'null::int[]')}) order by ls.since, ls.id)
      from seat ls join organization lo on lo.id = ls.organization_id where ls.account_id = a.id and ls.role <> 'observer' and lo.kind = 'district'))`,
  () => [],
);

/** The same for what they practise. `practised` answers rows of `organization_id` and `principle`, as `practisedRows` does. */
export const practisedPart = (practised: string) =>
  viewerPart<Record<string, number[]> | null>(
    PRACTISED,
    `select jsonb_object_agg(lp.organization_id, lp.principles) from (
       select p.organization_id, jsonb_agg(distinct p.principle) as principles from seat ls join (${practised}) p on p.organization_id = ls.organization_id
       where ls.account_id = a.id and ls.role <> 'observer' group by 1) lp`,
    () => [],
  );

/** The districts somebody speaks for, the one they have sat in longest first. Observers speak for none. */
export function ownDistricts(viewer: Viewer | null): OwnDistrict[] {
  const practised = (viewer?.parts[PRACTISED] as Record<string, number[]> | null | undefined) ?? {};
  const { ours } = (viewer?.parts[PART] as OwnPart | undefined) ?? { ours: null };
  const once = new Map((ours ?? []).map(({ id, name, slug, traits }) => [id, { id, name, slug, ...traits, principles: practised[id] ?? [] }]));
  return [...once.values()];
}

/** The district others are compared with: the one named, else the first. Null for whoever speaks for none. */
export function ownDistrict(viewer: Viewer | null, organizationId?: string | null): OwnDistrict | null {
  const ours = ownDistricts(viewer);
  return (organizationId ? ours.find(({ id }) => id === organizationId) : ours[0]) ?? null;
}

/** What counts for everybody: what the stewards have set last, and as usual where they have set nothing. */
export function defaultLevels(viewer: Viewer | null): LikenessLevels {
  return (viewer?.parts[PART] as OwnPart | undefined)?.levels ?? {};
}

/** What counts for all is for stewards; what counts on one's own page is for everybody. */
export function canSetDefaults(viewer: Viewer): boolean {
  return viewer.isSteward;
}
