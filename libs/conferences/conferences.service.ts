import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, keysOf, NotAllowed, type Page, type PageArgs, pageOf } from '@app/platform/graphql';
import { shut } from '@app/platform/search';
import { keysOfViewer, type Viewer } from '@app/people';
import { READERS_ONLY } from '@app/organizations';
import { Conference } from './conference.entity.js';
import { ConferenceChanged, ConferenceEnded } from './conferences.events.js';
import type { MarkTeamsInput, OpenConferenceInput, TagConferenceInput } from './conferences.inputs.js';
import { callingSeat, canRun } from './conferences.policy.js';
import { CONFERENCE_BY_SLUG, CONFERENCES_BY_ID, CONFERENCES_PAGE, type ConferenceRow } from './conferences.queries.js';
import { isZone, slugOf } from './naming.js';

/** What follow-up needs to know of a conference. */
export interface ConferenceTimes {
  id: string;
  slug: string;
  title: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  closedAt: Date | null;
}

export interface Party {
  id: string;
  name: string;
  state: string | null;
}

const everything = (viewer: Viewer | null): [readonly string[], boolean] => [keysOfViewer(viewer), keysOfViewer(viewer).includes('members')];

/** Convenings: who calls them, who comes, and the moment at which they end. */
@Injectable()
export class Conferences {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  async page(viewer: Viewer | null, { first, after }: Pick<PageArgs, 'first' | 'after'>, { principle = null, topic = null }: { principle?: number | null; topic?: string | null } = {}): Promise<Page<ConferenceRow>> {
    const [day, id] = keysOf(after, 2) ?? [null, null];
    const rows = await this.db.query<ConferenceRow>(CONFERENCES_PAGE, [...everything(viewer), first + 1, day, isId(id) ? id : null, principle, topic]);
    return pageOf(rows, first, (row) => [row.firstDay ?? '0001-01-01', row.id]);
  }

  findBySlug(viewer: Viewer | null, slug: string): Promise<ConferenceRow | null> {
    return this.db.one<ConferenceRow>(CONFERENCE_BY_SLUG, [...everything(viewer), slug]);
  }

  byIds(viewer: Viewer | null, ids: readonly string[]): Promise<ConferenceRow[]> {
    return this.db.query<ConferenceRow>(CONFERENCES_BY_ID, [...everything(viewer), ids.filter(isId)]);
  }

  /** Answers the conference as this person sees it; refuses when it is not there for them. */
  async get(viewer: Viewer | null, id: string): Promise<ConferenceRow> {
    const [row] = await this.byIds(viewer, [id]);
    if (!row) throw new NotAllowed();
    return row;
  }

  /** As {@link get}, for those alone who may run it. */
  async need(viewer: Viewer, id: string): Promise<ConferenceRow> {
    const conference = await this.get(viewer, id);
    if (!canRun(viewer, conference)) throw new NotAllowed('Only the organizations behind this conference may do this.');
    return conference;
  }

  /** The times from which follow-up is counted; conferences of the past have none. */
  times(ids: readonly string[]): Promise<ConferenceTimes[]> {
    return this.db.query<ConferenceTimes>(
      `select id, slug, title, zone, starts_at as "startsAt", ends_at as "endsAt", closed_at as "closedAt" from conference where id = any($1::uuid[]) and not history`,
      [ids],
    );
  }

  /** The audience keys of conferences that each of these teams attended. */
  async keysOfTeams(organizationIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.db.query<{ organization_id: string; keys: string[] }>(
      `select organization_id, array_agg('conference:' || conference_id) as keys from conference_team
       where organization_id = any($1::uuid[]) and status = 'attending' group by organization_id`,
      [organizationIds],
    );
    return new Map(rows.map((row) => [row.organization_id, row.keys]));
  }

  async open(viewer: Viewer, input: OpenConferenceInput): Promise<ConferenceRow> {
    const seat = callingSeat(viewer);
    if (!seat) throw new NotAllowed('Only somebody who speaks for a co-sponsor may announce a conference.');
    if (!isZone(input.zone)) throw new Invalid({ zone: 'This zone is not known. Choose one from the list.' });
    if (input.ends <= input.starts) throw new Invalid({ ends: 'It must end after it opens.' });
    return this.db.transaction(async () => {
      const lead = await this.db.one<{ invented: boolean }>(`select invented from organization where id = $1`, [seat.organizationId]);
      const invented = lead?.invented ?? false;
      const coSponsors = await this.coSponsors(input.coSponsorIds.filter((id) => id !== seat.organizationId), invented);
      const id = await this.insert({ ...input, invented, state: input.state ?? null, theme: input.theme || null, summary: input.summary || null });
      await this.sponsor(id, seat.organizationId, coSponsors);
      await this.events.publish(ConferenceChanged, { conferenceId: id });
      return this.get(viewer, id);
    });
  }

