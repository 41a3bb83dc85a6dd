import type { LikenessFeatureName, LikenessLevelName } from './contract/index.js';

/**
 * What likeness is: how many points each feature can give, and what counts as alike. It stands here once; `plan.ts`
 * turns it into rules for one district, and those are read by code and by SQL alike. The numbers are a judgment, not a
 * measurement.
 */
export const POINTS: Readonly<Record<LikenessFeatureName, number>> = { size: 3, locale: 2, grades: 1, affiliation: 2, poverty: 2, state: 1, region: 1, principles: 2 };

/** What a principle that somebody asks about counts, all that are asked about together. */
export const ASKED_POINTS = 4;

/** By what the points of a feature are multiplied. */
export const FACTOR: Readonly<Record<LikenessLevelName, number>> = { not: 0, some: 1, lot: 2 };

/** What is unknown on either side counts half: a gap in the record neither helps nor harms. */
export const NEUTRAL = 0.5;

/** From this share of a feature's points on, two districts are alike in it. */
export const ALIKE = 0.65;

/** Sizes by their ratio, the same up and down, as a leader would put them. */
export const SIZE_BANDS: readonly { within: number; share: number; larger: string; smaller: string }[] = [
  { within: 1.5, share: 1, larger: 'about your size', smaller: 'about your size' },
  { within: 3, share: 2 / 3, larger: 'somewhat larger', smaller: 'somewhat smaller' },
  { within: 10, share: 0.25, larger: 'several times your size', smaller: 'a fraction of your size' },
  { within: Number.POSITIVE_INFINITY, share: 0, larger: 'far larger', smaller: 'far smaller' },
];

/** Poverty by the difference in percentage points, the same up and down. */
export const POVERTY_BANDS: readonly { within: number; share: number; more: string; fewer: string }[] = [
  { within: 5, share: 1, more: 'about as many children in poverty', fewer: 'about as many children in poverty' },
  { within: 12, share: 0.5, more: 'somewhat more children in poverty', fewer: 'somewhat fewer children in poverty' },
  { within: 100, share: 0, more: 'far more children in poverty', fewer: 'far fewer children in poverty' },
];

/** Kinds of places, each with the one that is half alike. */
export const LOCALES: Readonly<Record<string, { is: string; asWell: string; near: string }>> = {
  city: { is: 'in a city', asWell: 'in a city as well', near: 'suburb' },
  suburb: { is: 'suburban', asWell: 'suburban as well', near: 'city' },
  town: { is: 'in a town', asWell: 'in a town as well', near: 'rural' },
  rural: { is: 'rural', asWell: 'rural as well', near: 'town' },
};

/** Which grades are served; those that serve all are half alike to both others. */
export const SPANS: Readonly<Record<string, { is: string; half: readonly string[] }>> = {
  elementary: { is: 'the lower grades only', half: ['all'] },
  secondary: { is: 'the upper grades only', half: ['all'] },
  all: { is: 'all grades', half: ['elementary', 'secondary'] },
};

/** The national organizations behind each affiliation. */
export const UNIONS: Readonly<Record<string, readonly string[]>> = { nea: ['NEA'], aft: ['AFT'], both: ['NEA', 'AFT'], other: [], none: [] };

/** How alike districts are that both work on this many of the same principles; the last counts for all above. */
export const IN_COMMON: readonly number[] = [0.25, 0.65, 0.85, 1];

/** What lies in the same division of the Census counts whole, in the same region half. */
export const SAME_REGION = 0.5;
