import { type Get, Point } from '@app/platform/feature';

/** Against whose room somebody's files count, as long as nothing else is said: their district. */
export interface FilePayer<Caller = unknown> {
  payerOf: (get: Get, caller: Caller) => string | null;
}

export const filePayers = new Point<FilePayer>('files.payers');

export function filePayer<Caller>(payerOf: FilePayer<Caller>['payerOf']): FilePayer {
  return { payerOf: payerOf as FilePayer['payerOf'] };
}
