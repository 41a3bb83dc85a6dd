import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import type { HappenedEvent } from '@app/platform/events';
import { SHUT, type SearchDraft, type SearchSource, searchSources, turnOf } from '@app/platform/search';
import { entryFrom } from './search-entry.js';

// Each may bring the words of a thousand pages.
const BATCH = 100;

/** Keeps the one table of search true to what the features hold. Everything it does may be done twice. */
@Injectable()
export class SearchIndex {
  private readonly sources: SearchSource[];
  private readonly get: Get;

  constructor(
    private readonly db: Database,
    contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.sources = contributions.of(searchSources);
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** Reads again what a batch of events is about. */
  async hear(events: readonly HappenedEvent[]): Promise<void> {
    for (const source of this.sources) {
      const heard = source.feeds.flatMap((feed) => events.filter((event) => event.name === feed.hears).map((event) => feed.ids(event.payload as never, this.get)));
      const ids = (await Promise.all(heard)).flat();
      if (ids.length > 0) await this.refresh(source, ids);
    }
  }

  /** Reads all kinds anew, or those named; answers how many entries each has. */
  async rebuild(kinds?: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const source of this.sources.filter((candidate) => kinds?.includes(candidate.kind) ?? true)) {
      const ids = await source.all(this.get);
      await this.refresh(source, [...ids, ...(await this.strays(source, ids))]);
      counts.set(source.kind, await this.count(source.kind));
    }
    if (!kinds) await this.db.query(`delete from search_entry where not (kind = any($1))`, [this.sources.map((source) => source.kind)]);
    return counts;
  }

  /** Adds what no event has told of, such as rows laid with the foundations, and takes out what is gone. Answers how many. */
  async mend(): Promise<number> {
    let mended = 0;
    for (const source of this.sources) {
      const ids = await source.all(this.get);
      const missing = await this.missing(source, ids);
      const wrong = [...missing, ...(await this.strays(source, ids))];
      await this.refresh(source, wrong);
      mended += wrong.length;
    }
    return mended;
  }

