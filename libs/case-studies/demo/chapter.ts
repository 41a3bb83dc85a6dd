import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import type { Chapter, Story } from '@app/platform/story';
import { Sessions, type Viewer } from '@app/people';
import { signs } from '@app/signatures/testing';
import { type Assignment, CaseStudies } from '../case-studies.service.js';
import { Confirmed } from '../confirmed.service.js';
import type { Parts } from '../template.js';

const CEDAR: Parts = {
  context: 'Cedar Ridge has seven buildings and about four thousand students. In 2015 every teacher was observed once a year by a principal who had twenty-eight others to observe. Two out of three got the same rating as the year before, word for word.\n\nThe association had no quarrel with being observed. It had one with being observed by nobody who had time.',
  process: '2015: the association asks for peers, the superintendent asks what happens when peers and principals disagree, and neither has an answer.\n2016: four pairs try it in two buildings. Nothing goes into a file.\n2017: the contract takes it up, for one visit in each semester. Twelve observers are named by their colleagues.\n2019: where the two differ by more than a step, they go in a third time together.\n2022: the observers train the new principals.',
  tools: 'The sheet that both observers fill in before they talk: one page, six questions, a line for what was not seen.\nThe calendar of release days, with the names of the substitutes.\nThe article of the contract: two paragraphs, and one sentence on what stays out of the file.',
  outcomes: 'In the first year the pair differed by more than a step in a third of the visits, in 2025 in one of nine (observation records, counted by the association).\nOf the twelve first observers five became assistant principals (personnel office, 2024).',
  how: 'What moved it was a lunch. Pete and Ruth had each brought their worst case, and found that it was the same teacher: rated high by a principal who had stayed eleven minutes, and avoided by every colleague. Neither could have said so in bargaining.\n\nThe hard part was not the contract. It was finding twelve people whom everybody would want in their room. They asked each building for three names and took those that came up more than once; two who had the union’s backing did not, and Pete told them so himself.\n\nWhat failed: in the trial the peers came from the same building. Friends rated friends. Since then nobody observes where they teach.\n\nWhat they would do sooner: write down on the first day what stays out of the file. For a whole spring half the staff believed that peers reported to the board.',
};

const HARBOR = {
  process: 'The joint calendar names every decision that concerns both sides, by when it is taken and by whom. It is set in June, for the year, in one afternoon.',
  outcomes: 'In 2025 four of thirty-one decisions were taken later than the calendar said (minutes of the joint committee).',
  how: 'It began as a list of things that had gone wrong because one side had heard of them too late. Mei-Lin read it aloud; Gloria asked for the dates. The second column of that list became the calendar.\n\nThe first version had sixty lines and nobody kept to it. What helped was to strike everything on which only one side decides.',
};

/** Three case studies: one that is out, one that began with the materials of the conference and waits for its district, one just begun. */
export const caseStudiesChapter: Chapter = {
  name: 'case studies: one out, one to be confirmed, one begun',
  tell: async (get, story) => {
    const of = (key: string): Promise<string> => story.recall(`organization:${key}`);
    const person = (key: string): Promise<string> => story.recall(`person:${key}`);
    const cedar = await written(get, story, 'nora', { districtId: await of('cedar-ridge'), writerId: await person('nora'), title: 'Two observers in one room', principles: [5, 3] }, 'nora', CEDAR);
    const db = get(Database);
    const act = await offered(get, story, 'nora', cedar, 'ruth');
    for (const signer of ['pete', 'ruth', 'omar']) await signs({ db, get }, await person(signer), act);
    await get(Confirmed).approve(await viewerNamed(get, story, 'eleanor'), cedar);
    await db.query(`delete from mail_ledger where data ->> 'actId' = $1 or data ->> 'caseStudyId' = $2`, [act, cedar]);
    await db.query(`update joint_act set created_at = $2, completed_at = $3 where id = $1`, [act, story.ago({ days: 16 }), story.ago({ days: 11 })]);
    await db.query(`update joint_signature set signed_at = $2 where act_id = $1`, [act, story.ago({ days: 11 })]);
    await db.query(`update case_study set created_at = $2, confirmed_at = $3, published_at = $4, changed_at = $4 where id = $1`, [cedar, story.ago({ days: 38 }), story.ago({ days: 11 }), story.ago({ days: 9 })]);
    await db.query(`update case_study_approval set at = $2 where case_study_id = $1`, [cedar, story.ago({ days: 9 })]);
    await story.remember('case-study:cedar', cedar);

    const harbor = await written(
      get, story, 'eleanor',
      { districtId: await of('harbor-point'), writerId: await person('mei'), title: 'A calendar of decisions that both sides keep', principles: [10], conferenceId: await story.recall('conference:ridgeline') },
      'mei', HARBOR,
    );
    const waiting = await offered(get, story, 'mei', harbor, 'gloria');
    await signs({ db, get }, await person('mei'), waiting);
    await story.remember('case-study:harbor', harbor);
    await story.remember('act:case-study:harbor', waiting);

    const maple = await written(
      get, story, 'dana', { districtId: await of('maple-hollow'), writerId: await person('dana'), title: 'From one list to two', principles: [1, 10] }, 'dana',
      { context: 'Maple Hollow has twelve schools in three old villages. For years each of us came to the table with a list of our own.' },
    );
    await story.remember('case-study:maple', maple);
  },
};

/** Has it assigned and written. What the first draft has already stays where the writer gives nothing else. */
async function written(get: Get, story: Story, assigner: string, assignment: Assignment, writer: string, parts: Partial<Parts>): Promise<string> {
  const draft = await get(CaseStudies).assign(await viewerNamed(get, story, assigner), assignment);
  const { context, process, tools, outcomes, how } = { ...draft, ...parts };
  await get(CaseStudies).write(await viewerNamed(get, story, writer), { caseStudyId: draft.id, title: draft.title, principles: draft.principles, revision: draft.revision, context, process, tools, outcomes, how });
  return draft.id;
}

async function offered(get: Get, story: Story, writer: string, id: string, seat: string): Promise<string> {
  const study = await get(Confirmed).offer(await viewerNamed(get, story, writer), id);
  const { open } = await get(Confirmed).actsOf(await viewerNamed(get, story, seat), study);
  if (!open) throw new Error(`${study.title} does not wait for signatures.`);
  return open.id;
}

async function viewerNamed(get: Get, story: Story, person: string): Promise<Viewer> {
  const viewer = await get(Sessions).viewerOfPerson(await story.recall(`person:${person}`));
  if (!viewer) throw new Error(`${person} has no account.`);
  return viewer;
}
