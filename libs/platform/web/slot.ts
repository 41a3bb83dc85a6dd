import type { ComponentType } from 'react';

/** What a feature adds to another feature's page. */
export interface SlotPart<Props> {
  /** Where it stands among the others: the smallest comes first. */
  order: number;
  load: () => Promise<{ default: ComponentType<Props> }>;
}

export interface SlotFill {
  slot: string;
  parts: readonly SlotPart<never>[];
}

/**
 * A place on a page that later features fill: the district page knows nothing of threads, and threads stand on it all
 * the same. The page's feature declares it, `export const districtSlot = new Slot<{ id: string }>('district')`; others
 * say `slots: [districtSlot.with({ order: 30, load: () => import('./DistrictThreads.js') })]` in their WebFeature.
 */
export class Slot<Props extends object> {
  /** Keeps slots of different props apart for the compiler. */
  declare readonly props?: Props;

  constructor(readonly name: string) {}

  with(...parts: SlotPart<Props>[]): SlotFill {
    return { slot: this.name, parts: parts as unknown as readonly SlotPart<never>[] };
  }
}
