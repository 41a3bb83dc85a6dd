import { Button, ComboBox, type Option, Select, TextField } from '@app/ui';
import { useGraph } from '@app/platform/web';
import type { ReactNode } from 'react';
import { figureKey } from '../contract/figures.js';
import { LIMITS } from '../contract/limits.js';
import { ThresholdLabelsDocument } from './practices.generated.js';
import { words } from './words.js';

export interface FigureDraft {
  key: string;
  label: string;
  comparison: string;
  value: string;
  unit: string;
  note: string;
}

export interface OutcomeDraft {
  key: string;
  text: string;
  source: string;
  year: string;
}

export const newFigure = (): FigureDraft => ({ key: crypto.randomUUID(), label: '', comparison: '>=', value: '', unit: '%', note: '' });
export const newOutcome = (): OutcomeDraft => ({ key: crypto.randomUUID(), text: '', source: '', year: '' });

const comparisons = (['>=', '>', '=', '<=', '<'] as const).map((value) => ({ value, label: words.comparisons[value] }));

const withWords = (options: readonly Option[], text: string): Option[] => options.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
/** Words that are not among those offered are one's own, and have no value. */
const asOption = (text: string, options: readonly Option[], value = text): Option | null => (text ? { value: options.some((one) => one.value === value) ? value : '', label: text } : null);

/** The figures a practice turns on, one row each. What others count is offered as one types, so that all of it can be asked for by one name. */
export function FigureFields({ figures, onChange }: { figures: readonly FigureDraft[]; onChange: (figures: FigureDraft[]) => void }) {
  const { data } = useGraph(ThresholdLabelsDocument, {});
  const known = data?.thresholdLabels ?? [];
  const labels = known.map((one) => ({ value: figureKey(one), label: one.label, note: words.figureInUse(one.unit, one.count) }));
  const units = [...new Set(['%', ...known.map((one) => one.unit)])].filter(Boolean).map((unit) => ({ value: unit, label: unit }));
  return (
    <Rows legend={words.figuresField} hint={words.figuresHint} rows={figures} most={LIMITS.thresholds} add={words.addFigure} remove={words.removeFigure} onChange={onChange} fresh={newFigure}>
      {(figure, at, set) => (
        <>
          <ComboBox
            name={`thresholds.${at}.label`}
            label={words.figureCounted}
            required
            allowsOther
            minLength={0}
            load={(text) => Promise.resolve(withWords(labels, text))}
            value={asOption(figure.label, labels, figureKey(figure))}
            onChange={(option) => set({ label: option?.label ?? '', ...(option?.value ? { unit: known.find((one) => figureKey(one) === option.value)?.unit ?? figure.unit } : {}) })}
          />
          <div className="grid gap-2 sm:grid-cols-[11rem_7rem_1fr]">
            <Select name={`thresholds.${at}.comparison`} label={words.boundLabel} required options={comparisons} value={figure.comparison} onChange={(comparison) => set({ comparison })} />
            <TextField name={`thresholds.${at}.value`} label={words.figureValue} required inputMode="decimal" maxLength={14} value={figure.value} onChange={(value) => set({ value })} />
            <ComboBox
              name={`thresholds.${at}.unit`}
              label={words.figureUnit}
              allowsOther
              minLength={0}
              load={(text) => Promise.resolve(withWords(units, text))}
              value={asOption(figure.unit, units)}
              onChange={(option) => set({ unit: option?.label ?? '' })}
            />
          </div>
          <TextField name={`thresholds.${at}.note`} label={words.figureNote} maxLength={LIMITS.note} value={figure.note} onChange={(note) => set({ note })} />
        </>
      )}
    </Rows>
  );
}

/** What came of a practice, one row each, never without source and year. */
export function OutcomeFields({ outcomes, onChange }: { outcomes: readonly OutcomeDraft[]; onChange: (outcomes: OutcomeDraft[]) => void }) {
  return (
    <Rows legend={words.outcomesField} hint={words.outcomesHint} rows={outcomes} most={LIMITS.outcomes} add={words.addOutcome} remove={words.removeOutcome} onChange={onChange} fresh={newOutcome}>
      {(outcome, at, set) => (
        <>
          <TextField name={`outcomes.${at}.text`} label={words.outcomeText} required maxLength={LIMITS.outcome} value={outcome.text} onChange={(text) => set({ text })} />
          <div className="grid gap-2 sm:grid-cols-[1fr_7rem]">
            <TextField name={`outcomes.${at}.source`} label={words.outcomeSource} required maxLength={LIMITS.outcome} value={outcome.source} onChange={(source) => set({ source })} />
            <TextField name={`outcomes.${at}.year`} label={words.outcomeYear} required inputMode="numeric" maxLength={4} value={outcome.year} onChange={(year) => set({ year })} />
          </div>
        </>
      )}
    </Rows>
  );
}

interface RowsProps<Row extends { key: string }> {
  legend: string;
  hint: string;
  rows: readonly Row[];
  most: number;
  add: string;
  remove: (at: number) => string;
  fresh: () => Row;
  onChange: (rows: Row[]) => void;
  children: (row: Row, at: number, set: (change: Partial<Row>) => void) => ReactNode;
}

function Rows<Row extends { key: string }>({ legend, hint, rows, most, add, remove, fresh, onChange, children }: RowsProps<Row>) {
  return (
    <fieldset className="grid gap-2">
      <legend className="font-semibold">{legend}</legend>
      <p className="text-note text-quiet">{hint}</p>
      {rows.map((row, at) => (
        <div key={row.key} className="grid gap-2 border-l-2 border-line pl-2" role="group" aria-label={`${legend} ${at + 1}`}>
          {children(row, at, (change) => onChange(rows.map((one) => (one.key === row.key ? { ...one, ...change } : one))))}
          <p>
            <Button look="quiet" onPress={() => onChange(rows.filter((one) => one.key !== row.key))}>
              {remove(at + 1)}
            </Button>
          </p>
        </div>
      ))}
      {rows.length < most && (
        <p>
          <Button onPress={() => onChange([...rows, fresh()])}>{add}</Button>
        </p>
      )}
    </fieldset>
  );
}