  /** Says what it is about, in the words of the framework; it then shows under them. */
  async tag(viewer: Viewer, { conferenceId, principles, topics }: TagConferenceInput): Promise<ConferenceRow> {
    return this.db.transaction(async () => {
      await this.need(viewer, conferenceId);
      await this.db.query(`update conference set principles = $2, topics = $3 where id = $1`, [conferenceId, principles, topics]);
      await this.events.publish(ConferenceChanged, { conferenceId });
      return this.get(viewer, conferenceId);
    });
  }

  /** Enters a conference with its local times; the database knows when summer time begins. Only one that is `told` may lie in the past. */
  async insert(facts: Pick<Conference, 'title' | 'city' | 'state' | 'zone' | 'theme' | 'summary'> & Partial<Pick<Conference, 'principles' | 'topics'>> & { starts: string; ends: string; invented?: boolean; told?: boolean }): Promise<string> {
    const id = newId();
    const slug = slugOf(facts.title, facts.starts.slice(0, 4));
    const taken = await this.db.one(`select 1 from conference where slug = $1`, [slug]);
    const row = await this.db.one<{ later: boolean }>(
      `insert into conference (id, slug, title, city, state, zone, starts_at, ends_at, theme, summary, invented, principles, topics)
       values ($1, $2, $3, $4, $5, $6, $7::timestamp at time zone $6, $8::timestamp at time zone $6, $9, $10, $11, $12, $13) returning ends_at > now() as later`,
      [id, taken ? `${slug}-${id.slice(-6)}` : slug, facts.title, facts.city, facts.state, facts.zone, realMoment('starts', facts.starts), realMoment('ends', facts.ends), facts.theme, facts.summary, facts.invented ?? false, facts.principles ?? [], facts.topics ?? []],
    );
    if (!row?.later && !facts.told) throw new Invalid({ ends: 'This end has passed. A conference is announced before it ends.' });
    return id;
  }

  async sponsor(conferenceId: string, leadId: string, coSponsorIds: readonly string[]): Promise<void> {
    await this.db.query(
      `insert into conference_sponsor (conference_id, organization_id, part)
       select $1, id, case when id = $2 then 'lead' else 'co_sponsor' end from unnest($3::uuid[]) id`,
      [conferenceId, leadId, [...new Set([leadId, ...coSponsorIds])]],
    );
  }

  /** The demo's invented organizations never stand beside real ones. */
  private async coSponsors(ids: readonly string[], invented: boolean): Promise<string[]> {
    const found = await this.db.query<{ id: string }>(`select id from organization where id = any($1::uuid[]) and kind = 'co_sponsor' and invented = $2`, [ids, invented]);
    if (found.length !== new Set(ids).size) throw new Invalid({ coSponsorIds: 'One of these is not a co-sponsor in Accord.' });
    return found.map(({ id }) => id);
  }

  /** Whom a conference can be announced with. */
  async possibleCoSponsors(viewer: Viewer): Promise<Party[]> {
    const seat = callingSeat(viewer);
    if (!seat) return [];
    return this.db.query<Party>(
      `select o.id, o.name, o.state from organization o join organization own on own.id = $1 and own.invented = o.invented
       where o.kind = 'co_sponsor' and o.id <> own.id order by o.name limit 100`,
      [seat.organizationId],
    );
  }

  /** Whom a conference can invite, by a part of the name; those whose name begins so come first. */
  async possibleTeams(viewer: Viewer, name: string): Promise<Party[]> {
    const words = name.trim().toLowerCase().slice(0, 80).replace(/[\\%_]/g, '\\$&');
    const seat = callingSeat(viewer);
    if (words.length < 2 || (!seat && !viewer.isSteward)) return [];
    return this.db.query<Party>(
      `select o.id, o.name, o.state from organization o left join organization own on own.id = $2
       where o.kind in ('district', 'state_team') and lower(o.name) like '%' || $1 || '%' and (own.id is null or own.invented = o.invented)
       order by lower(o.name) not like $1 || '%', length(o.name), o.name limit 10`,
      [words, seat?.organizationId ?? null],
    );
  }

