import { type Viewer, viewerPart } from '@app/people';
import { READERS_ONLY } from '@app/organizations';

const PART = 'conferences';

/**
 * Adds to every viewer `conference:ID` for each conference that a team they now sit in attends or attended, or that
 * an organization they speak for sponsors.
 */
export const conferencesPart = viewerPart<string[] | null>(
  PART,
  `select jsonb_agg(distinct there.conference_id) from (
     select ct.conference_id from seat st join conference_team ct on ct.organization_id = st.organization_id and ct.status = 'attending'
       where st.account_id = a.id and st.role not in (${READERS_ONLY})
     union all
     select cs.conference_id from seat st join conference_sponsor cs on cs.organization_id = st.organization_id and cs.part <> 'supporter'
       where st.account_id = a.id and st.role not in (${READERS_ONLY})
   ) there`,
  (ids) => (ids ?? []).map((id) => `conference:${id}`),
);

/** The conferences somebody's team came to or whose sponsor they speak for. */
export function conferencesOf(viewer: Viewer | null): readonly string[] {
  return (viewer?.parts[PART] as string[] | null | undefined) ?? [];
}
