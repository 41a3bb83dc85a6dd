export type { LikenessFeatureName, LikenessLevelName, LikenessLevels } from './contract/index.js';
export { alikeIn, type Likeness, likeness, likenessBy } from './likeness.js';
export { likenessFeature } from './likeness.feature.js';
export { Likenesses, type View } from './likeness.service.js';
export { defaultLevels, LEVELS_SQL, type OwnDistrict, ownDistrict, ownDistricts, practisedPart } from './likeness.policy.js';
export { type Give, needsPrinciples, scoreSql } from './likeness.score.js';
export { levelsFrom, LikenessType, LikenessWeightInput, LikenessWeights } from './likeness.types.js';
export { type Asked, type Plan, planFor } from './plan.js';
export { practisedRows, type Traits, traitColumns, traitsJson } from './traits.js';
