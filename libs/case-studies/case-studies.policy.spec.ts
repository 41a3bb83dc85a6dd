import { expect, test } from '@jest/globals';
import type { Viewer } from '@app/people';
import { assigningSeat, can, canRead, type Ruled } from './case-studies.policy.js';
import type { CaseStudyState } from './case-study.entity.js';
import { after, type Verb } from './states.js';

const study = (changes: Partial<Ruled> = {}): Ruled => ({ state: 'draft', audience: 'team:d', districtId: 'd', writerId: 'writer', assignedFor: 's', publishedAt: null, hiddenAt: null, ...changes });

function viewer(accountId: string, seat: { role: string; organizationId: string; kind: string } | null): Viewer {
  const keys = ['public', ...(seat ? ['members', `team:${seat.organizationId}`] : [])];
  return { accountId, sessionId: '', name: 'Me', email: 'me@x.example', isSteward: false, parts: { seats: seat && [{ seatId: 'x', presenting: false, ...seat }] }, keys };
}

const people: Record<string, Viewer | null> = {
  visitor: null,
  'a member elsewhere': viewer('a', { role: 'superintendent', organizationId: 'e', kind: 'district' }),
  'its writer': viewer('writer', { role: 'staff', organizationId: 'e', kind: 'district' }),
  'its superintendent': viewer('b', { role: 'superintendent', organizationId: 'd', kind: 'district' }),
  'its staff': viewer('c', { role: 'staff', organizationId: 'd', kind: 'district' }),
  'its observer': viewer('f', { role: 'observer', organizationId: 'd', kind: 'district' }),
  'the sponsor that assigned it': viewer('g', { role: 'representative', organizationId: 's', kind: 'co_sponsor' }),
  'that sponsor’s observer': viewer('h', { role: 'observer', organizationId: 's', kind: 'co_sponsor' }),
  'another sponsor': viewer('i', { role: 'representative', organizationId: 't', kind: 'co_sponsor' }),
  'a sponsor who wrote it': viewer('writer', { role: 'representative', organizationId: 't', kind: 'co_sponsor' }),
  'a foundation': viewer('j', { role: 'representative', organizationId: 'f', kind: 'foundation' }),
};
const who = (may: (viewer: Viewer | null) => boolean): string[] => Object.keys(people).filter((name) => may(people[name] ?? null));

const inside = ['its writer', 'its superintendent', 'its staff', 'its observer', 'the sponsor that assigned it', 'that sponsor’s observer', 'a sponsor who wrote it'];
const everybody = Object.keys(people);

test.each<[string, Partial<Ruled>, string[]]>([
  ['a draft', {}, inside],
  ['what waits for signatures', { state: 'confirming' }, inside],
  ['what is confirmed', { state: 'confirmed' }, everybody.filter((name) => inside.includes(name) || name === 'another sponsor')],
  ['what is published', { state: 'published', audience: 'public', publishedAt: new Date() }, everybody],
  ['what is retired', { state: 'retired', audience: 'public', publishedAt: new Date() }, everybody],
  ['what was given up', { state: 'closed' }, inside],
  ['what a steward has hidden', { state: 'published', audience: 'public', publishedAt: new Date(), hiddenAt: new Date() }, ['its writer', 'a sponsor who wrote it']],
])('who reads %s', (_, changes, readers) => {
  expect(who((one) => canRead(one, study(changes)))).toEqual(readers);
});

const writers = ['its writer', 'a sponsor who wrote it'];
const district = ['its superintendent', 'its staff'];
const sponsors = ['the sponsor that assigned it', 'another sponsor'];
const rules: [Exclude<Verb, 'confirm'>, CaseStudyState[], string[]][] = [
  ['write', ['draft'], writers],
  ['offer', ['draft'], writers],
  ['reassign', ['draft'], ['the sponsor that assigned it']],
  ['close', ['draft'], ['the sponsor that assigned it']],
  ['sendBack', ['confirming'], district],
  ['approve', ['confirmed', 'published'], sponsors],
  ['unapprove', ['published'], [...sponsors, 'a sponsor who wrote it']],
  ['retire', ['confirmed', 'published'], district],
  ['revise', ['published'], [...district, 'the sponsor that assigned it', 'another sponsor', 'a sponsor who wrote it']],
];
const states: CaseStudyState[] = ['draft', 'confirming', 'confirmed', 'published', 'retired', 'closed', 'taken_up'];

test.each(rules.flatMap(([verb, when, allowed]) => states.map((state) => [verb, state, when.includes(state) ? allowed : []] as const)))('who may %s while it is %s', (verb, state, allowed) => {
  expect(who((one) => can(one, verb, study({ state })))).toEqual(allowed);
});

test('nobody does anything with what a steward has hidden', () => {
  for (const [verb, [state]] of rules) expect(who((one) => can(one, verb, study({ state: state ?? 'draft', hiddenAt: new Date() })))).toEqual([]);
});

test('who may have a district written about: whoever speaks for it, and co-sponsors', () => {
  expect(who((one) => assigningSeat(one, 'd') !== null)).toEqual([...district, 'the sponsor that assigned it', 'another sponsor', 'a sponsor who wrote it']);
  expect(who((one) => assigningSeat(one, 'd', 's') !== null)).toEqual(['the sponsor that assigned it']);
});

test('from a draft to the public there is one way, and none back', () => {
  expect(['offer', 'confirm', 'approve'].reduce<CaseStudyState | null>((state, verb) => state && after(state, verb as Verb), 'draft')).toBe('published');
  for (const state of ['retired', 'closed', 'taken_up'] as const) for (const verb of [...rules.map(([one]) => one), 'confirm' as const]) expect(after(state, verb)).toBeNull();
});
