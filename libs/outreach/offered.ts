import { type OfferedStep, StepUnit } from './outreach.types.js';

/** Light mail first, and soon: a long silence after a conference closes the window that it opened. */
export const OFFERED: OfferedStep[] = [
  { amount: 10, unit: StepUnit.minutes, why: 'Before anybody is on the way home: the materials, and the threads that began in the rooms.' },
  { amount: 3, unit: StepUnit.days, why: 'Back at the desk: what others have posted since, and who can mentor.' },
  { amount: 2, unit: StepUnit.weeks, why: 'When the first plans meet the first trouble: answers from districts that have been there.' },
  { amount: 6, unit: StepUnit.weeks, why: 'What has come of it, before the window closes.' },
];
