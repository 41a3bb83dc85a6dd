import { aTeam, aThread } from '@app/discussions/testing/index.js';
import { Member } from './member.js';
import { aSession, withServices } from './seed.js';

/** People enough for a load: each sits in a district of their own, is signed in, and has a thread that somebody else opened. */
export interface Townsman {
  member: Member;
  email: string;
  threadId: string;
  /** Who opened the thread, and so hears of replies by mail. */
  opener: string;
}

export async function aTown(env: NodeJS.ProcessEnv, address: string, people: number): Promise<Townsman[]> {
  return withServices(env, async (house) => {
    const town: Townsman[] = [];
    for (let n = 0; n < people; n += 1) {
      const [email, opener] = [`writer${n}@services.example`, `opener${n}@services.example`];
      const mine = await aTeam(house, { superintendent: email }, { name: `Writers ${n}` });
      const theirs = await aTeam(house, { superintendent: opener }, { name: `Openers ${n}` });
      const openerId = (await house.db.one<{ id: string }>(`select id from account where email = $1`, [opener]))!.id;
      const threadId = await house.db.transaction(() => aThread(house, { authorId: openerId, organizationId: theirs }, { title: `Thread ${n} of ${mine.slice(0, 8)}` }));
      town.push({ member: new Member(address, email, `10.1.${n >> 8}.${n & 255}`).withCookie(await aSession(house, email)), email, threadId, opener });
    }
    return town;
  });
}
