import type { Plan, Rule } from './plan.js';
import { traitIn } from './traits.js';

/** Where the traits of the other district stand in a statement: the alias of `organization`, and an SQL array of principles or null. */
export interface Others {
  organization: string;
  principles: string;
}

/** Takes a value into a statement's parameters, and answers its place: `$3`. */
export type Give = (value: unknown) => string;

/** Whether a plan asks for the other's principles at all; a statement that does not need them need not read them. */
export function needsPrinciples(plan: Plan): boolean {
  return plan.features.some(({ rule }) => rule.kind === 'common' || rule.kind === 'has');
}

/** The same score as `likenessBy` as an SQL expression, from 0 to 1 with six digits, for ordering thousands in one statement. */
export function scoreSql(plan: Plan, others: Others, give: Give): string {
  if (plan.of === 0) return '0::float8';
  const parts = plan.features.map(({ of, rule }) => `${number(of)} * (${shareSql(rule, others, give)})`);
  return `round((${parts.join(' + ')}) / ${number(plan.of)} * 1000000::float8) / 1000000::float8`;
}

function shareSql(rule: Rule, { organization, principles }: Others, give: Give): string {
  switch (rule.kind) {
    case 'constant':
      return number(rule.outcome.share);
    case 'value': {
      const column = traitIn(organization, rule.trait);
      const shares = new Map<number, string[]>();
      for (const [value, { share }] of rule.outcomes) if (share !== rule.otherwise.share) shares.set(share, [...(shares.get(share) ?? []), value]);
      const whens = [...shares].map(([share, values]) => `when ${column} = any(${give(values)}::text[]) then ${number(share)}`);
      return `case when ${column} is null then ${number(rule.missing.share)} ${whens.join(' ')} else ${number(rule.otherwise.share)} end`;
    }
    case 'steps': {
      const column = rule.zeroIsMissing ? `nullif(${traitIn(organization, rule.trait)}, 0)` : traitIn(organization, rule.trait);
      const whens = rule.steps.filter(({ to }) => Number.isFinite(to)).map(({ to, below, outcome }) => `when ${column} ${below ? '<' : '<='} ${give(to)}::float8 then ${number(outcome.share)}`);
      const last = rule.steps.at(-1);
      return `case when ${column} is null then ${number(rule.missing.share)} ${whens.join(' ')} else ${number(last && !Number.isFinite(last.to) ? last.outcome.share : rule.missing.share)} end`;
    }
    case 'common': {
      const shares = give(rule.outcomes.map(({ share }) => share));
      const common = `(select count(*) from unnest(${principles}) n where n = any(${give(rule.ours)}::int[]))`;
      return `case when coalesce(cardinality(${principles}), 0) = 0 then ${number(rule.missing.share)} else (${shares}::float8[])[1 + ${common}] end`;
    }
    case 'has':
      return `case when ${give(rule.principle)}::int = any(${principles}) then ${number(rule.yes.share)} else ${number(rule.no.share)} end`;
  }
}

/** Our own numbers, never a reader's; written out so that the planner sees them. */
function number(value: number): string {
  return `${value}::float8`;
}
