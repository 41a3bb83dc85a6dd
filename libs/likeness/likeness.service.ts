import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Contributions } from '@app/platform/feature';
import { Invalid, NotAllowed, type Page } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { DirectoryCircles, type DirectoryFilter, type Organization } from '@app/organizations';
import { LIKENESS_FEATURES, type LikenessLevels } from './contract/index.js';
import { canSetDefaults, defaultLevels, type OwnDistrict, ownDistrict } from './likeness.policy.js';
import { rankedPage } from './likeness.queries.js';
import { type Likeness, likenessBy } from './likeness.js';
import { type Plan, planFor } from './plan.js';
import { practisedFrom, practisedRows } from './traits.js';
import { Weighting } from './weighting.entity.js';

/** One district beside ours, and why it stands where it does. */
export interface LikeOurs {
  district: Organization;
  likeness: Likeness;
}

export interface LikeOursPage extends Page<LikeOurs> {
  ours: OwnDistrict | null;
}

/** What another feature's statement needs to hold districts against one of the reader's. */
export interface View {
  plan: Plan;
  ours: OwnDistrict;
  /** Rows of who practises what, as a table expression. */
  practised: string;
}

/** How much each feature counts for everybody, and who has said so. */
export interface Defaults {
  levels: LikenessLevels;
  setBy: { id: string; name: string } | null;
  setAt: Date | null;
}

/** Which districts are like ours, and what counts for it. */
@Injectable()
export class Likenesses {
  private readonly practised: string[];

  constructor(
    private readonly db: Database,
    private readonly circles: DirectoryCircles,
    contributions: Contributions,
  ) {
    this.practised = contributions.of(practisedRows);
  }

  /** How the reader's own district looks at others, by what counts for everybody; null for whoever speaks for none. Asks the database nothing. */
  viewOf(viewer: Viewer | null): View | null {
    const ours = ownDistrict(viewer);
    return ours && { plan: planFor(ours, defaultLevels(viewer)), ours, practised: practisedFrom(this.practised) };
  }

  /** The directory by likeness; empty for whoever speaks for no district. One statement, however many districts there are. */
  async like(viewer: Viewer, filter: DirectoryFilter & { circle?: string | null }, asked: { levels: LikenessLevels; organizationId?: string | null }, page: { first: number; after?: string | null }): Promise<LikeOursPage> {
    const ours = ownDistrict(viewer, asked.organizationId);
    if (!ours) return { ours, nodes: [], pageInfo: { endCursor: null, hasNextPage: false }, totalCount: 0 };
    const plan = planFor(ours, { ...defaultLevels(viewer), ...asked.levels });
    const ranked = await rankedPage(this.db, plan, ours.id, this.circles.narrowed(viewer, filter), this.practised, page.first, page.after);
    return { ...ranked, ours, nodes: ranked.nodes.map(({ district, principles }) => ({ district, likeness: likenessBy(plan, { ...district, principles }) })) };
  }

  async defaults(): Promise<Defaults> {
    const row = await this.db.one<{ levels: LikenessLevels; id: string | null; name: string | null; at: Date }>(
      `select w.levels, a.id, a.name, w.at from likeness_weighting w left join account a on a.id = w.author_id order by w.at desc, w.id desc limit 1`,
    );
    return { levels: row?.levels ?? {}, setBy: row?.id && row.name ? { id: row.id, name: row.name } : null, setAt: row?.at ?? null };
  }

  /** Says for everybody what counts; what is not named counts as usual. */
  async setDefaults(viewer: Viewer, levels: LikenessLevels, at = new Date()): Promise<Defaults> {
    if (!canSetDefaults(viewer)) throw new NotAllowed('Only stewards say what counts for everybody.');
    if (LIKENESS_FEATURES.every((feature) => levels[feature] === 'not')) throw new Invalid({ weights: 'Something must matter. Choose “some” or “a lot” for at least one.' });
    await this.db.of(Weighting).insert({ id: newId(), levels, authorId: viewer.accountId, at });
    return this.defaults();
  }
}
