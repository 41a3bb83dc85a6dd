import type { Demo } from './support/demo.js';
import type { PersonKey } from './support/people.js';

export type Reader = PersonKey | 'visitor';
export type Address = string | ((demo: Demo) => Promise<string>);

/** Something that opens a dialog. */
export interface DialogVisit {
  /** The button; without one the dialog is open when the page is. */
  press?: string | RegExp;
  /** What has to be opened before the button is there. */
  open?: string | RegExp;
  /** The file that the dialog is written in. */
  from: string;
  /** Where it differs from the page's own address and width. */
  at?: Address;
  width?: number;
}

/** How the suite reads a page: as whom, at which address, and what it opens there. */
export interface Visit {
  by: Reader;
  /** A concrete address for a route with parameters; the route itself unless said. */
  at?: Address;
  dialogs?: DialogVisit[];
}

/** An address of something that the demo's story remembers. */
export const the = (before: string, name: string, after = '') => async (demo: Demo) => `${before}${await demo.recall(name)}${after}`;
const practiceOf = (person: string, number: number, after = '') => async (demo: Demo) =>
  `/practices/${await demo.value('select slug from practice where id = $1', [await demo.recall(`practice:${person}:${number}`)])}${after}`;
export const caseStudyOf = (name: string, after = '') => async (demo: Demo) => `/case-studies/${await demo.value('select slug from case_study where id = $1', [await demo.recall(`case-study:${name}`)])}${after}`;
const stopLink = async (demo: Demo) => new URL(await demo.value(`select substring(headers->>'List-Unsubscribe' from '<([^>]+)>') from mailbox_message where headers ? 'List-Unsubscribe' limit 1`)).pathname;
export const mailAbout = (subject: string) => async (demo: Demo) => `/mailbox/${await demo.value('select id from mailbox_message where subject like $1 order by id limit 1', [subject])}`;

const mailedPath = (path: string) => async (demo: Demo) => demo.value(`select substring(text from '${path}[A-Za-z0-9_.-]+') from mailbox_message where text like '%${path}%' limit 1`);
const seatCheck = async (demo: Demo) => `/seat-checks/${await demo.value('select id from seat_check order by opened_at limit 1')}`;

export const shelf = (key: string, after = '') => async (demo: Demo) => `/collections/${await demo.value('select slug from collection where id = $1', [await demo.recall(`collection:${key}`)])}${after}`;

