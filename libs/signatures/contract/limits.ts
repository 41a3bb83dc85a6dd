/** The live room of an act: `act:ID`. */
export const ACT_ROOM = 'act';

/** As long as a text may be that several people are asked to read whole before they sign. */
export const TEXT_MAX = 20_000;

/** Why somebody takes their signature back, in a few sentences. */
export const REASON_MAX = 600;