  async markTeams(viewer: Viewer, input: MarkTeamsInput): Promise<ConferenceRow> {
    return this.db.transaction(async () => {
      const conference = await this.need(viewer, input.conferenceId);
      await this.lock(conference.id);
      if (input.presenting && input.status === 'declined') throw new Invalid({ presenting: 'A team that declined does not present.' });
      const teams = await this.db.query<{ id: string }>(`select id from organization where id = any($1::uuid[]) and kind in ('district', 'state_team') and invented = $2`, [input.organizationIds, conference.invented]);
      if (teams.length !== new Set(input.organizationIds).size) throw new Invalid({ organizationIds: 'One of these is not a district or state team.' });
      await this.mark(conference.id, teams.map(({ id }) => id), input.status, input.presenting ?? null);
      return this.get(viewer, conference.id);
    });
  }

  /** Notes what became of teams' invitations. After the end, who came is kept up too: lists are often finished a day later. */
  async mark(conferenceId: string, organizationIds: readonly string[], status: 'invited' | 'attending' | 'declined', presenting: boolean | null = null): Promise<void> {
    await this.db.query(
      `insert into conference_team (conference_id, organization_id, status, presenting)
       select $1, id, $3, coalesce($4::boolean, false) from unnest($2::uuid[]) id
       on conflict (conference_id, organization_id) do update
         set status = $3, presenting = $3 <> 'declined' and coalesce($4::boolean, conference_team.presenting), changed_at = now()`,
      [conferenceId, organizationIds, status, presenting],
    );
    const silent = await this.db.query<{ id: string }>(`select n.id from conference_note n join conference_team t on t.conference_id = n.conference_id and t.organization_id = n.shown_by where n.conference_id = $1 and not t.presenting`, [conferenceId]);
    await shut(this.db, 'conference-note', silent.map(({ id }) => id));
    const ended = await this.db.one(`select 1 from conference where id = $1 and closed_at is not null`, [conferenceId]);
    if (ended) await this.writeDownWhoCame(conferenceId);
    await this.events.publish(ConferenceChanged, { conferenceId });
  }

  /** Ends a conference now, at the word of those behind it. */
  async close(viewer: Viewer, conferenceId: string): Promise<ConferenceRow> {
    return this.db.transaction(async () => {
      await this.need(viewer, conferenceId);
      await this.lock(conferenceId);
      const { startsAt, closedAt } = await this.get(viewer, conferenceId);
      if (closedAt) throw new Conflict('This conference has ended already.');
      if (!startsAt || startsAt > new Date()) throw new Conflict('This conference has not opened yet, so it cannot end.');
      await this.end(conferenceId, new Date());
      return this.get(viewer, conferenceId);
    });
  }

  /** Ends every conference whose hour has come, whether or not somebody remembers to. */
  async endDue(): Promise<void> {
    await this.db.transaction(async () => {
      const over = await this.db.query<{ id: string; ends_at: Date }>(
        `select id, ends_at from conference where closed_at is null and not history and ends_at <= now() order by id for update skip locked`,
      );
      for (const { id, ends_at } of over) await this.end(id, ends_at);
    });
  }

  /** Writes down the end and who came, and lets follow-up begin. A second time changes nothing. */
  async end(conferenceId: string, at: Date): Promise<void> {
    await this.db.transaction(async () => {
      const [ended] = await this.db.query(`update conference set ends_at = $2, closed_at = $2 where id = $1 and closed_at is null and not history returning id`, [conferenceId, at]);
      if (!ended) return;
      await this.writeDownWhoCame(conferenceId);
      await this.events.publish(ConferenceEnded, { conferenceId });
    });
  }

  private async writeDownWhoCame(conferenceId: string): Promise<void> {
    await this.db.query(
      `delete from conference_attendee ca using conference_team ct
       where ca.conference_id = $1 and ct.conference_id = $1 and ct.organization_id = ca.organization_id and ct.status <> 'attending'`,
      [conferenceId],
    );
    await this.db.query(
      `insert into conference_attendee (conference_id, account_id, organization_id)
       select $1, st.account_id, st.organization_id from conference_team ct join seat st on st.organization_id = ct.organization_id
       where ct.conference_id = $1 and ct.status = 'attending' and st.account_id is not null and st.role not in (${READERS_ONLY})
         and not exists (select 1 from conference_attendee known where known.conference_id = $1 and known.organization_id = ct.organization_id)
       on conflict do nothing`,
      [conferenceId],
    );
  }

  private async lock(conferenceId: string): Promise<void> {
    await this.db.query(`select 1 from conference where id = $1 for update`, [conferenceId]);
  }
}

/** PostgreSQL would take the 31st of February as an error of ours. */
function realMoment(field: string, text: string): string {
  const [day = '', time = ''] = text.split('T');
  const [hour = 99, minute = 99] = time.split(':').map(Number);
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day || hour > 23 || minute > 59) throw new Invalid({ [field]: 'There is no such day or time.' });
  return text;
}
