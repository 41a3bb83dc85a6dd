export { LIKENESS_FEATURES, LIKENESS_LEVELS, type LikenessFeatureName, type LikenessLevelName, type LikenessLevels } from './features.js';
