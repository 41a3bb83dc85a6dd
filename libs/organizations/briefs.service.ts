import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { Sessions, type Viewer } from '@app/people';
import { BRIEF_ITEMS, type HandoverItem, handoverSections } from './handover-section.js';
import { type HoldingRow, predecessorIn } from './holdings.queries.js';
import { seatsOf } from './membership.js';
import { leadingRoles } from './seat.templates.js';
import type { SeatRole } from './seat.entity.js';

export interface BriefRow {
  seatId: string;
  organizationId: string;
  role: SeatRole;
  predecessor: HoldingRow | null;
  /** What the predecessor wrote to whoever follows them. */
  words: string | null;
  sections: { title: string; items: HandoverItem[] }[];
}

const RANK = 50;

/** The brief of a leading seat: what is going on for its organization, gathered from every feature. */
@Injectable()
export class Briefs {
  private readonly get: Get;

  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** The brief of a leading seat that the viewer holds; null for every other. */
  async find(viewer: Viewer, seatId: string): Promise<BriefRow | null> {
    const seat = seatsOf(viewer).find((held) => held.seatId === seatId && leadingRoles(held.kind).includes(held.role));
    if (!seat) return null;
    const sections = this.contributions.of(handoverSections).toSorted((a, b) => (a.rank ?? RANK) - (b.rank ?? RANK));
    const [predecessor, handover, written] = await Promise.all([
      predecessorIn(this.db, seatId),
      this.db.one<{ words: string | null }>(`select words from seat_handover where seat_id = $1 and accepted_by = $2 and done_at is not null order by done_at desc limit 1`, [seatId, viewer.accountId]),
      Promise.all(sections.map(async ({ title, read }) => ({ title, items: (await read(this.get, viewer, seat.organizationId)).slice(0, BRIEF_ITEMS) }))),
    ]);
    return { seatId, organizationId: seat.organizationId, role: seat.role, predecessor, words: handover?.words ?? null, sections: written.filter(({ items }) => items.length > 0) };
  }

  /** The same for the mail that carries it: as its reader would see it now. Null when they no longer sit there. */
  async forPerson(accountId: string, seatId: string): Promise<BriefRow | null> {
    const viewer = await this.sessions.viewerOfPerson(accountId);
    return viewer && this.find(viewer, seatId);
  }
}
