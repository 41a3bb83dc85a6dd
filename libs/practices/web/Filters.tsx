import { Disclosure, SearchField, Select, TextField } from '@app/ui';
import { useVocabulary } from '@app/framework/web';
import { STATE_NAMES } from '@app/organizations/contract';
import { useGraph } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { type Asked, BOUNDS, INSTRUMENTS, PATHWAYS, STATES } from '../contract/asked.js';
import { figureKey } from '../contract/figures.js';
import { OnlyDistrict } from './OnlyDistrict.js';
import { ThresholdLabelsDocument } from './practices.generated.js';
import { words } from './words.js';

const ANY = 'any';
const PAUSE = 300;
const YEARS_SHOWN = 5;

const optionsOf = <T extends string>(any: string, known: readonly T[], labels: Record<T, string>) => [{ value: ANY, label: any }, ...known.map((value) => ({ value, label: labels[value] }))];

interface FiltersProps {
  asked: Asked;
  onAsk: (asked: Asked) => void;
}

/** What is asked of the practices: words and what they hold by at once, the rest one press away and open when it is in use. */
export function Filters({ asked, onAsk }: FiltersProps) {
  const { principles } = useVocabulary();
  const set = (change: Partial<Asked>) => onAsk({ ...asked, ...change });
  const chosen = <T extends string>(known: readonly T[], value: string): T | null => known.find((one) => one === value) ?? null;
  const more = [asked.status, asked.confirmed, asked.pathway, asked.under, asked.state, asked.figure].filter((one) => one !== null).length;
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: YEARS_SHOWN }, (_, ago) => String(thisYear - ago));
  return (
    <search className="grid grow gap-2 lg:max-w-[52rem]">
      <div className="grid gap-2 sm:grid-cols-[1fr_15rem]">
        <Typed label={words.find} placeholder={words.findPlaceholder} value={asked.q} onType={(q) => set({ q })} search />
        <Select required label={words.holdsBy} options={optionsOf(words.anyInstrument, INSTRUMENTS, words.instruments)} value={asked.by ?? ANY} onChange={(by) => set({ by: chosen(INSTRUMENTS, by) })} />
      </div>
      {asked.district && <OnlyDistrict slug={asked.district} onClear={() => set({ district: null })} />}
      <Disclosure title={words.moreFilters(more)} quiet defaultOpen={more > 0} level={2}>
        <div className="grid gap-2 sm:grid-cols-2">
          <Select required label={words.vouched} options={optionsOf(words.anyState, STATES, words.states)} value={asked.status ?? ANY} onChange={(status) => set({ status: chosen(STATES, status) })} />
          <Select
            required
            label={words.confirmedIn}
            options={[{ value: ANY, label: words.anyYear }, ...years.map((year) => ({ value: year, label: year }))]}
            value={asked.confirmed === null ? ANY : String(asked.confirmed)}
            onChange={(year) => set({ confirmed: year === ANY ? null : Number(year) })}
          />
          <Select
            required
            label={words.principleLabel}
            options={[{ value: ANY, label: words.anyPrinciple }, ...principles.map(({ number, shortName }) => ({ value: String(number), label: `${number} ${shortName}` }))]}
            value={asked.under === null ? ANY : String(asked.under)}
            onChange={(under) => set({ under: under === ANY ? null : Number(under) })}
          />
          <Select
            required
            label={words.stateLabel}
            options={[{ value: ANY, label: words.anyPlace }, ...Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }))]}
            value={asked.state ?? ANY}
            onChange={(state) => set({ state: state === ANY ? null : state })}
          />
          <Select required label={words.pathwayLabel} options={optionsOf(words.anyPathway, PATHWAYS, words.pathways)} value={asked.pathway ?? ANY} onChange={(pathway) => set({ pathway: chosen(PATHWAYS, pathway) })} />
          <FigureAsked asked={asked} onAsk={onAsk} />
        </div>
      </Disclosure>
    </search>
  );
}

/** "Staff vote, at least, 80 %": which figure, how it is bounded, how much. */
function FigureAsked({ asked, onAsk }: FiltersProps) {
  const { data } = useGraph(ThresholdLabelsDocument, {});
  const { figure } = asked;
  const known = data?.thresholdLabels ?? [];
  // What the address asks for stands in the list even if nothing has such a figure any more.
  const labels = figure && !known.some((one) => figureKey(one) === figureKey(figure)) ? [{ label: figure.label, unit: figure.unit, count: 0 }, ...known] : known;
  return (
    <fieldset className="contents">
      <legend className="ui-hidden">{words.figureAsked}</legend>
      <Select
        required
        label={words.figureLabel}
        options={[{ value: ANY, label: words.anyFigure }, ...labels.map((one) => ({ value: figureKey(one), label: one.unit ? `${one.label} (${one.unit})` : one.label }))]}
        value={figure ? figureKey(figure) : ANY}
        onChange={(key) => {
          const one = labels.find((label) => figureKey(label) === key);
          onAsk({ ...asked, figure: one ? { label: one.label, unit: one.unit, bound: figure?.bound ?? 'at_least', value: figure?.value ?? '' } : null });
        }}
      />
      {figure && (
        <div className="grid grid-cols-[1fr_8rem] gap-2 sm:col-span-2">
          <Select
            required
            label={words.boundLabel}
            options={BOUNDS.map((value) => ({ value, label: words.bounds[value] }))}
            value={figure.bound}
            onChange={(value) => onAsk({ ...asked, figure: { ...figure, bound: BOUNDS.find((one) => one === value) ?? 'at_least' } })}
          />
          <Typed label={words.valueLabel(figure.unit)} value={figure.value} onType={(value) => onAsk({ ...asked, figure: { ...figure, value } })} />
        </div>
      )}
    </fieldset>
  );
}

interface TypedProps {
  label: string;
  placeholder?: string;
  value: string;
  onType: (value: string) => void;
  search?: boolean;
}

/** Asks when one stops typing, or at once on Enter. */
function Typed({ label, placeholder, value, onType, search = false }: TypedProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onType(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  });
  if (!search) return <TextField required label={label} value={text} onChange={setText} inputMode="decimal" maxLength={12} />;
  return <SearchField label={label} {...(placeholder ? { placeholder } : {})} value={text} onChange={setText} onSubmit={(q) => onType(q.trim())} />;
}
