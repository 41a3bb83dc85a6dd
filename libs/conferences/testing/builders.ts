import { Database, newId } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { Accounts } from '@app/people';
import { Organization, Organizations, type SeatRole } from '@app/organizations';
import { Conferences } from '../conferences.service.js';

interface Built {
  get: Get;
}

let count = 0;

export async function anOrganization({ get }: Built, kind: Organization['kind'], name = `Organization ${++count}`): Promise<string> {
  const id = newId();
  await get(Database).of(Organization).save({ id, kind, slug: id, name, createdAt: new Date() });
  return id;
}

export interface Team {
  id: string;
  name: string;
  /** The addresses of its three, in the order of the seats. */
  people: string[];
}

const SEATS: SeatRole[] = ['superintendent', 'board_president', 'labor_leader'];

/** A district whose three seats are taken. */
export async function aTeam(house: Built, name: string): Promise<Team> {
  const id = await anOrganization(house, 'district', name);
  const people: string[] = [];
  for (const role of SEATS) {
    const account = await house.get(Accounts).ensure({ email: `${role.split('_')[0]}@${id.slice(-8)}.example`, name: `${role} of ${name}` });
    await house.get(Organizations).seat(id, role, account.id);
    people.push(account.email);
  }
  return { id, name, people };
}

export interface Convening {
  id: string;
  slug: string;
  sponsor: string;
  /** The address of somebody who speaks for the sponsor. */
  leader: string;
}

export interface ConveningFacts {
  title?: string;
  zone?: string;
  startsAt?: Date;
  endsAt?: Date;
  attending?: Team[];
  absent?: Team[];
}

const HOUR = 60 * 60 * 1000;

/** A conference under way, with a sponsor of its own; pass times for another moment. */
export async function aConference(house: Built, facts: ConveningFacts = {}): Promise<Convening> {
  const [db, conferences] = [house.get(Database), house.get(Conferences)];
  const sponsor = await anOrganization(house, 'co_sponsor');
  const account = await house.get(Accounts).ensure({ email: `leader@${sponsor.slice(-8)}.example`, name: 'A leader' });
  await house.get(Organizations).seat(sponsor, 'representative', account.id);
  return db.transaction(async () => {
    const id = await conferences.insert({ title: facts.title ?? `Conference ${++count}`, city: 'Springfield', state: 'IL', zone: facts.zone ?? 'America/Chicago', theme: null, summary: null, starts: '2097-03-04T09:00', ends: '2097-03-05T15:00' });
    const row = await db.one<{ slug: string }>(`update conference set starts_at = $2, ends_at = $3 where id = $1 returning slug`, [id, facts.startsAt ?? new Date(Date.now() - 24 * HOUR), facts.endsAt ?? new Date(Date.now() + 8 * HOUR)]);
    await conferences.sponsor(id, sponsor, []);
    if (facts.attending) await conferences.mark(id, facts.attending.map((team) => team.id), 'attending');
    if (facts.absent) await conferences.mark(id, facts.absent.map((team) => team.id), 'invited');
    return { id, slug: row?.slug ?? '', sponsor, leader: account.email };
  });
}
