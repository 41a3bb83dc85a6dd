import { Invalid, Problem, TooMany } from '@app/platform/graphql';
import { StoreAway } from './blob.store.js';
import { DistrictFull } from './file-room.js';
import { UploadBusy } from './upload.lock.js';
import { isFull } from './upload.store.js';

/** How a plain route says no: the status, and words that stand on the page. */
export interface Refusal {
  status: number;
  body: { message: string; kind?: string; limitBytes?: number; usedBytes?: number };
  retryAfter?: number;
}

/** What the sender of a file is told; null where the error is ours. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Invalid) return { status: /larger than (25|500) MB/.test(error.message) ? 413 : 422, body: { message: error.message } };
  if (error instanceof TooMany) return { status: 429, body: { message: error.message }, retryAfter: error.retryAfterSeconds };
  if (error instanceof DistrictFull) return { status: 422, body: { message: error.message, kind: 'district-full', limitBytes: error.limitBytes, usedBytes: error.usedBytes } };
  if (error instanceof Problem) return { status: 409, body: { message: error.message } };
  if (isFull(error)) return { status: 507, body: { message: 'There is no room for files at the moment. The steward has to make some; try again later.', kind: 'disk-full' } };
  if (error instanceof StoreAway) return { status: 503, body: { message: 'Files cannot be kept at this moment. Send it again in a while.' }, retryAfter: 10 };
  if (error instanceof UploadBusy) return { status: 423, body: { message: 'This upload is still being worked on. Try again in a moment.' } };
  return null;
}
