import { Database } from '@app/platform/database';
import type { Chapter } from '@app/platform/story';
import { Sessions } from '@app/people';
import { Practices, type PracticeWords } from '../practices.service.js';

interface SharedInStory extends Omit<PracticeWords, 'audience'> {
  by: string;
  audience?: PracticeWords['audience'];
  ago: { days: number; hours?: number };
}

/** What the demo's invented districts have shared, told as they would tell it. */
const shared: SharedInStory[] = [
  {
    by: 'ruth', ago: { days: 500 }, principle: 7, instrument: 'policy', startYear: 2019, pilot: false,
    thresholds: [{ label: 'Reviews of progress', comparison: '=', value: 1, unit: 'per year' }],
    title: 'The board rates its own year, with the association in the room',
    summary: 'Each June the board scores itself against the six goals of the strategic plan in an open work session. The superintendent and the association president each bring two examples, one that helped and one that got in the way. The scores, the examples and three things to change are on one page, posted the next morning.',
    story: 'It began after a hard levy campaign, when Omar asked why everybody in the district was evaluated except the seven people at the front of the room. The first year the scores were all fours and nobody learned a thing. We then asked for one example behind each score and let the association president read theirs first. That changed the tone at once. Two members voted against going on in public; both have since moved for it. We would do it again, but on a Saturday morning: at nine at night people are tired and kind.',
  },
  {
    by: 'pete', ago: { days: 90, hours: 5 }, principle: 5, instrument: 'contract', startYear: 2017, pilot: false, pathway: 'long_standing',
    thresholds: [{ label: 'Evaluations', comparison: '=', value: 2, unit: 'per year' }, { label: 'Peer’s rating counts', comparison: '=', value: 50, unit: '%', note: 'of the observation' }],
    whatFailed: 'In the first year the observers came from the same building. Friends rated friends, and everybody knew it.',
    cost: 'Eight days of release time for each of twelve observers, about 21,000 dollars a year.',
    timeNeeded: 'One year to find the observers, two days of training each August.',
    funder: 'Lantern Fund, for the first two years', consultant: 'A retired principal from the next county',
    outcomes: [{ text: 'The pair disagreed by more than a step in a third of the visits at first, in one of nine now.', source: 'Observation records, counted by the association', year: 2025 }],
    title: 'Two observers, one of them a teacher from another school',
    summary: 'Every formal observation is done twice in a semester: once by the principal, once by a peer who teaches the same grades in another building. The two compare notes before the teacher sees them, and where they differ by more than one step they go in a third time, together.',
    story: 'The contract language took one afternoon; finding twelve colleagues whom everybody trusts took a year. We asked each building to name three people they would want to be seen by, and took those named more than once. They get eight days of release time. In the first year the pairs differed in about a third of the visits, and those third visits turned out to be the best training our principals have had.',
  },
  {
    by: 'ruth', ago: { days: 420 }, principle: 4, instrument: 'mou', startYear: 2021, expandedYear: 2023, pilot: false, pathway: 'long_standing',
    thresholds: [{ label: 'Staff vote', comparison: '>=', value: 80, unit: '%', note: 'by secret ballot, for one school year' }, { label: 'Time that may be moved', comparison: '<=', value: 60, unit: 'minutes', note: 'a week' }],
    whatFailed: 'The first ballots were open, and in one building nobody dared to vote no. We threw that vote away and began again with envelopes.',
    cost: 'About 1,900 dollars a year for the bus contractor’s second route, and nothing else.',
    timeNeeded: 'Seven months from the first question to the first vote; a vote takes two weeks.',
    outcomes: [{ text: 'Three of seven buildings plan together on Wednesday mornings.', source: 'Office of the superintendent', year: 2025 }],
    title: 'A school may move an hour a week when four of five agree',
    summary: 'Staff of a building can move up to one hour of the week, for instance to start late on Wednesdays and plan together, when 80 percent vote for it by secret ballot. The change lasts one school year and falls away by itself unless it is voted again.',
    story: 'We borrowed the 80 percent from districts in the record of 2011 and added the end date ourselves, because the fear on both sides was that a trial would quietly become the rule. Three buildings have voted yes, one twice no. The bus contractor was the real obstacle: talk with transportation before you talk with anybody else.',
  },
  {
    by: 'omar', ago: { days: 2, hours: 3 }, principle: 1, instrument: 'practice', startYear: 2016, audience: 'members',
    title: 'Breakfast before every board meeting',
    summary: 'On the morning of each board meeting the superintendent, the board president and the association president have breakfast and go through the agenda. One rule: nobody hears anything in the evening that they could have heard in the morning.',
    story: 'It was the mediator’s idea after the strike vote of 2016, and for the first months we mostly ate. It survived two superintendents. What we would warn of: when one of the three sends a deputy, cancel. The year we did not, it became a briefing and we had to start again.',
  },
  {
    by: 'gloria', ago: { days: 60 }, principle: 9, instrument: 'contract', startYear: 2020, pilot: false, pathway: 'crisis',
    thresholds: [{ label: 'People in the finance group', comparison: '=', value: 4, unit: 'people', note: 'two from each side' }],
    cost: 'Thirty hours a month in a bargaining year, on working time.', consultant: 'A retired actuary',
    whatFailed: 'The first model had a sheet that only one side could see. It was gone the same afternoon.',
    outcomes: [{ text: 'Sessions spent on whose numbers are right fell from eleven of fourteen to one of nine.', source: 'Minutes of the joint committee', year: 2023 }],
    title: 'One compensation model that both sides keep',
    summary: 'A joint finance group of four keeps a single spreadsheet of what every change in pay would cost over five years. Either side can ask it a question in bargaining and the answer goes to both at the same time. Neither brings other figures to the table.',
    story: 'In the round of 2018 we spent eleven of fourteen sessions arguing whose numbers were right. A retired actuary from the city helped us build the model and the union’s research office checked every cell. The rule that answers go to both at once was Mei-Lin’s condition, and it is the one that made it work. It costs us about thirty hours a month in a bargaining year.',
  },
  {
    by: 'mei', ago: { days: 45, hours: 2 }, principle: 10, instrument: 'contract', startYear: 2015, pilot: false, pathway: 'crisis',
    thresholds: [{ label: 'Time to an answer', comparison: '<=', value: 10, unit: 'school days' }, { label: 'People at the table', comparison: '=', value: 6, unit: 'people', note: 'three staff, three administrators' }],
    outcomes: [{ text: 'Grievances went from 61 a year before the clock to 19 in its third year.', source: 'Harbor Point Teachers’ Union', year: 2018 }],
    title: 'A problem-solving table in every building, with a clock',
    summary: 'Each school has a table of three staff and three administrators. Whatever is brought to it has ten school days: solved, sent up to the district table, or closed with reasons in writing. The district table has the same ten days. Grievances can still be filed at any time, and few are.',
    story: 'We had school committees before; they were where things went to wait. The clock changed that. In the year before we counted 61 grievances, in the third year with the clock 19. The hard part was principals who felt that they were losing their say, so we trained them together with the building representatives, at the same tables, over two summers.',
  },
  {
    by: 'omar', ago: { days: 800 }, principle: 9, instrument: 'mou', startYear: 2022, pilot: true, pathway: 'long_standing',
    thresholds: [{ label: 'Growth counts', comparison: '=', value: 20, unit: '%', note: 'of a team’s bonus' }, { label: 'Staff vote', comparison: '>=', value: 66.67, unit: '%', note: 'to take part' }],
    title: 'A bonus that a whole grade team earns together',
    summary: 'Teams of a grade could choose to be paid a bonus for what their students gained together, on top of the schedule. A team took part when two thirds of it voted for it.',
    story: 'The association proposed it, to have an answer ready before anybody proposed bonuses for single teachers. Four teams tried it for two years. They worked together more, and they also began to argue about which children were on whose list.',
    whatFailed: 'The gains were known eleven months after the work. Nobody could say any more what had earned them.',
    outcomes: [{ text: 'Two of the four teams reached the bonus in the second year.', source: 'Cedar Ridge Education Association', year: 2024 }],
  },
  {
    by: 'james', ago: { days: 3 }, principle: 2, instrument: 'policy', startYear: 2022,
    title: 'A yearly results night that no one side hosts',
    summary: 'Once a year the district’s results for all students are presented by a principal, a teacher and a board member together, school by school, in a high-school gym. Questions are taken on cards and every card is answered in writing within two weeks.',
    story: 'When the superintendent’s office presented, the union felt graded; when we did not present at all, the newspaper did it for us. Now the three write the slides together and nobody may speak to a slide that they did not help to write. About two hundred people came the first time. The cards were the best idea: they showed us that families wanted to know about reading, and hardly anything else.',
  },
  {
    by: 'ana', ago: { days: 1, hours: 4 }, principle: 3, instrument: 'mou', startYear: 2024, pilot: true, pathway: 'new_leadership',
    thresholds: [{ label: 'First-year teachers to a mentor', comparison: '=', value: 2, unit: 'people' }],
    title: 'First-year teachers share a mentor and a planning period',
    summary: 'Two new teachers in the same building share one mentor and one planning period a day. The mentor teaches two sections less. What they say to each other stays out of evaluation.',
    story: 'We are in the second year and still learning. The money came from not filling two coaching positions at the central office, which Dana put on the table before we had asked. The promise that nothing goes into evaluation had to be written down: in the first semester two mentors were asked for their opinion, and we fixed it the same week.',
  },
];

/** What invented districts have shared in the days before and after the demo's conference. */
export const sharedPractices: Chapter = {
  name: 'practices: what districts shared',
  tell: async (get, story) => {
    const [db, practices, sessions] = [get(Database), get(Practices), get(Sessions)];
    for (const { by, ago, audience = 'public', ...words } of shared) {
      const viewer = await sessions.viewerOfPerson(await story.recall(`person:${by}`));
      if (!viewer) throw new Error(`${by} of the demo's cast has no account.`);
      const practice = await practices.share(viewer, { ...words, audience });
      await db.query(`update practice set shared_at = $2 where id = $1`, [practice.id, story.ago(ago)]);
      await story.remember(`practice:${by}:${words.principle}`, practice.id);
    }
  },
};
