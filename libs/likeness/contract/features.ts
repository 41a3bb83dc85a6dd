/** What districts are compared by, in the order in which it is said. */
export const LIKENESS_FEATURES = ['size', 'locale', 'grades', 'affiliation', 'poverty', 'state', 'region', 'principles'] as const;
export type LikenessFeatureName = (typeof LIKENESS_FEATURES)[number];

/** How much a feature matters to whoever looks: not at all, as usual, or twice as much. */
export const LIKENESS_LEVELS = ['not', 'some', 'lot'] as const;
export type LikenessLevelName = (typeof LIKENESS_LEVELS)[number];

export type LikenessLevels = Readonly<Partial<Record<LikenessFeatureName, LikenessLevelName>>>;
