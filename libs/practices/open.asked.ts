import { STATE_NAMES } from '@app/organizations/contract';
import { vocabulary } from '@app/framework';
import { type Asked, variablesOf } from './contract/asked.js';
import { openWords as say } from './open.words.js';

/** What is asked of the practices, in words: "Holds by: Contract". A figure without its number is not asked yet. */
export function askedWords(asked: Asked): string[] {
  const { q, by, status, confirmed, pathway, under, state } = asked;
  const { threshold } = variablesOf(asked);
  const principle = vocabulary.principles.find(({ number }) => number === under);
  return [
    q && `“${q}”`,
    by && `${say.instrument}: ${say.instruments[by]}`,
    status && `${say.askedStatus}: ${say.statuses[status]}`,
    confirmed && say.askedConfirmed(confirmed),
    pathway && `${say.pathway}: ${say.pathways[pathway]}`,
    principle && `${say.askedPrinciple}: ${principle.number} ${principle.shortName}`,
    state && `${say.askedState}: ${STATE_NAMES[state] ?? state}`,
    threshold && `${threshold.label} ${say.bounds[threshold.bound]} ${threshold.value}${threshold.unit ? ` ${threshold.unit}` : ''}`,
  ].filter((words): words is string => Boolean(words));
}
