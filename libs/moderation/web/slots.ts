import { Slot } from '@app/platform/web';

/** The steward's desk: features add a panel each, what is most urgent with the smallest order. */
export const stewardSlot = new Slot<Record<never, never>>('steward-desk');
