export { type ActState, JointAct } from './joint-act.entity.js';
export { type Proposal, Proposals } from './proposals.service.js';
export { ActClosed, ActCompleted, type ActFacts, ActProposed, ActSigned, SignatureWithdrawn } from './signatures.events.js';
export { signaturesFeature } from './signatures.feature.js';
export type { ActRow, ActSeatRow, SignatureRow, StandingRow } from './signatures.queries.js';
export { Signatures } from './signatures.service.js';
export { JointActState, JointActType } from './signatures.types.js';
export { seatsToSign, type SeatToSign } from './signing-seats.js';
export { type ActSubject, actSubjects } from './subject.js';
