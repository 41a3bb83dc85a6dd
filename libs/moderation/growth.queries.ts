import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { needSteward, type Viewer } from '@app/people';
import { SEATS_BY_WEEK } from '@app/organizations';

/** How the community grows, week by week. */
@Injectable()
export class Growth {
  constructor(private readonly db: Database) {}

  async byWeek(viewer: Viewer, weeks = 8): Promise<{ week: string; people: number; organizations: number }[]> {
    needSteward(viewer);
    return this.db.query(SEATS_BY_WEEK, [weeks]);
  }
}
