import { Button, Disclosure, Select } from '@app/ui';
import { useGraph } from '@app/platform/web';
import { STATE_NAMES } from '../contract/states.js';
import { DirectoryCirclesDocument } from './organizations.generated.js';
import { words } from './words.js';

export const FILTERS = ['state', 'size', 'locale', 'affiliation', 'status', 'kind', 'circle'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Partial<Record<FilterName, string>>;

const ANY = 'any';
const LABELS: Record<FilterName, string> = { state: words.state, size: words.size, locale: words.place, affiliation: words.affiliation, status: words.status, kind: words.kind, circle: words.circle };
const CHOICES: Record<Exclude<FilterName, 'circle'>, Record<string, string>> = {
  state: STATE_NAMES,
  size: words.sizes,
  locale: words.locales,
  affiliation: words.affiliationFilter,
  status: words.statuses,
  kind: words.kinds,
};

// Which circles there are is for the server to say.
const CIRCLE = /^[a-z-]{1,40}:[0-9a-f-]{36}$/;

/** The value of a filter as the address carries it; anything that is not a choice counts as unchosen. */
export function knownFilter(name: FilterName, value: string | null): string | undefined {
  if (value === null || !(name === 'circle' ? CIRCLE.test(value) : value in CHOICES[name])) return undefined;
  return value;
}

/** The filters of the directory as plain words; members also choose among the conferences whose teams they may see. */
export function DirectoryFilters({ filters, member, onChange, onClear }: { filters: Filters; member: boolean; onChange: (name: FilterName, value: string | null) => void; onClear: () => void }) {
  const { data } = useGraph(DirectoryCirclesDocument, {}, { when: member });
  const circles = Object.fromEntries((data?.directoryCircles ?? []).map(({ key, name }) => [key, name]));
  const offered = FILTERS.filter((name) => name !== 'circle' || filters.circle !== undefined || Object.keys(circles).length > 0);
  const chosen = FILTERS.filter((name) => filters[name]).length;
  return (
    <Disclosure level={2} title={words.narrowed(chosen)} defaultOpen={chosen > 0}>
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {offered.map((name) => (
          // Titles of conferences are long.
          <div key={name} className={name === 'circle' ? 'sm:col-span-2 lg:col-span-3' : undefined}>
            <Select
              label={LABELS[name]}
              required
              options={[{ value: ANY, label: name === 'state' ? words.anyState : words.any }, ...Object.entries(name === 'circle' ? circles : CHOICES[name]).map(([value, label]) => ({ value, label }))]}
              value={filters[name] ?? ANY}
              onChange={(value) => onChange(name, value === ANY ? null : value)}
            />
          </div>
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
