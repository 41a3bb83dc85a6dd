import { newId, type Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { Accounts } from '@app/people';
import { Organizations, type SeatRole } from '@app/organizations';
import { Discussions } from '../discussions.service.js';

interface House {
  db: Database;
  get: Get;
}

let made = 0;

/** An organization with the people given in its seats; answers its id. */
export async function aTeam(house: House, people: Partial<Record<SeatRole, string>>, facts: { name?: string; kind?: string } = {}): Promise<string> {
  const id = newId();
  const name = facts.name ?? `District ${++made}`;
  await house.db.query(`insert into organization (id, kind, slug, name, state, labor_word) values ($1, $2, $3, $4, 'OH', 'union')`, [id, facts.kind ?? 'district', `team-${id}`, name]);
  for (const [role, email] of Object.entries(people)) {
    const account = await house.get(Accounts).ensure({ email, name: email.split('@')[0] ?? email });
    await house.get(Organizations).seat(id, role as SeatRole, account.id);
  }
  return id;
}

/** A thread with so many letters, all by one person for one organization; answers its id. */
export async function aThread(house: House, by: { organizationId: string; authorId: string }, { letters = 1, audience = 'members', title = 'A thread', body = 'A letter' } = {}): Promise<string> {
  const discussions = house.get(Discussions);
  const threadId = await discussions.openFor({ ...by, title, audience, body: letters > 0 ? body : null });
  for (let number = 2; number <= letters; number++) await discussions.replyFor({ ...by, threadId, body: `${body} ${number}` });
  return threadId;
}
