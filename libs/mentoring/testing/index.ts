import type { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { type SeatRole } from '@app/organizations';
import { aTeam } from '@app/discussions/testing';

interface House {
  db: Database;
  get: Get;
}

/** A presenting district with the people given in its seats; answers its id. Without people nobody sits there yet. */
export async function aMentor(house: House, people: Partial<Record<SeatRole, string>>, { name, capacity = 2 }: { name: string; capacity?: number }): Promise<string> {
  const id = await aTeam(house, people, { name });
  await house.db.query(`update organization set presenting = true, mentor_capacity = $2 where id = $1`, [id, capacity]);
  return id;
}
