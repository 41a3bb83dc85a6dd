import { describe, expect, test } from '@jest/globals';
import type { SeatHeld } from '@app/organizations';
import type { Viewer } from '@app/people';
import { audiencesFor, canClose, canDelete, canEdit, canReply, type PostFacts, type ThreadFacts, within } from './discussions.policy.js';

const somebody = (accountId: string, seats: [string, SeatHeld['role']][], more: string[] = []): Viewer => ({
  accountId,
  sessionId: 's',
  name: accountId,
  email: `${accountId}@x.example`,
  isSteward: false,
  parts: { seats: seats.map(([organizationId, role]) => ({ seatId: 's', role, organizationId, kind: 'district', presenting: false })) },
  keys: ['public', ...(seats.length > 0 ? ['members'] : []), ...seats.map(([id]) => `team:${id}`), ...more],
});

const ana = somebody('ana', [['maple', 'labor_leader']]);
const luis = somebody('luis', [['maple', 'board_president']]);
const pete = somebody('pete', [['cedar', 'labor_leader']]);
const observer = somebody('olga', [['maple', 'observer']]);
const mixed = somebody('mix', [['maple', 'observer'], ['cedar', 'staff']]);
const waiting = somebody('wes', []);
const former = somebody('ana', [['cedar', 'staff']]);

const open: ThreadFacts = { audience: 'members', organizationId: 'maple', closed: false, hidden: false };
const letter: PostFacts = { authorId: 'ana', organizationId: 'maple', removed: false, hidden: false };

describe('who may do what with a thread and its letters', () => {
  test.each([
    ['a member answers an open thread', canReply(pete, open), true],
    ['a visitor does not', canReply(null, open), false],
    ['a visitor reads a public thread and does not answer', canReply(null, { ...open, audience: 'public' }), false],
    ['an observer does not', canReply(observer, open), false],
    ['somebody who waits for a seat does not', canReply(waiting, { ...open, audience: 'public' }), false],
    ['nobody answers a closed thread', canReply(pete, { ...open, closed: true }), false],
    ['nobody answers a thread that was taken down', canReply(pete, { ...open, hidden: true }), false],
    ['a team answers in its own thread', canReply(luis, { ...open, audience: 'team:maple' }), true],
    ['another team does not', canReply(pete, { ...open, audience: 'team:maple' }), false],
    ['who only observes a team does not, though they speak elsewhere', canReply(mixed, { ...open, audience: 'team:maple' }), false],
    ['who only observes here answers among members for where they do speak', canReply(mixed, open), true],
    ['the opener’s organization closes', canClose(luis, open), true],
    ['another organization does not', canClose(pete, open), false],
    ['an observer of the opener’s organization does not', canClose(observer, open), false],
    ['an author edits', canEdit(ana, open, letter), true],
    ['a colleague does not', canEdit(luis, open, letter), false],
    ['an author who no longer speaks for that organization does not', canEdit(former, open, letter), false],
    ['an author does not edit in a closed thread', canEdit(ana, { ...open, closed: true }, letter), false],
    ['an author takes a letter back, also in a closed thread', canDelete(ana, { ...open, closed: true }, letter), true],
    ['an author who no longer speaks for that organization takes nothing back', canDelete(former, open, letter), false],
    ['a colleague does not take it back', canDelete(luis, open, letter), false],
    ['what was taken down is not edited', canEdit(ana, open, { ...letter, hidden: true }), false],
    ['what was taken back is not taken back again', canDelete(ana, open, { ...letter, removed: true }), false],
  ])('%s', (_title, is, shouldBe) => {
    expect(is).toBe(shouldBe);
  });
});

test('a thread is never open to more people than its subject', () => {
  expect(within('members', 'public')).toBe(true);
  expect(within('public', 'members')).toBe(false);
  expect(within('conference:1', 'members')).toBe(true);
  expect(within('members', 'conference:1')).toBe(false);
  expect(within('link:1', 'link:2')).toBe(false);
  expect(audiencesFor(ana, null)).toEqual(['members', 'public', 'team:maple']);
  expect(audiencesFor(ana, 'public')).toEqual(['members', 'public', 'team:maple']);
  expect(audiencesFor(ana, 'members')).toEqual(['members', 'team:maple']);
  expect(audiencesFor(somebody('a', [['maple', 'staff']], ['link:1']), 'link:1')).toEqual(['link:1']);
  expect(audiencesFor(ana, 'link:1')).toEqual([]);
  expect(audiencesFor(mixed, null)).toEqual(['members', 'public', 'team:cedar']);
});
