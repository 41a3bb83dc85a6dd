import { createHash } from 'node:crypto';
import { randomFrom } from '../../faults/mail/random.js';

/** How large the invented community of the benches is. Everything follows from these numbers, so that requests need not look anything up. */
export interface Size {
  scale: number;
  districts: number;
  people: number;
  threads: number;
  posts: number;
  resources: number;
}

export function sizeOf(scale: number): Size {
  const of = (whole: number): number => Math.round(whole * scale);
  return { scale, districts: of(18_000), people: of(60_000), threads: of(50_000), posts: of(500_000), resources: of(100_000) };
}

export const CONFERENCES = 20;
/** How many people are signed in. */
export const SESSIONS = 2000;
export const ROLES = ['superintendent', 'board_president', 'labor_leader'] as const;
export const STATES = ['AL', 'AK', 'AZ', 'CA', 'CO', 'CT', 'FL', 'GA', 'IL', 'IN', 'KS', 'MA', 'MD', 'MI', 'MN', 'MT', 'NC', 'NY', 'OH', 'TX', 'WA', 'WI', 'WV', 'WY'];

const KINDS = { organization: 1, account: 2, session: 3, seat: 4, conference: 5, thread: 6, post: 7, resource: 8 } as const;

/** The id of the nth thing of a kind, in the form of a UUIDv7. */
export function idOf(kind: keyof typeof KINDS, n: number): string {
  return `018f0000-0000-7000-8${KINDS[kind].toString(16).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;
}

export const tokenOf = (session: number): string => createHash('sha256').update(`bench session ${session}`).digest('base64url');

/** A number from 0 to 1 that belongs to the nth thing: the same in every run. */
export function lot(name: string, n: number): number {
  return createHash('md5').update(`${name} ${n}`).digest().readUInt32LE(0) / 4_294_967_296;
}

/** In which district somebody sits: three to each first, whoever is left over is staff somewhere. */
export function districtOfPerson(size: Size, person: number): number {
  const seated = size.districts * ROLES.length;
  return person < seated ? Math.floor(person / ROLES.length) : (person * 7) % size.districts;
}

export const conferenceOf = (district: number): number => district % CONFERENCES;

/** Who reads something that a district wrote: most is for all members. */
export function audienceOf(kind: 'thread' | 'resource', n: number, district: number): string {
  const share = lot(`${kind} audience`, n);
  if (share < 0.6) return 'members';
  if (share < 0.78) return 'public';
  return share < 0.9 ? `conference:${idOf('conference', conferenceOf(district))}` : `team:${idOf('organization', district)}`;
}

export const openerOf = (size: Size, kind: 'thread' | 'resource', n: number): number => Math.floor(lot(`${kind} opener`, n) * size.people);

/** How many letters each thread has: most a handful, a few very many, in all exactly as many as there are. */
export function lettersOf({ threads, posts }: Size): number[] {
  const random = randomFrom(7);
  const counts = Array.from({ length: threads }, () => {
    const bell = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(1, Math.min(60, Math.round(Math.exp(1.95 + 0.6 * bell))));
  });
  // One in five hundred is long, one is as long as any thread gets.
  for (let n = 250; n < threads; n += 500) counts[n] = 100 + Math.floor(random() ** 3 * 600);
  counts[Math.floor(threads / 2)] = 3000;
  let left = posts - counts.reduce((sum, count) => sum + count, 0);
  while (left !== 0) {
    const n = Math.floor(random() * threads);
    const count = counts[n] ?? 1;
    if (left > 0 || count > 1) {
      counts[n] = count + Math.sign(left);
      left -= Math.sign(left);
    }
  }
  return counts;
}
