import { event } from '@app/platform/events';

/** Which act, and what it is about. */
export interface ActFacts {
  actId: string;
  subjectKind: string;
  subjectId: string;
}

/** A text was put up for signature. */
export const ActProposed = event<ActFacts>('signatures.act-proposed');
export const ActSigned = event<ActFacts & { seatId: string }>('signatures.act-signed');
/** A seat took its signature back while the act was open. */
export const SignatureWithdrawn = event<ActFacts & { seatId: string }>('signatures.signature-withdrawn');
/** Every seat has signed; said once for each act, in the transaction of the last signature. */
export const ActCompleted = event<ActFacts>('signatures.act-completed');
/** It was retracted, superseded by another text, or ended by one of its signers. */
export const ActClosed = event<ActFacts & { state: 'retracted' | 'superseded' | 'ended' }>('signatures.act-closed');
/** Somebody took or left a seat that has to sign an open act. */
export const ActSeatChanged = event<ActFacts & { seatId: string }>('signatures.act-seat-changed');
