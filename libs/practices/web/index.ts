export { type Instrument, InstrumentMark } from './InstrumentMark.js';
export { type PracticePartProps, practiceSlot } from './slots.js';
