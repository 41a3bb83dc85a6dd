import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { isId } from '@app/platform/database';
import { Contributions, type Get, Point } from '@app/platform/feature';
import { keysOfViewer, type Viewer } from '@app/people';
import type { DirectoryFilter } from './organizations.queries.js';

/** Districts that belong together somewhere else, such as those that came to a conference: the directory can be narrowed to them. */
export interface DirectoryCircle {
  /** What its keys begin with: `conference` for `conference:ID`. */
  prefix: string;
  /** The ids of its organizations as a select; none where the holder of `keys` may not know them. Both are places of parameters. */
  districts: (id: string, keys: string) => string;
  /** Those that this person may narrow the directory to, the latest first. */
  offered: (get: Get, viewer: Viewer) => Promise<OfferedCircle[]>;
}

export interface OfferedCircle {
  key: string;
  name: string;
}

export const directoryCircles = new Point<DirectoryCircle>('organizations.directory-circles');

/** The circles by which the directory can be narrowed. */
@Injectable()
export class DirectoryCircles {
  private readonly get: Get;

  constructor(
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  async offered(viewer: Viewer): Promise<OfferedCircle[]> {
    return (await Promise.all(this.contributions.of(directoryCircles).map((circle) => circle.offered(this.get, viewer)))).flat();
  }

  /** A question as its asker may put it: of a circle that they may not see it leaves no district, as of one that is not there. */
  narrowed<Asked extends Omit<DirectoryFilter, 'within'> & { circle?: string | null }>(viewer: Viewer | null, { circle, ...filter }: Asked): DirectoryFilter {
    if (!circle) return filter;
    const [prefix = '', id = ''] = circle.split(':', 2);
    const known = isId(id) ? this.contributions.of(directoryCircles).find((one) => one.prefix === prefix) : undefined;
    return { ...filter, within: (give) => (known ? known.districts(`${give(id)}::uuid`, `${give(keysOfViewer(viewer))}::text[]`) : 'select null::uuid') };
  }
}
