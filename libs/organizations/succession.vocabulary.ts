import { vocabulary } from './vocabulary.types.js';

export const HoldingEndName = vocabulary('HoldingEnd', 'Why somebody no longer sits where they sat. Nobody is ever removed by the other side.', {
  handed_over: 'They named a successor, who has taken it.',
  left: 'They gave it up themselves.',
  term_ended: 'The last day that they had named was over.',
  found_gone: 'Everybody beside the seat said so, and they were not heard of for two weeks.',
  taken_off: 'Their own team took them off its list of staff and observers.',
  unknown: 'It was not written down at the time.',
});
export type HoldingEndName = keyof typeof HoldingEndName;

export const HandoverStateName = vocabulary('HandoverState', 'Where a hand-over stands.', {
  open: 'It waits for the successor.',
  accepted: 'The successor has said yes and sits there from the named day on.',
  done: 'The seat has changed hands.',
  closed: 'It was taken back or has run out.',
});
export type HandoverStateName = keyof typeof HandoverStateName;

export const CheckReasonName = vocabulary('SeatCheckReason', 'Why those beside a seat are asked about its holder.', {
  bounced: 'A mail to the holder came back for good.',
  unconfirmed: 'The yearly question and its reminder stayed without an answer.',
  asked: 'A steward asks, because somebody wrote to them.',
});
export type CheckReasonName = keyof typeof CheckReasonName;

export const CheckAnswerName = vocabulary('SeatCheckAnswer', 'What somebody beside a seat knows of its holder.', {
  here: 'They still sit there.',
  left: 'They sit there no longer.',
  unknown: 'Whoever is asked cannot tell.',
});
export type CheckAnswerName = keyof typeof CheckAnswerName;

export const ConfirmationStateName = vocabulary('ConfirmationState', 'Where the yearly question to a holder stands.', {
  open: 'It waits for the holder’s answer.',
  confirmed: 'The holder has said that they still sit there.',
  over: 'Somebody else sits there by now, or nobody.',
});
export type ConfirmationStateName = keyof typeof ConfirmationStateName;
