import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database, isId, newId } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { keysOf, type Page, type PageArgs, pageOf } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import type { WrittenSection } from './digest-body.entity.js';
import { DigestEdition, type NextStep } from './digest-edition.entity.js';
import { type AsideSection, digestAsides } from './aside.js';
import { type DigestReaders, type DigestSection, digestSections, SHOWN } from './section.js';

/** A digest as one district gets it. */
export interface DigestRow {
  id: string;
  editionId: string;
  title: string;
  path: string;
  forName: string;
  since: Date;
  at: Date;
  next: NextStep | null;
  sections: WrittenSection[];
}

const ROW = `
  select b.id, e.id as "editionId", e.title, e.path, o.name as "forName", e.since, b.at, to_char(b.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exact, e.next, b.sections
  from digest_body b join digest_edition e on e.id = b.edition_id join organization o on o.id = b.organization_id`;

const RANK = 50;
/** So many districts are written to at once: a section costs a set about as much as one district alone. */
export const DISTRICTS_AT_ONCE = 100;

/** Digests: one edition to many districts, each told what is new for it and for nobody else. */
@Injectable()
export class Digests {
  private readonly get: Get;

  constructor(
    private readonly db: Database,
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** Opens an edition; a second time changes nothing, so that a digest begun before a crash is gone on with. */
  async open(edition: Omit<DigestEdition, 'at'>): Promise<void> {
    await this.db.query(
      `insert into digest_edition (id, conference_id, title, path, since, next) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
      [edition.id, edition.conferenceId, edition.title, edition.path, edition.since, edition.next && JSON.stringify(edition.next)],
    );
  }

  edition(id: string): Promise<DigestEdition> {
    return this.db.of(DigestEdition).findOneByOrFail({ id });
  }

  /** Which of these districts an edition has said nothing to yet. */
  async unwritten(editionId: string, organizationIds: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select given.id from unnest($2::uuid[]) as given(id) where not exists (select 1 from digest_body b where b.edition_id = $1 and b.organization_id = given.id) order by given.id`,
      [editionId, organizationIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Writes what an edition says to each of these districts: each section is asked once for all of them. */
  async write(editionId: string, readers: DigestReaders): Promise<void> {
    const bodies = new Map(readers.districts.map(({ organizationId }) => [organizationId, [] as WrittenSection[]]));
    for (const section of this.sections()) {
      const found = await section.read(this.get, readers);
      for (const [organizationId, items] of found) {
        if (items.length > 0) bodies.get(organizationId)?.push({ name: section.name, title: section.title, items: items.slice(0, SHOWN) });
      }
    }
    await this.db.query(
      `insert into digest_body (id, edition_id, organization_id, audience, sections)
       select given.id, $1, given.organization_id, 'team:' || given.organization_id, given.sections
       from jsonb_to_recordset($2::jsonb) as given(id uuid, organization_id uuid, sections jsonb)
       on conflict (edition_id, organization_id) do nothing`,
      [editionId, JSON.stringify([...bodies].map(([organization_id, sections]) => ({ id: newId(), organization_id, sections })))],
    );
  }

  private sections(): DigestSection[] {
    return this.contributions.of(digestSections).toSorted((a, b) => (a.rank ?? RANK) - (b.rank ?? RANK));
  }

  /** Notes what an edition says to these people alone. True while there is more to note: then it is called again, in the next transaction. */
  async noteAsides(editionId: string, people: readonly string[]): Promise<boolean> {
    const asides = this.contributions.of(digestAsides);
    if (asides.length === 0 || people.length === 0) return false;
    const edition = await this.edition(editionId);
    for (const aside of asides) if (await aside.note(this.get, edition, people)) return true;
    return false;
  }

  /** To whom an edition says something that it says to nobody else. */
  async peopleWithAsides(editionId: string): Promise<string[]> {
    const people = await Promise.all(this.contributions.of(digestAsides).map((aside) => aside.people(this.get, editionId)));
    return [...new Set(people.flat())];
  }

  async asidesFor(editionId: string, personId: string): Promise<AsideSection[]> {
    const sections = await Promise.all(this.contributions.of(digestAsides).map((aside) => aside.read(this.get, editionId, personId)));
    return sections.flat().filter(({ items }) => items.length > 0);
  }

  /** When the latest edition for a conference was put together; what came later is new. */
  async lastFor(conferenceId: string, exceptId: string): Promise<Date | null> {
    const row = await this.db.one<{ at: Date }>(`select at from digest_edition where conference_id = $1 and id <> $2 order by at desc limit 1`, [conferenceId, exceptId]);
    return row?.at ?? null;
  }

  /** For the mail that carries it. */
  bodyFor(editionId: string, organizationId: string): Promise<DigestRow | null> {
    return this.db.preparedOne<DigestRow>(`${ROW} where b.edition_id = $1 and b.organization_id = $2`, [editionId, organizationId]);
  }

  async find(viewer: Viewer, id: string): Promise<DigestRow | null> {
    return isId(id) ? this.db.one<DigestRow>(`${ROW} where b.id = $1 and b.audience = any($2)`, [id, viewer.keys]) : null;
  }

  async page(viewer: Viewer, { first, after }: PageArgs): Promise<Page<DigestRow>> {
    const [at, id] = keysOf(after, 2) ?? [null, null];
    const rows = await this.db.query<DigestRow & { exact: string }>(
      `${ROW} where b.audience = any($1) and ($2::timestamptz is null or (b.at, b.id) < ($2::timestamptz, $3::uuid)) order by b.at desc, b.id desc limit $4`,
      [viewer.keys, typeof at === 'string' ? at : null, isId(id) ? id : null, first + 1],
    );
    return pageOf(rows, first, (row) => [row.exact, row.id]);
  }
}
