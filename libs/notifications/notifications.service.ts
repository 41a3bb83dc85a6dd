import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Contributions, type Get } from '@app/platform/feature';
import { type Viewer, type WaitingItem, waitingSources } from '@app/people';

/** What waits for a person and their team, from every feature, the most urgent first. */
@Injectable()
export class Notifications {
  private readonly get: Get;

  constructor(
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  async waitingFor(viewer: Viewer): Promise<WaitingItem[]> {
    const items = await Promise.all(this.contributions.of(waitingSources).map((source) => source.read(this.get, viewer)));
    return items.flat().sort((a, b) => a.urgency - b.urgency || Number(b.first ?? false) - Number(a.first ?? false) || a.since.getTime() - b.since.getTime());
  }
}
