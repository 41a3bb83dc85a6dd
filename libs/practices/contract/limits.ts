/** How much a district may say of one practice: together short enough that it can be signed as one text. */
export const LIMITS = {
  title: 140,
  summary: 2000,
  story: 8000,
  aside: 600,
  whatFailed: 1500,
  thresholds: 10,
  label: 80,
  unit: 30,
  note: 120,
  outcomes: 6,
  outcome: 240,
  reason: 600,
} as const;

/** After so many years without being affirmed again a practice is due; after so many more it lapses. */
export const CONFIRM_EVERY_YEARS = 1;
export const LAPSES_AFTER_YEARS = 2;
