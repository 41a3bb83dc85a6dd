import type { CaseStudyState } from './case-study.entity.js';

/** What can be done with a case study. */
export type Verb = 'write' | 'reassign' | 'close' | 'offer' | 'sendBack' | 'confirm' | 'approve' | 'unapprove' | 'retire' | 'revise';

/** Every step there is; what is not named here is not possible. */
const STEPS: Record<CaseStudyState, Partial<Record<Verb, CaseStudyState>>> = {
  draft: { write: 'draft', reassign: 'draft', close: 'closed', offer: 'confirming' },
  confirming: { sendBack: 'draft', confirm: 'confirmed' },
  confirmed: { approve: 'published', retire: 'retired' },
  // What is out stays out, so that what others cite is not gone; it says that nobody stands behind it any more.
  published: { approve: 'published', unapprove: 'published', retire: 'retired', revise: 'published' },
  retired: {},
  closed: {},
  taken_up: {},
};

/** The state after a step; null where there is no such step. */
export function after(state: CaseStudyState, verb: Verb): CaseStudyState | null {
  return STEPS[state][verb] ?? null;
}
