/** What the pages are told by: ids that the demo's story remembers, and whatever a query of the database answers. */
export interface Known {
  /** An id that the story remembers. */
  the: (name: string) => Promise<string>;
  /** The first column of the first row. */
  one: (sql: string, parameters?: unknown[]) => Promise<string>;
}

/** How a page's question is asked, and how many features answer it. */
export interface Question {
  /** Somebody of the demo; nobody for what visitors ask. */
  by: string | null;
  with?: (known: Known) => Promise<Record<string, unknown>> | Record<string, unknown>;
  /** How many features speak in the answer; each may send one statement. One unless said. */
  features?: number;
  /** Statements beyond that, whatever the length: a list that still asks its own feature for what it names, or a preview that takes the step's lock. */
  over?: number;
}

// An id that nothing has.
const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

const bySlug = (sql: string) => async ({ one }: Known) => ({ slug: await one(sql) });

/** Every question of the web app's pages. One that is missing here fails the suite, and so does one that is gone. */
export const questions: Record<string, Question> = {
  // people
  Session: { by: 'dana' },
  Cast: { by: null, features: 2 },
  MySessions: { by: 'dana' },
  FindableBy: { by: 'dana' },

  // organizations
  Directory: { by: 'dana' },
  DistrictProfile: { by: 'dana', with: () => ({ slug: 'cedar-ridge' }) },
  OtherOrganizations: { by: 'dana' },
  OrganizationProfile: { by: 'dana', with: () => ({ slug: 'forum' }), over: 1 },
  MyClaims: { by: 'hal', over: 1 },
  TeamSeats: { by: 'tom', over: 1 },
  TeamInvitations: { by: 'dana', with: async ({ the }) => ({ organizationId: await the('organization:maple-hollow') }), over: 1 },
  Invitation: { by: null, with: () => ({ token: 'an-invitation-of-long-ago' }) },

  // organizations: seats, joining, the map
  DirectoryMap: { by: 'dana' },
  DirectoryCircles: { by: 'dana' },
  DistrictsLikeOurs: { by: 'dana', features: 2 },
  SponsorAffiliates: { by: 'eleanor', with: () => ({ slug: 'forum' }), over: 1 },
  MySeats: { by: 'dana', over: 1 },
  SeatsOfDistrict: { by: 'dana', with: () => ({ slug: 'maple-hollow' }) },
  SeatRecords: { by: 'dana', with: async ({ the }) => ({ organizationId: await the('organization:maple-hollow') }) },
  SeatBrief: { by: 'dana', with: async ({ one }) => ({ seatId: await one(`select s.id from seat s join account a on a.id = s.account_id where a.name = 'Dana Whitfield' limit 1`) }), features: 8, over: 6 },
  SeatCheck: { by: 'sam', with: () => ({ id: NOBODY }) },
  SeatConfirmation: { by: null, with: () => ({ token: 'a-link-of-long-ago' }) },
  Handover: { by: null, with: () => ({ token: 'a-link-of-long-ago' }) },
  JoinQueue: { by: 'sam', over: 1 },
  JoiningPace: { by: 'sam' },
  JoiningAsked: { by: null, with: () => ({ token: 'a-link-of-long-ago' }) },
  MyJoining: { by: 'hal' },
  Readers: { by: 'dana', with: () => ({ audience: 'members' }) },

  // likeness, signatures, statements
  LikenessDefaults: { by: 'sam' },
  ActPage: { by: 'dana', with: async ({ one }) => ({ id: await one('select id from joint_act limit 1') }), features: 2 },
  DistrictStatement: { by: 'dana', with: () => ({ slug: 'cedar-ridge' }), features: 2 },
  StatementToWrite: { by: 'dana', with: () => ({ slug: 'maple-hollow' }), features: 2 },
  MyWriting: { by: 'dana', features: 8 },

  // framework: what never changes is kept in memory
  Purpose: { by: null },
  Vocabulary: { by: null },

  // notifications, digests
  Waiting: { by: 'dana', features: 2 },
  MyDigests: { by: 'dana' },
  DigestPage: { by: 'dana', with: async ({ one }) => ({ id: await one(`select b.id from digest_body b join seat s on s.organization_id = b.organization_id join account a on a.id = s.account_id where a.name = 'Dana Whitfield' limit 1`) }) },
  MyMail: { by: 'dana', features: 2 },
  MailSubscription: { by: null, with: () => ({ token: 'a-link-of-long-ago' }) },

  // search, library
  SearchPage: { by: 'dana', with: () => ({ filter: { text: 'evaluation' } }) },
  MySavedSearches: { by: 'dana' },
  SuggestTitles: { by: 'dana', with: () => ({ text: 'eva' }) },
  DistrictShelf: { by: 'dana', with: async ({ the }) => ({ organizationId: await the('organization:maple-hollow'), first: 10 }) },
  LibraryPage: { by: 'dana' },
  ResourcePage: { by: 'dana', with: async ({ one }) => ({ id: await one(`select id from resource where audience = 'members' and hidden_at is null limit 1`) }) },
  ResourceReaders: { by: 'dana', features: 2 },
  SentFile: { by: 'ana', with: async ({ one }) => ({ id: await one(`select f.id from file f join account a on a.id = f.uploaded_by where a.name like 'Ana %' limit 1`) }) },
  TeamsNamed: { by: 'dana', with: () => ({ text: 'ced' }) },
  PeopleOfTeam: { by: 'dana', with: () => ({ slug: 'cedar-ridge' }) },
  MyVoices: { by: 'dana' },
  FileRoom: { by: 'dana', with: async () => ({ organizationId: null }) },
  FileRooms: { by: 'sam', with: async () => ({ text: null }) },

  // collections: what stands in one is read once it is known which one is asked for
  Collections: { by: 'dana' },
  CollectionPage: { by: 'dana', with: async ({ one, the }) => ({ slug: await one('select slug from collection where id = $1', [await the('collection:ridgeline')]) }), over: 1 },
  CollectionReaders: { by: 'dana', features: 2 },
  CollectionsOfResource: { by: 'dana', with: async ({ the }) => ({ filter: { resourceId: await the('resource:rubric') }, mine: true }) },
  ConferenceShelf: { by: 'dana', with: async ({ the }) => ({ conferenceId: await the('conference:ridgeline') }), over: 1 },

  // conversations
  Threads: { by: 'dana' },
  ThreadPage: { by: 'dana', with: async ({ one }) => ({ id: await one(`select id from thread where audience = 'members' and hidden_at is null order by reply_count desc limit 1`), after: 0 }) },
  LettersSince: { by: 'dana', with: async ({ one }) => ({ threadId: await one(`select id from thread where audience = 'members' and hidden_at is null order by reply_count desc limit 1`), after: 0 }) },
  ThreadDraft: { by: 'dana', with: async ({ one }) => ({ subject: `practice:${await one('select id from practice limit 1')}` }), features: 2 },

  // practices
  PracticeGrid: { by: 'dana' },
  PracticesFound: { by: 'dana', with: () => ({ threshold: { label: 'Staff vote', bound: 'at_least', value: 80 } }), features: 3 },
  ThresholdLabels: { by: 'dana' },
  DistrictAsked: { by: 'dana', with: () => ({ slug: 'cedar-ridge' }) },
  PracticePage: { by: 'dana', with: bySlug(`select slug from practice where status = 'shared' and hidden_at is null and withdrawn_at is null and stage = 'in_force' limit 1`), features: 5 },
  PrincipleInPractice: { by: 'dana', with: () => ({ number: 5 }), features: 3 },
  DistrictPractices: { by: 'dana', with: () => ({ district: 'cedar-ridge' }), features: 2 },
  SharingDistricts: { by: 'dana', features: 2 },

  // case studies
  CaseStudiesPage: { by: 'dana' },
  CaseStudiesUnderWay: { by: 'eleanor', features: 2 },
  CaseStudyPage: { by: 'dana', with: bySlug(`select slug from case_study where state = 'published' limit 1`), features: 2 },
  CaseStudyBegin: { by: 'dana', with: () => ({ slug: 'cedar-ridge' }) },
  CaseStudyDistricts: { by: 'dana', with: () => ({ search: 'cedar' }) },
  MyDistrictsAtConference: { by: 'dana' },
  CaseStudyWriters: { by: 'eleanor', with: async ({ the }) => ({ districtId: await the('organization:cedar-ridge') }) },
  CaseStudyMaterials: { by: 'eleanor', with: bySlug(`select slug from conference where invented limit 1`), over: 1 },
  DistrictCaseStudies: { by: 'dana', with: () => ({ slug: 'cedar-ridge' }) },
  MayAssignCaseStudy: { by: 'dana', with: async ({ the }) => ({ districtId: await the('organization:maple-hollow') }) },
  ConferencePresenters: { by: 'eleanor', with: bySlug(`select slug from conference where invented limit 1`) },

  // conferences, follow-up
  Conferences: { by: 'dana' },
  MayOpenConference: { by: 'dana' },
  ConferencePage: { by: 'dana', with: bySlug(`select slug from conference where invented limit 1`) },
  ConferenceNotes: { by: 'dana', with: bySlug(`select slug from conference where invented limit 1`) },
  PossibleCoSponsors: { by: 'eleanor' },
  ConferencesUnder: { by: 'dana', with: () => ({ principle: 5 }) },
  PossibleMaterials: { by: 'eleanor', with: async ({ the }) => ({ conferenceId: await the('conference:ridgeline'), title: 'calendar' }), over: 1 },
  ConferenceProgram: { by: 'dana', with: bySlug(`select slug from conference where invented limit 1`), over: 2 },
  PossibleTeams: { by: 'eleanor', with: () => ({ name: 'district' }) },
  ConferenceLadder: { by: 'eleanor', with: bySlug(`select slug from conference where invented limit 1`), features: 3 },
  MessagePreview: { by: 'eleanor', with: async ({ one }) => ({ stepId: await one(`select id from ladder_step where kind = 'message' and state = 'planned' and from_name is not null limit 1`) }), features: 4, over: 2 },
  MailboxPage: { by: null },
  MailboxLetter: { by: null, with: async ({ one }) => ({ id: await one('select id from mailbox_message limit 1') }) },

  // mentoring
  MentoringPage: { by: 'dana', features: 2 },
  MentorOf: { by: 'dana', with: async ({ the }) => ({ id: await the('organization:cedar-ridge') }) },
  MentoringRoom: { by: 'ruth', with: async ({ one }) => ({ id: await one('select id from mentoring_link limit 1') }) },
  MentoringLetters: { by: 'ruth', with: async ({ one }) => ({ threadId: await one(`select id from thread where audience like 'link:%' limit 1`) }) },

  // moderation
  OpenReports: { by: 'sam', features: 3 },
  DecidedReports: { by: 'sam', features: 3 },
  ReadReport: { by: 'sam', with: async ({ one }) => ({ id: await one('select id from report limit 1') }), features: 4 },
  TakenDown: { by: 'pete', with: async ({ one }) => ({ id: await one('select id from decision limit 1') }) },
  MailHealth: { by: 'sam', features: 3 },
  MailFates: { by: 'sam', with: () => ({ address: 'dana@maple.example' }), features: 2 },
  MembersByWeek: { by: 'sam' },
  WhereToInvite: { by: 'sam', with: () => ({ search: 'more' }) },
  ClaimsOnDesk: { by: 'sam', over: 1 },
  InvitationsOnDesk: { by: 'sam', features: 2 },

  // home
  MyTeamPage: { by: 'dana', features: 4 },
};
