import { request } from '@playwright/test';
import { Demo } from './demo.js';
import { ask, type PersonKey, signInAs } from './people.js';

/** What the demo's story does not hold, and pages exist for: a report that waits, a thing taken down, an open invitation, a conference that is still ahead. */
export async function prepare(address: string, databaseUrl: string): Promise<void> {
  const demo = new Demo(databaseUrl);
  const as = async (person: PersonKey, mutation: string, input: object, inside = ''): Promise<Record<string, string>> => {
    const context = await request.newContext({ baseURL: address });
    await signInAs(context, person);
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await ask<Record<string, Record<string, string>>>(context, `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Problem { message } ${inside} } }`, { input });
    await context.dispose();
    const made = answer[mutation] ?? {};
    if (made['message']) throw new Error(`${mutation}: ${made['message']}`);
    return made;
  };
  try {
    if ((await demo.value("select count(*) from conference where slug like 'meeting-of-district-teams%'")) !== '0') return;
    await demo.afterMailLike('%/unsubscribe/%');
    const letter = await demo.value('select id from post where thread_id = $1 and number = 2', [await demo.recall('thread:board-changes')]);
    await as('dana', 'report', { kind: 'post', id: letter, reason: 'other', words: 'It names a teacher by her name.' });
    const guide = await demo.recall('resource:hiring-panel');
    await as('tom', 'report', { kind: 'resource', id: guide, reason: 'other', words: 'It is not theirs to share.' });
    const reportId = await demo.value("select id from report where state = 'open' and reporter_id = $1", [await demo.recall('person:tom')]);
    await as('sam', 'takeDown', { reportId, reason: 'Please ask the district that wrote it, then share it again.' });
    await as('dana', 'inviteToSeat', { organizationId: await demo.recall('organization:maple-hollow'), role: 'staff', title: 'Director of Professional Learning', email: 'lena.ward@maple-hollow.example' });
    const facts = { title: 'Meeting of district teams in Columbus', city: 'Columbus', state: 'OH', zone: 'America/New_York', starts: day(-1), ends: day(3) };
    const { id } = await as('eleanor', 'openConference', facts, '... on Conference { id }');
    const step = { kind: 'message', amount: 1, unit: 'days', fromOrganizationId: await demo.recall('organization:forum'), fromName: 'Eleanor Marsh', subject: 'What we heard in Columbus', body: 'Thank you for coming.' };
    await as('eleanor', 'planLadder', { conferenceId: id, steps: [step] });
    await demo.afterMailLike('%/invitation/%');
  } finally {
    await demo.close();
  }
}

/** Nine in the morning of a day from today, as a form writes it. */
function day(from: number): string {
  return `${new Date(Date.now() + from * 24 * 3_600_000).toISOString().slice(0, 10)}T09:00`;
}
