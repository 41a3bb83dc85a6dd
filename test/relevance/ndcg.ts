const DEPTH = 10;

const gain = (grade: number): number => 2 ** grade - 1;
const discounted = (grades: readonly number[]): number => grades.slice(0, DEPTH).reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0);

/** Normalized discounted cumulative gain of the first ten: 1 when the best stand first, 0 when none of the ten is any good. */
export function ndcg(found: readonly string[], judged: ReadonlyMap<string, number>): number {
  const best = discounted([...judged.values()].sort((a, b) => b - a));
  if (best === 0) throw new Error('A question to which nothing is an answer measures nothing.');
  // Whatever is given twice counts once.
  return discounted([...new Set(found)].map((id) => judged.get(id) ?? 0)) / best;
}
