import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database } from '@app/platform/database';
import { Contributions, type Get, Point } from '@app/platform/feature';
import { shut } from '@app/platform/search';

/** What stands on resources and speaks of them, such as a shelf with its notes. */
export interface ResourceHolder {
  name: string;
  /** Takes from everybody's search what it says of these, in the transaction that takes them from readers; one that is removed is still there. */
  shut: (get: Get, ids: readonly string[]) => Promise<void>;
}

export const resourceHolders = new Point<ResourceHolder>('resources.holders');

/** Shuts resources that are hidden, removed or kept to fewer readers, and whatever else is found by words on them. */
@Injectable()
export class ResourceDoors {
  private readonly get: Get;

  constructor(
    private readonly db: Database,
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** Publish their own event in the same transaction, as {@link shut} asks. */
  async shut(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await shut(this.db, 'resource', ids);
    for (const holder of this.contributions.of(resourceHolders)) await holder.shut(this.get, ids);
  }
}
