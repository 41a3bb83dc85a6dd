import { newId } from '@app/platform/database';
import type { TestHouse } from '../../../test/setup/house.js';

/** What a district would write about a practice of its own; change what the test is about. */
export function aPractice(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    principle: 7,
    title: 'The board rates its own year',
    summary: 'Each June the board scores itself against the goals of the plan, in public.',
    story: 'It began after a hard campaign, when somebody asked why the board alone is never evaluated.',
    instrument: 'policy',
    startYear: 2019,
    audience: 'public',
    ...changes,
  };
}

/** A district with nobody in its seats; answers its id. Twice the same slug is one district. */
export async function aDistrict({ db }: Pick<TestHouse, 'db'>, slug: string, name = slug): Promise<string> {
  await db.query(`insert into organization (id, kind, slug, name, state) values ($1, 'district', $2, $3, 'MN') on conflict (slug) do nothing`, [newId(), slug, name]);
  const row = await db.one<{ id: string }>(`select id from organization where slug = $1`, [slug]);
  if (!row) throw new Error(`There is no district ${slug}.`);
  return row.id;
}
