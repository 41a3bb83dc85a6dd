import { Button, Disclosure, Instant, Notice, RadioGroup, say } from '@app/ui';
import { useAct, useGraph } from '@app/platform/web';
import { LIKENESS_FEATURES, LIKENESS_LEVELS, type LikenessFeatureName, type LikenessLevelName, type LikenessLevels } from '../contract/index.js';
import { LikenessDefaultsDocument, SetLikenessDefaultsDocument } from './likeness.generated.js';
import type { Weights } from './useWeights.js';
import { words } from './words.js';



/** What the reader lets count when districts are compared: three steps for each feature. */
export function WhatMatters({ weights, level = 3 }: { weights: Weights; level?: 2 | 3 }) {
  const { data } = useGraph(LikenessDefaultsDocument, {});
  const chosen = weights.given.length;
  if (!data) return null;
  const defaults = data.likenessDefaults;
  const levels = Object.fromEntries(defaults.weights.map(({ feature, level: usual }) => [feature, weights.levels[feature as LikenessFeatureName] ?? usual])) as LikenessLevels;
  const nothing = LIKENESS_FEATURES.every((feature) => levels[feature] === 'not');
  return (
    <Disclosure level={level} title={chosen === 0 ? words.matters : words.mattersChosen(chosen)} defaultOpen={chosen > 0}>
      <p className="mb-2 max-w-[70ch] text-note text-quiet">{words.mattersLead}</p>
      <div className="grid gap-x-4 gap-y-1 md:grid-cols-2">
        {LIKENESS_FEATURES.map((feature) => (
          <RadioGroup
            key={feature}
            label={words.features[feature]}
            required
            inline
            options={LIKENESS_LEVELS.map((value) => ({ value, label: words.levels[value] }))}
            value={levels[feature] ?? 'some'}
            onChange={(value) => weights.choose(feature, value as LikenessLevelName)}
          />
        ))}
      </div>
      {nothing && <Notice kind="attention" live title={words.nothingMatters} />}
      <p className="mt-2 text-note text-quiet">
        {words.defaultsAre} {defaults.setAt ? words.defaultsBy(defaults.setBy?.name ?? null) : words.defaultsNobody} {defaults.setAt && <Instant at={defaults.setAt} form="day" />}
      </p>
      {chosen > 0 && (
        <p className="mt-2 flex flex-wrap gap-2">
          <Button look="quiet" onPress={weights.clear}>
            {words.asUsual}
          </Button>
          {defaults.viewerCan.setDefaults && !nothing && <MakeDefault levels={levels} onDone={weights.clear} />}
        </p>
      )}
    </Disclosure>
  );
}

function MakeDefault({ levels, onDone }: { levels: LikenessLevels; onDone: () => void }) {
  const set = useAct(SetLikenessDefaultsDocument, {
    idempotent: true,
    onDone: () => {
      say(words.madeDefault, 'success');
      onDone();
    },
  });
  return (
    <>
      <Button pending={set.pending} onPress={() => void set.run({ weights: LIKENESS_FEATURES.map((feature) => ({ feature, level: levels[feature] ?? 'some' })) })}>
        {words.makeDefault}
      </Button>
      {set.problem && <Notice kind="danger" live title={set.problem.message} />}
    </>
  );
}


