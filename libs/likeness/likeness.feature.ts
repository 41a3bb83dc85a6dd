import type { Feature } from '@app/platform/feature';
import { chapters } from '@app/platform/story';
import { viewerParts } from '@app/people';
import { likenessChapter } from './demo/chapter.js';
import { likenessPart } from './likeness.policy.js';
import { LikenessResolver } from './likeness.resolver.js';
import { Likenesses } from './likeness.service.js';
import { CreateLikeness1700000008050 } from './migrations/1700000008050-create-likeness.js';
import { Weighting } from './weighting.entity.js';

export const likenessFeature: Feature = {
  name: 'likeness',
  entities: [Weighting],
  migrations: [CreateLikeness1700000008050],
  providers: [Likenesses],
  api: [LikenessResolver],
  contributes: [viewerParts.with(likenessPart), chapters.with(likenessChapter)],
};
