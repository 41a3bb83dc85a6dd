import { Database, isId } from '@app/platform/database';
import { exactly, keysOfViewer, type WritingSource, type WrittenPiece } from '@app/people';
import type { Reportable } from '@app/moderation';
import { ConferenceNotes } from './notes.service.js';

/** A note can be reported by whoever reads it, and taken down. */
export const reportableNote: Reportable = {
  kind: 'conference-note',
  find: async (get, viewer, id) => {
    if (!isId(id)) return null;
    const found = await get(Database).one<{ shown: string; body: string; slug: string; author_id: string | null; organization_id: string }>(
      `select o.name as shown, n.body, c.slug, n.author_id, n.organization_id from conference_note n join conference c on c.id = n.conference_id join organization o on o.id = n.shown_by
       where n.id = $1 and n.audience = any($2) and (n.hidden_at is null or n.author_id = $3)`,
      [id, keysOfViewer(viewer), viewer?.accountId ?? null],
    );
    return found && { title: `A note on what ${found.shown} showed`, text: found.body, path: `/conferences/${found.slug}`, authorId: found.author_id, organizationId: found.organization_id };
  },
  takeDown: (get, id, reason) => get(ConferenceNotes).setHidden(id, reason),
  restore: (get, id) => get(ConferenceNotes).setHidden(id, null),
};

/** What somebody noted at conferences. */
export const ownNotes: WritingSource = {
  name: 'conference-notes',
  read: (get, viewer, before, limit) =>
    get(Database).query<WrittenPiece>(
      `select n.id, 'Note at a conference' as kind, 'What ' || o.name || ' showed at ' || c.title as title, n.body, v.name as organization, ${exactly('n.at')} as at, case when n.audience = any($2) then '/conferences/' || c.slug end as path
       from conference_note n join conference c on c.id = n.conference_id join organization o on o.id = n.shown_by join organization v on v.id = n.organization_id
       where n.author_id = $1 and ($3::timestamptz is null or (n.at, n.id) < ($3::timestamptz, $4::uuid)) order by n.at desc, n.id desc limit $5`,
      [viewer.accountId, viewer.keys, before?.at ?? null, before?.id ?? null, limit],
    ),
};
