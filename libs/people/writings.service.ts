import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { isId } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { Invalid, keysOf, type Page, type PageArgs, pageOf } from '@app/platform/graphql';
import type { Viewer } from './viewer.js';
import { type WrittenPiece, writingSources } from './writing.js';

/** A person's own words, from every feature. Leaving a seat takes none of them away. */
@Injectable()
export class Writings {
  private readonly get: Get;

  constructor(
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** What the viewer wrote, the latest first. */
  async of(viewer: Viewer, { first, after }: PageArgs): Promise<Page<WrittenPiece>> {
    const [at, id] = keysOf(after, 2) ?? [null, null];
    if (after && !(typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isId(id))) throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
    const before = after ? { at: String(at), id: String(id) } : null;
    const found = await Promise.all(this.contributions.of(writingSources).map((source) => source.read(this.get, viewer, before, first + 1)));
    const newest = found.flat().sort((a, b) => (a.at === b.at ? compared(b.id, a.id) : compared(b.at, a.at)));
    return pageOf(newest.slice(0, first + 1), first, (piece) => [piece.at, piece.id]);
  }
}

// Instants and ids of one form stand in the order of their letters.
function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
