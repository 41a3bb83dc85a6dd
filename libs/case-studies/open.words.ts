import type { PartName } from './contract/limits.js';

/** What the pages of case studies say to readers without a script, and the columns of their table. */
export const openWords = {
  title: 'Case studies',
  lead: 'How districts came to work as they do, step by step: written down, signed by their seats, approved by a co-sponsor.',
  publisher: 'Accord',
  parts: { context: 'Where they stood', process: 'What they did', tools: 'What they used', outcomes: 'What came of it', how: 'How it came about' } satisfies Record<PartName, string>,
  retired: (reason: string) => `Its district no longer stands by it: ${reason}`,
  about: 'About this case study',
  principles: 'Principles',
  published: 'Published',
  signed: 'Signed by all required seats',
  approved: 'Approved by',
  ofDistrict: (name: string) => `What is new from ${name}`,
  columns: {
    id: 'The case study, for good',
    address: 'Its page, below the address of this Accord',
    title: 'What it is called',
    district: 'The district it tells of',
    state: 'Two letters of its state',
    principles: 'The numbers of its principles, 1 to 10',
    standing: 'published, or retired when the district no longer stands by it',
    retired_because: 'Why it was retired',
    context: 'Where they stood',
    process: 'What they did',
    tools: 'What they used',
    outcomes: 'What came of it',
    how: 'How it came about',
    approved_by: 'The co-sponsors that approved it',
    published: 'When it came out, in UTC',
    changed: 'When it last changed, in UTC',
  },
};
