import { Database } from '@app/platform/database';
import { exactly, type WritingSource, type WrittenPiece } from '@app/people';
import { BRIEF_ITEMS, type HandoverSection } from '@app/organizations';

/** What a team has signed and what waits for it, for whoever takes over one of its seats: signatures are the seat's. */
export const signedBrief: HandoverSection = {
  name: 'signatures',
  title: 'What your team has signed',
  rank: 18,
  read: async (get, viewer, organizationId) => {
    const rows = await get(Database).query<{ id: string; title: string; state: 'open' | 'complete'; day: string }>(
      `select a.id, a.title, a.state, to_char(coalesce(a.completed_at, a.created_at), 'YYYY-MM-DD') as day from joint_act a
       where a.state in ('open', 'complete') and a.audience = any($2) and exists (select 1 from joint_act_seat s where s.act_id = a.id and s.organization_id = $1)
       order by a.state desc, coalesce(a.completed_at, a.created_at) desc limit ${BRIEF_ITEMS}`,
      [organizationId, viewer.keys],
    );
    return rows.map(({ id, title, state, day }) => ({ title, path: `/acts/${id}`, note: state === 'open' ? `waits for signatures since ${day}` : `signed by all on ${day}` }));
  },
};

/** What somebody has signed, for whichever seat: whoever has signed reads it for ever. */
export const ownSignatures: WritingSource = {
  name: 'signatures',
  read: (get, viewer, before, limit) =>
    get(Database).read<WrittenPiece>(
      `select g.id, 'Signature' as kind, a.title, a.text as body, g.organization_name as organization, ${exactly('g.signed_at')} as at, '/acts/' || a.id as path
       from joint_signature g join joint_act a on a.id = g.act_id
       where g.account_id = $1 and ($2::timestamptz is null or (g.signed_at, g.id) < ($2::timestamptz, $3::uuid)) order by g.signed_at desc, g.id desc limit $4`,
      [viewer.accountId, before?.at ?? null, before?.id ?? null, limit],
    ),
};
