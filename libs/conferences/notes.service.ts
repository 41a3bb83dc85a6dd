import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, NotAllowed } from '@app/platform/graphql';
import { shut } from '@app/platform/search';
import type { Viewer } from '@app/people';
import { ConferenceChanged, NoteChanged } from './conferences.events.js';
import { notingSeat } from './conferences.policy.js';
import { Conferences } from './conferences.service.js';

/** What one of those who came noted, signed with their name. */
export interface ConferenceNote {
  id: string;
  body: string;
  /** Null when they have left Accord. */
  by: string | null;
  organizationName: string;
  isMine: boolean;
  revision: number;
  changedAt: string;
  hiddenReason: string | null;
}

/** What one team showed at a conference, with the notes on it. */
export interface ShownNotes {
  organizationId: string;
  name: string;
  notes: ConferenceNote[];
}

const MOST = 100;
const OVERTAKEN = 'Your note was changed in another window in the meantime. Copy what you have written, open the page again, and put the two together.';

/** What those who came note of what the presenting teams showed: each signs their own note, and all who came read it. */
@Injectable()
export class ConferenceNotes {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly conferences: Conferences,
  ) {}

  /** By presenting team, the earliest note first. Empty for whoever does not belong to the conference, and where nobody presents. */
  of(viewer: Viewer, slug: string): Promise<ShownNotes[]> {
    return this.db.read<ShownNotes>(
      `select o.id as "organizationId", o.name,
         (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'body', n.body, 'by', a.name, 'organizationName', v.name, 'isMine', n.author_id is not distinct from $3::uuid, 'revision', n.revision,
             'changedAt', n.changed_at, 'hiddenReason', n.hidden_reason) order by n.at, n.id), '[]')
          from (select * from conference_note n where n.conference_id = c.id and n.shown_by = o.id and n.audience = any($2::text[]) and (n.hidden_at is null or n.author_id = $3::uuid) order by n.at, n.id limit ${MOST}) n
            join organization v on v.id = n.organization_id left join account a on a.id = n.author_id) as notes
       from conference c join conference_team t on t.conference_id = c.id and t.presenting join organization o on o.id = t.organization_id
       where c.slug = $1::text and c.audience = any($2::text[]) and not c.history and 'conference:' || c.id::text = any($2::text[]) order by o.name, o.id`,
      [slug, viewer.keys, viewer.accountId],
    );
  }

  /** Writes a note on what a team showed, or changes one's own. `revision` is the one that was before the writer, 0 for a new one. */
  async write(viewer: Viewer, conferenceId: string, shownBy: string, body: string, revision: number): Promise<ConferenceNote> {
    return this.db.transaction(async () => {
      const seat = notingSeat(viewer, await this.conferences.get(viewer, conferenceId), shownBy);
      if (!seat) throw new NotAllowed('Those who came to this conference note what its presenting teams showed.');
      const written = await this.db.one<{ id: string }>(
        `insert into conference_note as n (id, conference_id, shown_by, author_id, organization_id, audience, body) select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, 'conference:' || $2::uuid, $6::text where $7::int = 0
         on conflict (conference_id, shown_by, author_id) do nothing returning id`,
        [newId(), conferenceId, shownBy, viewer.accountId, seat.organizationId, body, revision],
      );
      const changed =
        written ??
        (await this.db.one<{ id: string }>(
          `update conference_note set body = $4, revision = revision + 1, changed_at = clock_timestamp() where conference_id = $1 and shown_by = $2 and author_id = $3 and revision = $5 and hidden_at is null returning id`,
          [conferenceId, shownBy, viewer.accountId, body, revision],
        ));
      if (!changed) throw new Conflict(OVERTAKEN);
      await this.events.publish(NoteChanged, { conferenceId, noteId: changed.id });
      await this.events.publish(ConferenceChanged, { conferenceId });
      return this.get(viewer, changed.id);
    });
  }

  /** Takes one's own note away. */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const gone = isId(id) ? await this.db.one<{ conference_id: string }>(`delete from conference_note where id = $1 and author_id = $2 returning conference_id`, [id, viewer.accountId]) : null;
      if (!gone) throw new NotAllowed('This note is not here, or not yours.');
      await shut(this.db, 'conference-note', [id]);
      await this.events.publish(NoteChanged, { conferenceId: gone.conference_id, noteId: id });
      await this.events.publish(ConferenceChanged, { conferenceId: gone.conference_id });
    });
  }

  /** Takes a note down, or puts it back when `reason` is null. */
  async setHidden(id: string, reason: string | null): Promise<void> {
    await this.db.transaction(async () => {
      const touched = await this.db.one<{ conference_id: string }>(`update conference_note set hidden_at = case when $2::text is null then null else now() end, hidden_reason = $2 where id = $1 returning conference_id`, [id, reason]);
      if (!touched) return;
      if (reason !== null) await shut(this.db, 'conference-note', [id]);
      await this.events.publish(NoteChanged, { conferenceId: touched.conference_id, noteId: id });
    });
  }

  private async get(viewer: Viewer, id: string): Promise<ConferenceNote> {
    const note = await this.db.one<ConferenceNote>(
      `select n.id, n.body, a.name as by, o.name as "organizationName", true as "isMine", n.revision, n.changed_at as "changedAt", n.hidden_reason as "hiddenReason"
       from conference_note n join organization o on o.id = n.organization_id join account a on a.id = n.author_id where n.id = $1 and n.author_id = $2`,
      [id, viewer.accountId],
    );
    if (!note) throw new NotAllowed();
    return note;
  }
}
