import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Contributions, type Get } from '@app/platform/feature';
import type { Viewer } from '@app/people';
import { Organizations, pathOf, seatsOf, speaks } from '@app/organizations';
import { Search, type SearchFound, type SearchWish } from '@app/search';
import { audienceNames } from './audience-names.js';
import { audiencesFor } from './resources.policy.js';
import { type OwnerRow, ResourceReads, type ResourceView } from './resources.queries.js';

export interface LibraryHit {
  title: SearchFound['nodes'][number]['title'];
  excerpt: SearchFound['nodes'][number]['excerpt'];
  alike: string[];
  resource: ResourceView;
}

export interface LibraryFound extends Omit<SearchFound, 'nodes'> {
  nodes: LibraryHit[];
}

export interface OfferedAudience {
  key: string;
  name: string | null;
}

/** The library as its readers walk through it. */
@Injectable()
export class Library {
  private readonly get: Get;

  constructor(
    private readonly search: Search,
    private readonly reads: ResourceReads,
    private readonly organizations: Organizations,
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** One statement for what is found and what it is. */
  async find(viewer: Viewer | null, wish: Omit<SearchWish, 'kinds'>, page: { first: number; after?: string | null }): Promise<LibraryFound> {
    const found = await this.search.find(viewer, { ...wish, kinds: ['resource'], beside: (id, give) => this.reads.beside(viewer, id, give) }, page);
    // What was taken away a moment ago may still be in the index; it is not shown.
    const nodes = found.nodes.flatMap(({ title, excerpt, alike, beside }) => (beside ? [{ title, excerpt, alike, resource: this.reads.viewOf(viewer, beside) }] : []));
    return { ...found, nodes };
  }

  /** Whom somebody may let read what they post, the usual choice first; empty for who holds no seat. */
  async audiences(viewer: Viewer): Promise<OfferedAudience[]> {
    if (!seatsOf(viewer).some((seat) => speaks(seat.role))) return [];
    const keys = audiencesFor(viewer).map((key) => key.split(':', 2) as [string, string?]);
    const idsOf = (prefix: string): string[] => keys.flatMap(([kind, id]) => (kind === prefix && id ? [id] : []));
    const names = new Map<string, string>();
    for (const team of await this.organizations.byIds(idsOf('team'))) names.set(`team:${team.id}`, team.name);
    for (const { prefix, read } of this.contributions.of(audienceNames)) {
      const ids = idsOf(prefix);
      if (ids.length > 0) for (const [id, name] of await read(this.get, ids)) names.set(`${prefix}:${id}`, name);
    }
    return keys.flatMap(([kind, id]) => (id === undefined ? [{ key: kind, name: null }] : names.has(`${kind}:${id}`) ? [{ key: `${kind}:${id}`, name: names.get(`${kind}:${id}`) ?? null }] : []));
  }

  /** The organizations in whose name somebody may share, the longest-held seat first. */
  async voices(viewer: Viewer): Promise<OwnerRow[]> {
    const ids = [...new Set(seatsOf(viewer).filter((seat) => speaks(seat.role)).map((seat) => seat.organizationId))];
    const found = new Map((await this.organizations.byIds(ids)).map((one) => [one.id, one]));
    return ids.flatMap((id) => {
      const one = found.get(id);
      return one ? [{ id, name: one.name, path: pathOf(one), state: one.state }] : [];
    });
  }
}
