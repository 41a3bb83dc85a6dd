import { expect, test } from '@jest/globals';
import type { Viewer } from '@app/people';
import { approvingSeats, canAskToAffirm, canBeApproved, canChange, canLapse, canWithdraw } from './practices.policy.js';

const practice = { status: 'shared', stage: 'told', organizationId: 'd', withdrawnAt: null, hiddenAt: null } as const;
type Ruled = Parameters<typeof canChange>[1];
const standing = (changes: Partial<Ruled>): Ruled => ({ ...practice, ...changes });

function viewer(seat: { role: string; organizationId: string; kind: string } | null, isSteward = false): Viewer {
  return { accountId: 'me', sessionId: '', name: 'Me', email: 'me@x.example', isSteward, parts: { seats: seat && [{ seatId: 'x', presenting: false, ...seat }] }, keys: ['public', ...(seat || isSteward ? ['members'] : [])] };
}

const people: Record<string, Viewer | null> = {
  visitor: null,
  'somebody who waits': viewer(null),
  'its superintendent': viewer({ role: 'superintendent', organizationId: 'd', kind: 'district' }),
  'its union leader': viewer({ role: 'labor_leader', organizationId: 'd', kind: 'district' }),
  'its staff': viewer({ role: 'staff', organizationId: 'd', kind: 'district' }),
  'its observer': viewer({ role: 'observer', organizationId: 'd', kind: 'district' }),
  'its guest': viewer({ role: 'guest', organizationId: 'd', kind: 'district' }),
  'another superintendent': viewer({ role: 'superintendent', organizationId: 'e', kind: 'district' }),
  'a co-sponsor': viewer({ role: 'representative', organizationId: 's', kind: 'co_sponsor' }),
  'a co-sponsor’s observer': viewer({ role: 'observer', organizationId: 's', kind: 'co_sponsor' }),
  'a foundation': viewer({ role: 'representative', organizationId: 'f', kind: 'foundation' }),
  'a steward': viewer(null, true),
};
const team = ['its superintendent', 'its union leader', 'its staff'];

test.each<[string, (who: Viewer | null) => boolean, string[]]>([
  ['edit what is told', (who) => canChange(who, practice), team],
  ['edit what has lapsed', (who) => canChange(who, standing({ stage: 'lapsed' })), team],
  ['edit the record of 2011', (who) => canChange(who, standing({ status: 'recorded' })), []],
  ['edit what was taken back', (who) => canChange(who, standing({ withdrawnAt: new Date() })), []],
  ['take back what nobody has signed', (who) => canWithdraw(who, practice, false), team],
  ['take back what was signed once', (who) => canWithdraw(who, practice, true), []],
  ['take back what is in force', (who) => canWithdraw(who, standing({ stage: 'in_force' }), true), []],
  ['ask the seats to sign', (who) => canAskToAffirm(who, practice), team],
  ['ask the seats to sign what has lapsed', (who) => canAskToAffirm(who, standing({ stage: 'lapsed' })), team],
  ['ask the seats to sign what a steward has hidden', (who) => canAskToAffirm(who, standing({ hiddenAt: new Date() })), []],
  ['ask the seats to sign the record of 2011', (who) => canAskToAffirm(who, standing({ status: 'recorded' })), []],
  ['say that it is done no more', (who) => canLapse(who, standing({ stage: 'in_force' })), team],
  ['say so twice', (who) => canLapse(who, standing({ stage: 'lapsed' })), []],
  ['approve for a co-sponsor', (who) => approvingSeats(who).length > 0, ['a co-sponsor']],
])('who may %s', (_, may, allowed) => {
  expect(Object.keys(people).filter((name) => may(people[name] ?? null))).toEqual(allowed);
});

test.each<[Partial<Ruled>, boolean]>([
  [{ stage: 'told' }, false],
  [{ stage: 'affirmed' }, true],
  [{ stage: 'in_force' }, true],
  [{ stage: 'lapsed' }, false],
  [{ stage: 'affirmed', hiddenAt: new Date() }, false],
  [{ stage: 'affirmed', withdrawnAt: new Date() }, false],
  [{ status: 'recorded' }, false],
])('a co-sponsor approves what is %j: %s', (changes, can) => {
  expect(canBeApproved(standing(changes))).toBe(can);
});
