import { aCsv, aPdf, aWorkbook } from '@app/platform/files/testing';
import type { Licence } from '../contract/licences.js';
import { EVALUATION_TEXT, SUBSTITUTE_TEXT, TRANSFER_TEXT } from './texts.js';

interface DemoResource {
  key: string;
  title: string;
  summary: string;
  by: string;
  from: string;
  daysAgo: number;
  audience: 'public' | 'members' | 'team';
  principles: number[];
  topics: string[];
  licence?: Licence;
  thing: { url: string } | { body: string } | { name: string; bytes: () => Buffer };
  usefulTo?: { person: string; team: string; daysAgo: number }[];
}

/** What the demo's invented districts share. None of it is a real district's paper. */
export const demoResources: DemoResource[] = [
  {
    key: 'rubric',
    title: 'Teacher evaluation rubric, joint edition',
    summary: 'The rubric our principals and peer observers both use: four levels in eleven rows, with the sentence that tells each level from the next. Written by a committee of six teachers and six principals.',
    by: 'pete', from: 'cedar-ridge', daysAgo: 26, audience: 'public', principles: [5], topics: ['evaluation'], licence: 'cc_by',
    thing: {
      name: 'teacher-evaluation-rubric-joint-edition.pdf',
      bytes: () =>
        aPdf('Teacher evaluation rubric, joint edition', [
          'Cedar Ridge Public Schools and Cedar Ridge Education Association (both invented)',
          '',
          'How to read a row: begin at the second level and move only when you can name',
          'what you saw. One visit is one piece of evidence, never a rating.',
          '',
          'Row 1  The aim of the lesson',
          '  1  Students cannot say what they are learning.',
          '  2  Most students can say what they are doing.',
          '  3  Most students can say what they are learning and why.',
          '  4  Students say how they will know that they have learned it.',
          '',
          'Row 2  Questions',
          '  1  Questions ask for one word.',
          '  2  Some questions ask for a reason.',
          '  3  Most questions ask for a reason, and the teacher waits for it.',
          '  4  Students ask one another for reasons.',
          '',
          'Row 3  Work that is given back',
          '  1  A mark.   2  A mark and a remark.',
          '  3  One thing to do next.   4  One thing to do next, and time to do it.',
          '',
          'When principal and peer are one level apart, the teacher reads both texts and',
          'keeps the higher level. Further apart: a third observer from the joint list.',
        ]),
    },
    usefulTo: [
      { person: 'ana', team: 'maple-hollow', daysAgo: 6 },
      { person: 'mei', team: 'harbor-point', daysAgo: 12 },
      { person: 'denise', team: 'lakeshore', daysAgo: 2 },
    ],
  },
  {
    key: 'calendar',
    title: 'Observation calendar for a year, by school',
    summary: 'Which week each school is visited, by whom, and the forty protected minutes after each visit. Open it in a spreadsheet and put in your own schools.',
    by: 'mei', from: 'harbor-point', daysAgo: 19, audience: 'members', principles: [4, 5], topics: ['time-and-schedules'],
    thing: {
      name: 'observation-calendar.xlsx',
      bytes: () =>
        aWorkbook({
          title: 'Observation calendar',
          sheets: {
            Visits: [
              ['week of', 'school', 'principal visits', 'peer visits', 'writing time kept free'],
              ['September 14', 'Quay Street Elementary', 4, 4, 'Tuesday 2:10-2:50'],
              ['September 21', 'Lantern Hill Middle', 6, 5, 'Wednesday 1:30-2:10'],
              ['October 5', 'Harbor Point High', 9, 9, 'Thursday 2:40-3:20'],
              ['October 19', 'Quay Street Elementary', 4, 5, 'Tuesday 2:10-2:50'],
              ['November 2', 'Saltmarsh K-8', 7, 7, 'Monday 2:00-2:40'],
              ['November 30', 'Lantern Hill Middle', 6, 6, 'Wednesday 1:30-2:10'],
            ],
            Rules: [['Nobody observes in the own building'], ['Moving a visit takes two names']],
          },
        }),
    },
    usefulTo: [{ person: 'dana', team: 'maple-hollow', daysAgo: 1 }, { person: 'ruth', team: 'cedar-ridge', daysAgo: 9 }],
  },
  {
    key: 'second-year',
    title: 'What changed in the second year of peer evaluation',
    summary: 'Five things we thought would be hard and were not, and two that nobody had warned us of.',
    by: 'ruth', from: 'cedar-ridge', daysAgo: 15, audience: 'public', principles: [3, 5], topics: ['evaluation', 'development'],
    thing: { body: EVALUATION_TEXT },
    usefulTo: [{ person: 'luis', team: 'maple-hollow', daysAgo: 4 }, { person: 'nora', team: 'council', daysAgo: 3 }],
  },
  {
    key: 'pay-model',
    title: 'Pay lanes after the old salary schedule',
    summary: 'How our fund for classroom roles is paid for, with the figures for three budget years and what happens when a grant ends.',
    by: 'gloria', from: 'harbor-point', daysAgo: 23, audience: 'members', principles: [9], topics: ['compensation'],
    thing: { url: 'https://harbor-point.example/agreements/pay-lanes' },
    usefulTo: [{ person: 'omar', team: 'cedar-ridge', daysAgo: 11 }],
  },
  {
    key: 'substitutes',
    title: 'Covering a peer observer’s day in a district with two substitutes',
    summary: 'A small district’s way: trade mornings, never whole days, and ask the board for six days before the year begins.',
    by: 'carol', from: 'prairie-view', daysAgo: 9, audience: 'members', principles: [4], topics: ['time-and-schedules', 'evaluation'],
    thing: { body: SUBSTITUTE_TEXT },
  },
  {
    key: 'board-self-review',
    title: 'A board looks at its own year: twelve questions',
    summary: 'Our members answer alone, then compare in public session. The questions that showed the widest gap became next year’s goals.',
    by: 'nora', from: 'council', daysAgo: 12, audience: 'public', principles: [7], topics: ['shared-accountability'],
    thing: { url: 'https://council.example/board-review' },
    usefulTo: [{ person: 'walt', team: 'lakeshore', daysAgo: 7 }],
  },
  {
    key: 'transfer-letter',
    title: 'Transfers by conversation: the letter both of us sign',
    summary: 'One page that goes to a teacher before a transfer is decided, signed by the superintendent and the association, with three questions and the date by which we answer.',
    by: 'omar', from: 'cedar-ridge', daysAgo: 17, audience: 'members', principles: [8], topics: ['retention'],
    thing: { body: TRANSFER_TEXT },
  },
  {
    key: 'hiring-panel',
    title: 'Who sits on a hiring panel, and who has the last word',
    summary: 'A two-page guide for principals and building representatives. The last word is the panel’s; the principal may ask once for a second round.',
    by: 'denise', from: 'lakeshore', daysAgo: 7, audience: 'members', principles: [2], topics: ['hiring'],
    thing: { url: 'https://lakeshore.example/people/hiring-panel' },
    usefulTo: [{ person: 'ana', team: 'maple-hollow', daysAgo: 3 }],
  },
  {
    key: 'local-guide',
    title: 'Bringing your members along: a guide for local presidents',
    summary: 'What to say before, during and after a joint committee begins its work, by presidents who lost an election over it and one who won.',
    by: 'marcus', from: 'alliance', daysAgo: 28, audience: 'members', principles: [2, 10], topics: ['shared-accountability'],
    thing: { url: 'https://alliance.example/guides/bringing-members-along' },
    usefulTo: [{ person: 'pete', team: 'cedar-ridge', daysAgo: 21 }],
  },
  {
    key: 'mentor-hours',
    title: 'Mentor hours for first-year teachers, counted',
    summary: 'What we promised, what was held, and what a released hour costs. Two years, month by month.',
    by: 'dana', from: 'maple-hollow', daysAgo: 5, audience: 'public', principles: [3], topics: ['development', 'retention'],
    thing: {
      name: 'mentor-hours.csv',
      bytes: () => aCsv([['month', 'hours promised', 'hours held', 'cost of release'], ['September', 120, 96, 4320], ['October', 120, 118, 5310], ['November', 100, 101, 4545], ['December', 70, 58, 2610], ['January', 120, 117, 5265]]),
    },
    usefulTo: [{ person: 'tom', team: 'prairie-view', daysAgo: 2 }],
  },
  {
    key: 'bargaining-notes',
    title: 'Our notes for the table in the spring',
    summary: 'Where the three of us already agree, and the four questions we bring back from Ridgeline. Only our own team reads this.',
    by: 'luis', from: 'maple-hollow', daysAgo: 1, audience: 'team', principles: [5, 9], topics: ['strategic-direction'],
    thing: { body: 'Agreed among the three of us:\n\n- Peer observers stay, and they are paid by the day.\n- Nobody is rated on one visit.\n\nStill open: who is on the third observers’ list, how long a plan of support lasts, what the board hears and when, and whether the forty minutes are in the agreement or in the calendar.' },
  },
  {
    key: 'pilot-groups',
    title: 'Reading groups of the pilot, as they were in October',
    summary: 'The list from which we planned the forty minutes. It should not have names in it.',
    by: 'ana', from: 'maple-hollow', daysAgo: 1, audience: 'team', principles: [4], topics: ['time-and-schedules'],
    thing: {
      name: 'reading-groups.csv',
      // Nobody: invented for the warning that such a list brings up.
      bytes: () => aCsv([['Student Name', 'Student ID', 'Grade', 'Reading score'], ['Pupil One', 'MH10021', 4, 512], ['Pupil Two', 'MH10022', 4, 498], ['Pupil Three', 'MH10023', 4, 530]]),
    },
  },
];
