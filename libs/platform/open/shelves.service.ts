import { Injectable } from '@nestjs/common';
import { Database, isId } from '@app/platform/database';
import { Contributions } from '@app/platform/feature';
import { cursorOf, keysOf } from '@app/platform/graphql';
import { type OpenShelf, openShelves, type Scope } from './open.js';

/** Something that everybody may read, as lists know it. */
export interface OpenRow {
  id: string;
  path: string;
  title: string;
  summary: string;
  published: Date;
  modified: Date;
}

export interface OpenRowPage {
  rows: OpenRow[];
  previous: string | null;
  next: string | null;
}

/** The most that one part of a sitemap may name, by its own rules. */
export const PART_SIZE = 50_000;
const STEP = 1000;
const ROW = `s.id, s.path, s.title, s.summary, s.published, s.modified`;

/** What everybody may read, of all features. */
@Injectable()
export class OpenShelves {
  constructor(
    private readonly db: Database,
    private readonly contributions: Contributions,
  ) {}

  get all(): OpenShelf[] {
    return this.contributions.of(openShelves);
  }

  /** The newest things of a scope with the shelf each stands on, in one statement. */
  async newest({ shelf, organizationId, principle, topic }: Scope, first: number, from: readonly OpenShelf[] = this.all): Promise<(OpenRow & { shelf: string })[]> {
    const parameters: unknown[] = [first];
    const give = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
    const where = [
      ...(organizationId ? [`s.organization_id = ${give(organizationId, 'uuid')}`] : []),
      ...(principle ? [`s.principles @> array[${give(principle, 'smallint')}]`] : []),
      ...(topic ? [`s.topics @> array[${give(topic, 'text')}]`] : []),
    ];
    const chosen = from.filter(({ name }) => !shelf || name === shelf);
    if (chosen.length === 0) return [];
    // The newest of each shelf first: an index of one table can answer that, of all together none.
    const each = chosen.map(({ name, rows }) => `(select '${name}' as shelf, ${ROW} from (${rows}) s ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by s.published desc, s.id desc limit $1)`);
    return this.db.query(`select * from (${each.join(' union all ')}) s order by s.published desc, s.id desc limit $1`, parameters);
  }

  /** A page of a shelf by title, from a place onwards or up to it. */
  async page({ rows }: OpenShelf, size: number, { after, before }: { after?: string | null; before?: string | null }): Promise<OpenRowPage> {
    const place = placeOf(before ?? after);
    const back = Boolean(before);
    const [sign, order] = back ? ['<', 'desc'] : ['>', 'asc'];
    const found = await this.db.query<OpenRow & { key: string }>(
      `select ${ROW}, lower(s.title) collate "C" as key from (${rows}) s
       ${place ? `where (lower(s.title) collate "C", s.id) ${sign} ($2::text collate "C", $3::uuid)` : ''}
       order by lower(s.title) collate "C" ${order}, s.id ${order} limit $1`,
      [size + 1, ...(place ?? [])],
    );
    const hasMore = found.length > size;
    const shown = found.slice(0, size);
    if (back) shown.reverse();
    const keyOf = (row: (typeof shown)[number] | undefined): string | null => (row ? cursorOf([row.key, row.id]) : null);
    return { rows: shown, previous: (back ? hasMore : place !== null) ? keyOf(shown[0]) : null, next: back || hasMore ? keyOf(shown.at(-1)) : null };
  }

  /** Where each part of a shelf's sitemap begins. */
  async parts({ rows }: OpenShelf): Promise<string[]> {
    const found = await this.db.query<{ id: string }>(`select id from (select s.id, row_number() over (order by s.id) as place from (${rows}) s) s where (place - 1) % ${PART_SIZE} = 0 order by id`);
    return found.map(({ id }) => id);
  }

  /** One part of a shelf, some rows at a time. */
  async *walk({ rows }: OpenShelf, from: string): AsyncGenerator<{ id: string; path: string; modified: Date }[]> {
    let next = from;
    for (let given = 0; given < PART_SIZE; ) {
      const found: { id: string; path: string; modified: Date }[] = await this.db.query(
        `select s.id, s.path, s.modified from (${rows}) s where s.id ${given === 0 ? '>=' : '>'} $1::uuid order by s.id limit $2`,
        [next, Math.min(STEP, PART_SIZE - given)],
      );
      if (found.length > 0) yield found;
      const last = found.at(-1);
      if (!last || found.length < STEP) return;
      next = last.id;
      given += found.length;
    }
  }
}

/** A place in a list by title; whatever this server did not make is the beginning. */
function placeOf(cursor: string | null | undefined): [string, string] | null {
  try {
    const [title, id] = keysOf(cursor, 2) ?? [];
    return typeof title === 'string' && isId(id) ? [title, id] : null;
  } catch {
    return null;
  }
}
