import { Button, Disclosure, Select } from '@app/ui';
import { STATE_NAMES } from '../contract/states.js';
import { words } from './words.js';

export const FILTERS = ['state', 'size', 'locale', 'affiliation', 'status', 'kind'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Partial<Record<FilterName, string>>;

const ANY = 'any';
const LABELS: Record<FilterName, string> = { state: words.state, size: words.size, locale: words.place, affiliation: words.affiliation, status: words.status, kind: words.kind };
const CHOICES: Record<FilterName, Record<string, string>> = {
  state: STATE_NAMES,
  size: words.sizes,
  locale: words.locales,
  affiliation: words.affiliationFilter,
  status: words.statuses,
  kind: words.kinds,
};

/** The value of a filter as the address carries it; anything that is not a choice counts as unchosen. */
export function knownFilter(name: FilterName, value: string | null): string | undefined {
  return value !== null && value in CHOICES[name] ? value : undefined;
}

/** The filters of the directory as plain words. */
export function DirectoryFilters({ filters, onChange, onClear }: { filters: Filters; onChange: (name: FilterName, value: string | null) => void; onClear: () => void }) {
  const chosen = FILTERS.filter((name) => filters[name]).length;
  return (
    <Disclosure level={2} title={words.narrowed(chosen)} defaultOpen={chosen > 0}>
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {FILTERS.map((name) => (
          <Select
            key={name}
            label={LABELS[name]}
            required
            options={[{ value: ANY, label: name === 'state' ? words.anyState : words.any }, ...Object.entries(CHOICES[name]).map(([value, label]) => ({ value, label }))]}
            value={filters[name] ?? ANY}
            onChange={(value) => onChange(name, value === ANY ? null : value)}
          />
        ))}
      </div>
      {chosen > 0 && (
        <p className="mt-2">
          <Button look="quiet" onPress={onClear}>
            {words.clear}
          </Button>
        </p>
      )}
    </Disclosure>
  );
}
