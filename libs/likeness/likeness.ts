import type { LikenessLevels } from './contract/index.js';
import { ALIKE } from './definition.js';
import { type Asked, type Outcome, type Plan, type PlannedFeature, planFor, type Rule } from './plan.js';
import type { Traits } from './traits.js';

/** What one feature gave. */
export interface LikenessPart {
  feature: PlannedFeature['feature'];
  points: number;
  /** How many it could have given. */
  of: number;
  /** In words, as part of a sentence: "about your size", "size unknown". */
  reason: string;
  /** Nothing is known to compare, on one side or the other: it counts half. */
  unknown: boolean;
  /** It belongs into the sentence that is read first. */
  said: boolean;
}

export interface Likeness {
  /** From 0 to 1. */
  score: number;
  parts: LikenessPart[];
  /** Why, each a part of one sentence; what is unknown comes last. */
  reasons: string[];
}

/** Holds one district against the plan of another. */
export function likenessBy(plan: Plan, theirs: Traits): Likeness {
  const parts = plan.features.map(({ feature, of, rule }): LikenessPart => {
    const { share, reason, unknown, said } = judge(rule, theirs);
    return { feature, points: of * share, of, reason, unknown, said };
  });
  const said = parts.filter((part) => part.said);
  return {
    score: plan.of === 0 ? 0 : parts.reduce((sum, part) => sum + part.points, 0) / plan.of,
    parts,
    reasons: [...said.filter((part) => !part.unknown), ...said.filter((part) => part.unknown)].map((part) => part.reason),
  };
}

/** Where a district can see itself in another. */
export function likeness(ours: Traits, theirs: Traits, asked: readonly Asked[] = [], levels: LikenessLevels = {}): Likeness {
  return likenessBy(planFor(ours, levels, asked), theirs);
}

/** Only in what two districts are alike: for a line that recommends. */
export function alikeIn({ parts }: Likeness): string[] {
  return parts.filter((part) => part.said && !part.unknown && part.points >= part.of * ALIKE).map((part) => part.reason);
}

function judge(rule: Rule, theirs: Traits): Outcome {
  switch (rule.kind) {
    case 'constant':
      return rule.outcome;
    case 'value': {
      const value = theirs[rule.trait];
      return value === null ? rule.missing : (rule.outcomes.get(String(value)) ?? rule.otherwise);
    }
    case 'steps': {
      const number = theirs[rule.trait];
      if (number === null || (rule.zeroIsMissing && number === 0)) return rule.missing;
      return rule.steps.find(({ to, below }) => (below ? Number(number) < to : Number(number) <= to))?.outcome ?? rule.missing;
    }
    case 'common':
      return theirs.principles.length === 0 ? rule.missing : (rule.outcomes[rule.ours.filter((number) => theirs.principles.includes(number)).length] ?? rule.missing);
    case 'has':
      return theirs.principles.includes(rule.principle) ? rule.yes : rule.no;
  }
}
