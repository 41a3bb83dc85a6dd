import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@app/people';
import { canDecide, canReport, isTheirs } from './moderation.policy.js';

const seat = (organizationId: string, role: string) => ({ seatId: 's', role, organizationId, kind: 'district', presenting: false });
const viewer = (facts: Partial<Viewer>): Viewer => ({ accountId: 'ana', sessionId: '', name: '', email: '', isSteward: false, parts: {}, keys: ['public'], ...facts });

const waiting = viewer({});
const observer = viewer({ accountId: 'olga', keys: ['public', 'members'], parts: { seats: [seat('maple', 'observer')] } });
const leader = viewer({ accountId: 'dana', keys: ['public', 'members'], parts: { seats: [seat('maple', 'superintendent')] } });
const steward = viewer({ accountId: 'sam', isSteward: true, keys: ['public', 'members'] });

describe('who may report', () => {
  test.each([['a leader', leader, true], ['an observer, who writes nothing else', observer, true], ['a steward', steward, true], ['somebody who waits for a seat', waiting, false]])('%s: %#', (_who, who, may) => {
    expect(canReport(who)).toBe(may);
  });
});

describe('who may decide', () => {
  test.each([['a steward', steward, true], ['a leader', leader, false], ['an observer', observer, false]])('%s: %#', (_who, who, may) => {
    expect(canDecide(who)).toBe(may);
  });
});

describe('who may read why something was taken down, and answer', () => {
  const ofDana = { authorId: 'dana', authorOrganizationId: 'maple' };
  test.each([
    ['its author', leader, ofDana, true],
    ['somebody who speaks for the same team', leader, { authorId: 'ana', authorOrganizationId: 'maple' }, true],
    ['an observer of the same team', observer, ofDana, false],
    ['a leader of another district', leader, { authorId: 'pete', authorOrganizationId: 'cedar' }, false],
    ['the author, when they have left the team', viewer({ accountId: 'dana' }), ofDana, true],
    ['anybody, when neither author nor team is known', leader, { authorId: null, authorOrganizationId: null }, false],
  ])('%s: %#', (_who, who, reported, may) => {
    expect(isTheirs(who, reported)).toBe(may);
  });
});
