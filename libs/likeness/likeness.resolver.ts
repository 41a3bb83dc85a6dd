import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@app/people';
import { LIKENESS_FEATURES } from './contract/index.js';
import { POINTS } from './definition.js';
import { canSetDefaults, ownDistrict } from './likeness.policy.js';
import { type Defaults, Likenesses } from './likeness.service.js';
import { DistrictsLikeOursArgs, levelsFrom, LikeDistrictConnection, LikenessDefaults, SetLikenessDefaultsInput, SetLikenessDefaultsResult } from './likeness.types.js';

@Resolver()
export class LikenessResolver {
  constructor(private readonly likenesses: Likenesses) {}

  @Query(() => LikeDistrictConnection, { description: 'The directory by likeness to your own district, each with its reasons. Service agencies stand in it only when `kind` asks for them. Empty unless you speak for a district.' })
  districtsLikeOurs(@CurrentViewer() viewer: Viewer, @Args() { first, after, weights, organizationId, ...filter }: DistrictsLikeOursArgs): Promise<LikeDistrictConnection> {
    return this.likenesses.like(viewer, filter, { levels: levelsFrom(weights), organizationId: organizationId ?? null }, { first, after: after ?? null }) as Promise<LikeDistrictConnection>;
  }

  @Query(() => LikenessDefaults, { description: 'What counts when districts are compared, unless you say otherwise, and who has set it.' })
  async likenessDefaults(@CurrentViewer() viewer: Viewer): Promise<LikenessDefaults> {
    return inView(viewer, await this.likenesses.defaults());
  }

  @Mutation(() => SetLikenessDefaultsResult, { description: 'Says for everybody what counts when districts are compared. For stewards; what was set before stays on record.' })
  async setLikenessDefaults(@CurrentViewer() viewer: Viewer, @Args('input') { weights }: SetLikenessDefaultsInput): Promise<LikenessDefaults> {
    return inView(viewer, await this.likenesses.setDefaults(viewer, levelsFrom(weights)));
  }
}

function inView(viewer: Viewer, { levels, setBy, setAt }: Defaults): LikenessDefaults {
  return { weights: LIKENESS_FEATURES.map((feature) => ({ feature, level: levels[feature] ?? 'some', points: POINTS[feature] })), setBy, setAt, ours: ownDistrict(viewer), viewerCan: { setDefaults: canSetDefaults(viewer) } };
}
