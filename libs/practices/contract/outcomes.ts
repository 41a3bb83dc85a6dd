const SHOWN = 6;

/** What came of a district's practices: the latest few, each with the practice it came of. */
export function newestOutcomes<Practice extends { outcomes: readonly { text: string; source: string; year: number }[] }>(practices: readonly Practice[]) {
  return practices
    .flatMap((practice) => practice.outcomes.map((outcome) => ({ outcome, practice })))
    .sort((a, b) => b.outcome.year - a.outcome.year)
    .slice(0, SHOWN);
}