/** Every route of the product with its visits. A route that is missing here fails the suite, and so does one that is gone. */
export const visits: Record<string, Visit[]> = {
  // people
  '/sign-in': [{ by: 'visitor' }],
  '/sign-in/link/:token': [{ by: 'visitor', at: '/sign-in/link/a-link-of-long-ago' }],
  '/join/:token': [{ by: 'visitor', at: '/join/a-link-of-long-ago' }],
  '/me': [{ by: 'dana' }],
  '/me/wrote': [{ by: 'walt' }],

  // organizations
  '/districts': [{ by: 'visitor' }, { by: 'hal' }, { by: 'visitor', at: '/districts?view=map' }, { by: 'dana', at: the('/districts?view=map&circle=conference:', 'conference:ridgeline') }, { by: 'dana', at: '/districts?order=like&weights=size.lot' }, { by: 'sam', at: '/districts?weights=size.lot' }],
  '/districts/:slug': [{ by: 'dana', at: '/districts/cedar-ridge' }, { by: 'visitor', at: '/districts/helena' }, { by: 'tom', at: '/districts/prairie-view' }],
  '/districts/:slug/edit': [{ by: 'dana', at: '/districts/maple-hollow/edit' }],
  '/organizations': [{ by: 'visitor' }, { by: 'sam' }],
  '/organizations/new': [{ by: 'sam' }, { by: 'dana' }],
  '/organizations/:slug': [
    { by: 'visitor', at: '/organizations/forum' },
    { by: 'visitor', at: '/organizations/ohio-team' },
    { by: 'dana', at: '/organizations/lantern-fund' },
    { by: 'marcus', at: '/organizations/alliance' },
  ],
  '/organizations/:slug/affiliates': [{ by: 'marcus', at: '/organizations/alliance/affiliates' }, { by: 'visitor', at: '/organizations/council/affiliates' }, { by: 'eleanor', at: '/organizations/forum/affiliates' }],
  '/organizations/:slug/edit': [{ by: 'eleanor', at: '/organizations/forum/edit' }],
  '/districts/:slug/seats': [{ by: 'sam', at: '/districts/lakeshore/seats' }, { by: 'dana', at: '/districts/lakeshore/seats' }],
  '/claim': [{ by: 'hal', at: '/claim?district=harbor-point' }, { by: 'visitor' }],
  '/team/seats': [
    {
      by: 'dana',
      dialogs: [
        { press: 'Leave this seat', from: 'libs/organizations/web/TeamOf.tsx' },
        { press: 'Change the last day', from: 'libs/organizations/web/KeepGuest.tsx' },
      ],
    },
    { by: 'tom', dialogs: [{ press: 'I cannot confirm this', from: 'libs/organizations/web/ClaimsToDecide.tsx' }] },
    { by: 'hal' },
    { by: 'james' },
    { by: 'denise' },
  ],
  '/joining': [
    { by: 'visitor' },
    { by: 'hal', at: '/joining?district=helena' },
    {
      by: 'tess',
      dialogs: [{ press: 'Take the request back', from: 'libs/organizations/web/JoinRequestCard.tsx' }],
    },
    { by: 'edna' },
  ],
  '/joining/queue': [
    {
      by: 'nora',
      dialogs: [{ press: 'Ask back', from: 'libs/organizations/web/JoinQueueList.tsx' }],
    },
    { by: 'sam', dialogs: [{ press: 'Change the number', from: 'libs/organizations/web/JoinPace.tsx' }] },
    { by: 'dana' },
  ],
  '/joining/answer/:token': [
    { by: 'visitor', at: async (demo) => demo.value("select substring(text from '/joining/answer/[A-Za-z0-9._-]+') from mailbox_message where text like '%/joining/answer/%' and mailbox_message.to like '%cal@pine-flats%' limit 1") },
    { by: 'visitor', at: '/joining/answer/a-link-of-long-ago' },
  ],
  '/team/seats/:seatId/hand-over': [{ by: 'grace', at: the('/team/seats/', 'seat:grace', '/hand-over') }, { by: 'dana', at: the('/team/seats/', 'seat:grace', '/hand-over') }],
  '/team/seats/:seatId/brief': [{ by: 'grace', at: the('/team/seats/', 'seat:grace', '/brief') }, { by: 'dana', at: the('/team/seats/', 'seat:grace', '/brief') }],
  '/team/confirm/:token': [{ by: 'visitor', at: mailedPath('/team/confirm/') }, { by: 'visitor', at: '/team/confirm/a-question-of-long-ago' }],
  '/handover/:token': [{ by: 'visitor', at: mailedPath('/handover/') }, { by: 'visitor', at: '/handover/a-hand-over-of-long-ago' }],
  '/seat-checks/:id': [{ by: 'priya', at: seatCheck }, { by: 'dana', at: seatCheck }],
  '/invitation/:token': [
    { by: 'visitor', at: async (demo) => demo.value("select substring(text from '/invitation/[A-Za-z0-9_-]+') from mailbox_message where text like '%/invitation/%' limit 1") },
    { by: 'visitor', at: '/invitation/an-invitation-of-long-ago' },
  ],

  // signatures and statements
  '/acts/:id': [
    { by: 'ana', at: the('/acts/', 'act:maple-hollow') },
    {
      by: 'dana',
      at: the('/acts/', 'act:maple-hollow'),
      dialogs: [
        { press: 'Take my signature back', from: 'libs/signatures/web/WithdrawDialog.tsx' },
        { press: 'Take this text back', from: 'libs/signatures/web/RetractDialog.tsx' },
      ],
    },
    { by: 'visitor', at: the('/acts/', 'act:cedar-ridge') },
    { by: 'visitor', at: the('/acts/', 'act:maple-hollow') },
    { by: 'ruth', at: the('/acts/', 'act:cedar-ridge'), dialogs: [{ press: 'Take my signature back', from: 'libs/signatures/web/WithdrawDialog.tsx' }] },
  ],
  '/districts/:slug/statement': [
    { by: 'tom', at: '/districts/prairie-view/statement' },
    { by: 'dana', at: '/districts/maple-hollow/statement' },
    { by: 'tom', at: '/districts/cedar-ridge/statement' },
  ],

  // framework
  '/purpose': [{ by: 'visitor' }],
  '/principles': [{ by: 'visitor' }],
  '/principles/:number': [{ by: 'dana', at: '/principles/5' }],

  // digests
  '/digests': [{ by: 'dana' }],
  '/digests/:id': [{ by: 'dana', at: async (demo) => `/digests/${await demo.value('select id from digest_edition order by at limit 1')}` }],
  '/me/mail': [{ by: 'dana' }],
  '/unsubscribe/:token': [{ by: 'visitor', at: stopLink }, { by: 'visitor', at: '/unsubscribe/a-link-of-long-ago' }],

  // search
  '/search': [{ by: 'dana', at: '/search?q=evaluation', dialogs: [{ press: 'Save this search', from: 'libs/search/web/SaveSearch.tsx' }] }, { by: 'visitor' }, { by: 'dana', at: '/search?q=nothing-has-this-word' }, { by: 'dana', at: '/search?topic=time-and-schedules' }],
  '/search/saved': [{ by: 'dana' }, { by: 'hal' }],

  // moderation
  '/steward': [
    {
      by: 'sam',
      dialogs: [
        { press: /^Letter /, from: 'libs/moderation/web/ReportDialog.tsx' },
        { press: 'Hal Brooks', from: 'libs/moderation/web/ClaimsPanel.tsx' },
        { press: 'Invite somebody', from: 'libs/moderation/web/InvitationsPanel.tsx' },
        { press: /^Room for /, from: 'libs/resources/web/RoomsPanel.tsx' },
      ],
    },
  ],
  '/taken-down/:id': [{ by: 'denise', at: async (demo) => `/taken-down/${await demo.value("select id from decision where verb = 'taken_down' limit 1")}` }],

  // discussions
  '/threads': [{ by: 'dana' }, { by: 'visitor' }],
  '/threads/new': [{ by: 'dana' }],
  '/threads/:id': [
    {
      by: 'luis',
      at: the('/threads/', 'thread:our-notes'),
      dialogs: [
        { press: 'Remove', from: 'libs/discussions/web/ThreadLetter.tsx' },
        { press: 'Close the conversation', from: 'libs/discussions/web/ThreadPage.tsx' },
        { press: /^Report/, from: 'libs/moderation/web/ReportLink.tsx' },
      ],
    },
    { by: 'dana', at: the('/threads/', 'thread:evaluation-evidence') },
  ],

  // practices
  '/practices': [
    { by: 'visitor' },
    { by: 'visitor', at: '/practices?status=in-force&figure=Staff+vote&unit=%25&is=at-least&value=80' },
    { by: 'visitor', at: '/practices?figure=Staff+vote&unit=%25&is=at-least&value=101' },
    { by: 'visitor', at: '/practices?district=cedar-ridge' },
    { by: 'ana', dialogs: [{ at: '/practices?district=cedar-ridge&principle=5', width: 900, from: 'libs/practices/web/GridView.tsx' }] },
  ],
  '/practices/new': [{ by: 'dana' }],
  '/practices/:slug': [
    { by: 'ana', at: practiceOf('james', 2) },
    { by: 'ana', at: practiceOf('ana', 3) },
    { by: 'james', at: practiceOf('james', 2), dialogs: [{ press: 'Take it back', from: 'libs/practices/web/PracticePage.tsx' }] },
    { by: 'ruth', at: practiceOf('ruth', 4), dialogs: [{ press: 'We do it no more', from: 'libs/practices/web/RecordDialogs.tsx' }] },
    { by: 'marcus', at: practiceOf('pete', 5), dialogs: [{ press: 'Take the approval back', from: 'libs/practices/web/RecordDialogs.tsx' }] },
    { by: 'eleanor', at: practiceOf('mei', 10) },
    { by: 'pete', at: practiceOf('ruth', 7) },
    { by: 'visitor', at: practiceOf('omar', 9) },
  ],
  '/practices/:slug/continue': [{ by: 'ana', at: '/practices/helena-shared-governance/continue' }],
  '/practices/:slug/edit': [{ by: 'ana', at: practiceOf('ana', 3, '/edit') }],

  // case studies
  '/case-studies': [{ by: 'visitor' }, { by: 'mei' }, { by: 'visitor', at: '/case-studies?district=cedar-ridge&principle=1' }],
  '/case-studies/new': [{ by: 'eleanor', at: async (demo) => `/case-studies/new?district=cedar-ridge&conference=${await demo.value('select slug from conference where id = $1', [await demo.recall('conference:ridgeline')])}` }, { by: 'dana' }],
  '/case-studies/:slug': [
    { by: 'visitor', at: caseStudyOf('cedar') },
    { by: 'ruth', at: caseStudyOf('cedar'), dialogs: [{ press: 'We no longer stand by it', from: 'libs/case-studies/web/CaseStudyActions.tsx' }, { press: 'Have a new version written', from: 'libs/case-studies/web/Writer.tsx' }] },
    { by: 'eleanor', at: caseStudyOf('cedar'), dialogs: [{ press: 'Take the approval back', from: 'libs/case-studies/web/CaseStudyActions.tsx' }] },
    { by: 'gloria', at: caseStudyOf('harbor'), dialogs: [{ press: 'Send it back', from: 'libs/case-studies/web/CaseStudyActions.tsx' }] },
    { by: 'visitor', at: caseStudyOf('harbor') },
    { by: 'dana', at: caseStudyOf('maple'), dialogs: [{ press: 'Offer it to the district', from: 'libs/case-studies/web/CaseStudyActions.tsx' }, { press: 'Give it up', from: 'libs/case-studies/web/CaseStudyActions.tsx' }] },
  ],
  '/case-studies/:slug/write': [{ by: 'dana', at: caseStudyOf('maple', '/write') }, { by: 'ruth', at: caseStudyOf('cedar', '/write') }],

  // resources
  '/library': [{ by: 'visitor' }, { by: 'dana' }],
  '/library/new': [{ by: 'dana' }],
  '/library/:id': [
    { by: 'dana', at: the('/library/', 'resource:mentor-hours'), dialogs: [{ press: 'Delete', from: 'libs/resources/web/ResourcePage.tsx' }] },
    { by: 'luis', at: the('/library/', 'resource:rubric') },
    { by: 'visitor', at: the('/library/', 'resource:rubric') },
    { by: 'dana', at: the('/library/', 'resource:calendar') },
    { by: 'luis', at: the('/library/', 'resource:pilot-groups') },
    { by: 'james', at: the('/library/', 'resource:joint-meeting'), dialogs: [{ open: /^Version 2/, press: 'Take this version away', from: 'libs/resources/web/FormerVersions.tsx' }] },
    { by: 'marcus', at: the('/library/', 'resource:local-guide') },
    { by: 'visitor', at: the('/library/', 'resource:second-year') },
  ],
  '/library/import': [{ by: 'nora' }, { by: 'dana' }],
  '/library/:id/edit': [{ by: 'dana', at: the('/library/', 'resource:mentor-hours', '/edit') }],

  // collections
  '/collections': [{ by: 'visitor' }, { by: 'dana' }],
  '/collections/new': [{ by: 'dana' }],
  '/collections/:slug': [
    { by: 'dana', at: shelf('ridgeline') },
    { by: 'ana', at: shelf('first-year'), dialogs: [{ press: 'Delete', from: 'libs/collections/web/CollectionPage.tsx' }] },
    { by: 'visitor', at: shelf('new-presidents') },
    { by: 'visitor', at: '/collections/a-shelf-of-long-ago' },
  ],
  '/collections/:slug/edit': [{ by: 'ana', at: shelf('first-year', '/edit') }],

  // conferences and outreach
  '/conferences': [{ by: 'visitor' }, { by: 'eleanor' }],
  '/conferences/new': [{ by: 'eleanor' }, { by: 'dana' }],
  '/conferences/:slug': [
    { by: 'dana', at: async (demo) => `/conferences/${await demo.value('select slug from conference where id = $1', [await demo.recall('conference:ridgeline')])}`, dialogs: [{ press: /^Write a note: Harbor/, from: 'libs/conferences/web/Notes.tsx' }] },
    {
      by: 'eleanor',
      at: async (demo) => `/conferences/${await demo.value("select slug from conference where slug like 'meeting-of-district-teams%'")}`,
      dialogs: [
        { press: 'Close the conference', from: 'libs/conferences/web/CloseConference.tsx' },
        { press: 'See it as a mail', from: 'libs/outreach/web/StepTools.tsx' },
      ],
    },
  ],
  '/conferences/:slug/program': [{ by: 'dana', at: async (demo) => `/conferences/${await demo.value('select slug from conference where id = $1', [await demo.recall('conference:ridgeline')])}/program` }],
  '/mailbox': [{ by: 'visitor' }],
  '/mailbox/:id': [{ by: 'visitor', at: mailAbout('%more for Maple Hollow%') }, { by: 'visitor', at: mailAbout('Before you unpack%') }],

  // mentoring
  '/mentoring': [
    {
      by: 'dana',
      dialogs: [
        { press: /^Ask /, from: 'libs/mentoring/web/AskDialog.tsx' },
        { press: /^Invite /, from: 'libs/mentoring/web/InviteDialog.tsx' },
      ],
    },
    { by: 'ruth', dialogs: [{ press: 'Change the number', from: 'libs/mentoring/web/Capacity.tsx' }] },
    { by: 'eleanor' },
  ],
  '/mentoring/:id': [
    { by: 'ruth', at: the('/mentoring/', 'mentoring-link:prairie-cedar'), dialogs: [{ press: 'Say yes', from: 'libs/mentoring/web/AnswerDialog.tsx' }] },
    { by: 'dana', at: the('/mentoring/', 'mentoring-link:maple-harbor'), dialogs: [{ press: 'End the mentoring', from: 'libs/mentoring/web/PartDialogs.tsx' }] },
  ],

  // home
  '/': [{ by: 'visitor' }, { by: 'dana' }],
  '/team': [{ by: 'dana' }, { by: 'hal' }, { by: 'walt' }],
  '/terms': [{ by: 'visitor' }],
  '/privacy': [{ by: 'visitor' }],
  '/accessibility': [{ by: 'visitor' }],
  '/help': [{ by: 'visitor' }],
};
