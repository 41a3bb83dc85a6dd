import { type Address, caseStudyOf, mailAbout, type Reader, shelf, the } from './visits.js';

/** The main pages, as the pictures in docs/screenshots show them: by whom, and where. */
export const shots: Record<string, { by: Reader; at: Address }> = {
  'front-page': { by: 'visitor', at: '/' },
  'sign-in': { by: 'visitor', at: '/sign-in' },
  'my-team': { by: 'dana', at: '/team' },
  directory: { by: 'dana', at: '/districts' },
  district: { by: 'dana', at: '/districts/cedar-ridge' },
  'practices-grid': { by: 'dana', at: '/practices' },
  practice: { by: 'dana', at: async (demo) => `/practices/${await demo.value('select slug from practice where id = $1', [await demo.recall('practice:pete:5')])}` },
  library: { by: 'dana', at: '/library?q=evaluation' },
  resource: { by: 'dana', at: the('/library/', 'resource:rubric') },
  'case-study': { by: 'visitor', at: caseStudyOf('cedar') },
  collection: { by: 'dana', at: shelf('ridgeline') },
  search: { by: 'dana', at: '/search?q=evaluation' },
  thread: { by: 'dana', at: the('/threads/', 'thread:evaluation-evidence') },
  mentoring: { by: 'dana', at: '/mentoring' },
  'mentoring-room': { by: 'gloria', at: the('/mentoring/', 'mentoring-link:maple-harbor') },
  conference: { by: 'eleanor', at: async (demo) => `/conferences/${await demo.value('select slug from conference where id = $1', [await demo.recall('conference:ridgeline')])}` },
  'stewards-desk': { by: 'sam', at: '/steward' },
  mailbox: { by: 'visitor', at: '/mailbox' },
  'digest-mail': { by: 'visitor', at: mailAbout('%more for Maple Hollow%') },
};