  private async missing(source: SearchSource, ids: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select given.id from unnest($2::uuid[]) as given (id) where not exists (select from search_entry e where e.kind = $1 and e.id = given.id and not starts_with(e.audience, $3))`,
      [source.kind, ids, SHUT],
    );
    return rows.map((row) => row.id);
  }

  private async strays(source: SearchSource, ids: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(`select e.id from search_entry e left join unnest($2::uuid[]) as given (id) on given.id = e.id where e.kind = $1 and given.id is null`, [source.kind, ids]);
    return rows.map((row) => row.id);
  }

  private async count(kind: string): Promise<number> {
    return (await this.db.one<{ n: number }>(`select count(*)::int as n from search_entry where kind = $1`, [kind]))?.n ?? 0;
  }

  private async refresh(source: SearchSource, ids: readonly string[]): Promise<void> {
    const unique = [...new Set(ids)];
    for (let at = 0; at < unique.length; at += BATCH) await this.refreshSome(source, unique.slice(at, at + BATCH));
  }

  private async refreshSome(source: SearchSource, ids: string[]): Promise<void> {
    await this.db.transaction(async () => {
      // Read and write as one: of two readers the slower would otherwise put back what it saw before the other's change, or before it was shut.
      await this.db.query(`select pg_advisory_xact_lock(${turnOf('$1')})`, [source.kind]);
      const drafts = await source.read(this.get, ids);
      const found = new Set(drafts.map((draft) => draft.id));
      await this.db.query(`delete from search_entry where kind = $1 and id = any($2::uuid[])`, [source.kind, ids.filter((id) => !found.has(id))]);
      if (drafts.length > 0) await this.put(source, drafts);
    });
  }

  private async put(source: SearchSource, drafts: SearchDraft[]): Promise<void> {
    const entries = JSON.stringify(drafts.map((draft) => entryFrom(source, draft)));
    // What stands as it stood is not written again: a repeated feed costs no vacuum. What may be found by other words, other filters or other readers than before has changed; what was only shut, or has another day or weight, has not.
    await this.db.query(
      `insert into search_entry as e (kind, id, title, body, parts, audience, path, organization_id, organization_name, state, principles, topics, form, licence, endorsed, superseded_by, weight, at, month)
       select $1, d.id, d.title, d.body, setweight(to_tsvector('english', left(p.text, d.placed)), 'D') || strip(to_tsvector('english', d.further)), d.audience, d.path, d."organizationId", o.name, coalesce(d.state, o.state), d.principles, d.topics, d.form, d.licence, d.endorsed, d."supersededBy", d.weight, d.at, d.month
       from jsonb_to_recordset($2::jsonb) as d (id uuid, title text, body text, parts jsonb, placed int, further text, audience text, path text, "organizationId" uuid, state text,
         principles smallint[], topics text[], form text, licence text, endorsed text[], "supersededBy" uuid, weight real, at timestamptz, month text)
       cross join lateral (select coalesce(string_agg(one ->> 'text', E'\n'), '') as text from jsonb_array_elements(d.parts) one) p
       left join organization o on o.id = d."organizationId"
       on conflict (kind, id) do update set title = excluded.title, body = excluded.body, parts = excluded.parts, audience = excluded.audience, path = excluded.path,
         organization_id = excluded.organization_id, organization_name = excluded.organization_name, state = excluded.state,
         principles = excluded.principles, topics = excluded.topics, form = excluded.form, licence = excluded.licence, endorsed = excluded.endorsed, superseded_by = excluded.superseded_by, weight = excluded.weight, at = excluded.at, month = excluded.month,
         changed_at = case when (e.title, e.body, e.parts, e.organization_id, e.state, e.principles, e.topics, e.form, e.licence, e.endorsed)
             is distinct from (excluded.title, excluded.body, excluded.parts, excluded.organization_id, excluded.state, excluded.principles, excluded.topics, excluded.form, excluded.licence, excluded.endorsed)
             or e.audience not in (excluded.audience, '${SHUT}' || excluded.audience)
           then clock_timestamp() else e.changed_at end
       where (e.title, e.body, e.parts, e.audience, e.path, e.organization_id, e.organization_name, e.state, e.principles, e.topics, e.form, e.licence, e.endorsed, e.superseded_by, e.weight, e.at, e.month)
         is distinct from (excluded.title, excluded.body, excluded.parts, excluded.audience, excluded.path, excluded.organization_id, excluded.organization_name,
         excluded.state, excluded.principles, excluded.topics, excluded.form, excluded.licence, excluded.endorsed, excluded.superseded_by, excluded.weight, excluded.at, excluded.month)`,
      [source.kind, entries],
    );
    await this.db.query(
      `with wanted as (
         select d.id, one.number, one.label, one.text, one.path
         from jsonb_to_recordset($2::jsonb) as d (id uuid, parts jsonb), jsonb_to_recordset(d.parts) as one (number int, label text, text text, path text)
       ), gone as (
         delete from search_part s where s.kind = $1 and s.id in (select id from jsonb_to_recordset($2::jsonb) as d (id uuid))
           and not exists (select from wanted w where w.id = s.id and w.number = s.number)
       )
       insert into search_part as s (kind, id, number, label, text, path) select $1, id, number, label, text, path from wanted
       on conflict (kind, id, number) do update set label = excluded.label, text = excluded.text, path = excluded.path where (s.label, s.text, s.path) is distinct from (excluded.label, excluded.text, excluded.path)`,
      [source.kind, entries],
    );
    await this.db.query(
      `with wanted as (
         select w.word, d.id, d.audience, d.weight, length(d.title)::smallint as length
         from jsonb_to_recordset($2::jsonb) as d (id uuid, title text, audience text, weight real, words text[]), unnest(d.words) as w (word)
       ), gone as (
         delete from search_word s where s.kind = $1 and s.id in (select id from jsonb_to_recordset($2::jsonb) as d (id uuid))
           and not exists (select from wanted w where w.id = s.id and w.word = s.word)
       )
       insert into search_word as s (word, kind, id, audience, weight, length) select word, $1, id, audience, weight, length from wanted
       on conflict (kind, id, word) do update set audience = excluded.audience, weight = excluded.weight, length = excluded.length
       where (s.audience, s.weight, s.length) is distinct from (excluded.audience, excluded.weight, excluded.length)`,
      [source.kind, entries],
    );
  }

  /** An organization has a new name or place: whatever it shared is found by it. */
  async organizationsChanged(ids: readonly string[]): Promise<void> {
    await this.db.query(
      `update search_entry e set organization_name = o.name, state = coalesce(o.state, e.state) from organization o
       where o.id = e.organization_id and o.id = any($1::uuid[]) and (e.organization_name, e.state) is distinct from (o.name, coalesce(o.state, e.state))`,
      [ids],
    );
  }
}
