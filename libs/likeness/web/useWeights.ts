import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { LIKENESS_FEATURES, LIKENESS_LEVELS, type LikenessFeatureName, type LikenessLevelName, type LikenessLevels } from '../contract/index.js';

const NAME = 'weights';

export interface Weights {
  /** What the reader has chosen; what is missing counts as it does for everybody. */
  levels: LikenessLevels;
  /** As the server takes them. */
  given: { feature: LikenessFeatureName; level: LikenessLevelName }[];
  choose: (feature: LikenessFeatureName, level: LikenessLevelName) => void;
  clear: () => void;
}

/** What matters to the reader, kept in the address: `weights=size.lot,state.not`. It can be sent to a colleague, and the way back leads to it. */
export function useWeights(): Weights {
  const [params, setParams] = useSearchParams();
  const inAddress = params.get(NAME) ?? '';
  const levels = levelsIn(inAddress);
  // What was put there but has not arrived yet: a second choice made at once must not undo the first.
  const onItsWay = useRef<string | null>(null);
  useEffect(() => {
    if (onItsWay.current === inAddress) onItsWay.current = null;
  }, [inAddress]);
  const put = (chosen: LikenessLevels) => {
    const text = LIKENESS_FEATURES.flatMap((feature) => (chosen[feature] ? [`${feature}.${chosen[feature]}`] : [])).join(',');
    onItsWay.current = text === inAddress ? null : text;
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (text) next.set(NAME, text);
        else next.delete(NAME);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return {
    levels,
    given: LIKENESS_FEATURES.flatMap((feature) => (levels[feature] ? [{ feature, level: levels[feature] }] : [])),
    choose: (feature, level) => put({ ...levelsIn(onItsWay.current ?? inAddress), [feature]: level }),
    clear: () => put({}),
  };
}

/** Addresses are typed by people, too: what is not known is passed over. */
function levelsIn(text: string | null): LikenessLevels {
  const pairs = (text ?? '').split(',').map((pair) => pair.split('.', 2));
  return Object.fromEntries(pairs.filter(([feature, level]) => (LIKENESS_FEATURES as readonly (string | undefined)[]).includes(feature) && (LIKENESS_LEVELS as readonly (string | undefined)[]).includes(level)));
}
