import { Database } from '@app/platform/database';
import { aTeam } from '@app/discussions/testing/index.js';
import { aMentor } from '@app/mentoring/testing/index.js';
import type { SeedHouse } from '../setup/seed.js';

export const STEWARD = 'steward@services.example';
/** The people of the journey, by what they are here for. */
export const DANA = 'dana@elm-fork.example';
export const RUTH = 'ruth@birch-creek.example';
export const ELEANOR = 'eleanor@forum.example';

/** The organizations they sit in. */
export interface Cast {
  district: string;
  mentor: string;
  sponsor: string;
}

/** A district, a presenting district and a co-sponsor, all invented, with one person each. */
export async function plantCast(house: SeedHouse): Promise<Cast> {
  return house.get(Database).transaction(async () => ({
    district: await aTeam(house, { superintendent: DANA }, { name: 'Elm Fork Schools' }),
    mentor: await aMentor(house, { labor_leader: RUTH }, { name: 'Birch Creek Schools' }),
    sponsor: await aTeam(house, { staff: ELEANOR }, { name: 'Forum of District Teams', kind: 'co_sponsor' }),
  }));
}
