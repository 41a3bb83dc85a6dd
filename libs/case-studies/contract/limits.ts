/** The parts of a case study with the most characters of each: together short enough that it can be signed as one text. */
export const PART_LIMITS = { context: 3000, process: 4000, tools: 3000, outcomes: 3000, how: 6000 } as const;

export type PartName = keyof typeof PART_LIMITS;

/** In the order in which they are read. `how` is what others come for, so it needs more than a line. */
export const PARTS: readonly PartName[] = ['context', 'process', 'tools', 'outcomes', 'how'];

export const PART_LEAST: Record<PartName, number> = { context: 20, process: 20, tools: 20, outcomes: 20, how: 80 };
