import { expect, test } from '@jest/globals';
import type { Viewer } from '@app/people';
import { canClaim, canDecide, canEditProfile, canInvite, canVouchIn, type Ruled, seesWholeTeam } from './organizations.policy.js';

const district: Ruled = { id: 'd', kind: 'district' };
const sponsor: Ruled = { id: 's', kind: 'co_sponsor' };

function viewer(seat: { role: string; organizationId: string; kind: string } | null, isSteward = false): Viewer {
  return { accountId: 'me', sessionId: '', name: 'Me', email: 'me@x.example', isSteward, parts: { seats: seat && [{ seatId: 'x', presenting: false, ...seat }] }, keys: ['public', ...(seat || isSteward ? ['members'] : [])] };
}

const people: Record<string, Viewer | null> = {
  visitor: null,
  'somebody who waits': viewer(null),
  'its superintendent': viewer({ role: 'superintendent', organizationId: 'd', kind: 'district' }),
  'its staff': viewer({ role: 'staff', organizationId: 'd', kind: 'district' }),
  'its observer': viewer({ role: 'observer', organizationId: 'd', kind: 'district' }),
  'another superintendent': viewer({ role: 'superintendent', organizationId: 'e', kind: 'district' }),
  'a co-sponsor': viewer({ role: 'representative', organizationId: 's', kind: 'co_sponsor' }),
  'a co-sponsor’s observer': viewer({ role: 'observer', organizationId: 's', kind: 'co_sponsor' }),
  'a foundation': viewer({ role: 'representative', organizationId: 'f', kind: 'foundation' }),
  'a steward': viewer(null, true),
};

test.each([
  ['vouch in a district', (who: Viewer | null) => canVouchIn(who, district), ['its superintendent', 'a co-sponsor', 'a steward']],
  ['vouch in a co-sponsor', (who: Viewer | null) => canVouchIn(who, sponsor), ['a co-sponsor', 'a steward']],
  ['decide another’s claim', (who: Viewer | null) => who !== null && canDecide(who, { accountId: 'other' }, district), ['its superintendent', 'a co-sponsor', 'a steward']],
  ['decide their own claim', (who: Viewer | null) => who !== null && canDecide(who, { accountId: 'me' }, district), []],
  ['invite to a vacant seat', (who: Viewer | null) => canInvite(who, district, 'board_president'), ['its superintendent', 'a co-sponsor', 'a steward']],
  ['invite staff', (who: Viewer | null) => canInvite(who, district, 'staff'), ['its superintendent', 'a steward']],
  ['invite an observer', (who: Viewer | null) => canInvite(who, district, 'observer'), ['its superintendent', 'a steward']],
  ['invite a representative to a district', (who: Viewer | null) => canInvite(who, district, 'representative'), []],
  ['invite to a co-sponsor', (who: Viewer | null) => canInvite(who, sponsor, 'representative'), ['a co-sponsor', 'a steward']],
  ['edit the profile', (who: Viewer | null) => canEditProfile(who, district), ['its superintendent', 'its staff']],
  ['claim a seat', (who: Viewer | null) => canClaim(who, district), ['somebody who waits', 'its staff', 'its observer', 'another superintendent', 'a co-sponsor', 'a co-sponsor’s observer', 'a foundation', 'a steward']],
  ['see staff and observers', seesWholeTeam, Object.keys(people).filter((name) => !['visitor', 'somebody who waits'].includes(name))],
])('who may %s', (_, may, allowed) => {
  expect(Object.keys(people).filter((name) => may(people[name] ?? null))).toEqual(allowed);
});
