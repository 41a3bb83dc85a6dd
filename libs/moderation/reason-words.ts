import type { ReportReason } from './report.entity.js';

/** The reasons as mails say them. */
export const reasonWords: Record<ReportReason, string> = {
  names_a_student: 'A student, or somebody’s private affairs, can be recognised.',
  confidential: 'It tells what was said in confidence.',
  hostile: 'It attacks a person or a side.',
  misleading: 'It states something untrue.',
  advertising: 'It sells something.',
  not_theirs: 'It is somebody else’s work.',
  other: 'Another reason, in their own words.',
};
