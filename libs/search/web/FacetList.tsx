import { Button, Disclosure } from '@app/ui';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { words } from './words.js';

export interface FacetGroup {
  /** The filter's name in the address. */
  name: string;
  label: string;
  values: readonly { value: string; label: string; count: number }[];
}

export interface FacetListProps {
  groups: readonly FacetGroup[];
  /** What is chosen, by the name of the group. */
  chosen: Readonly<Record<string, string | undefined>>;
  onChoose: (name: string, value: string | undefined) => void;
  onClear: () => void;
}

const SHOWN = 8;

/** What results can be narrowed by, with how many each would leave; one choice a group, pressed again it goes. */
export function FacetList({ groups, chosen, onChoose, onClear }: FacetListProps) {
  const [wide] = useState(() => window.matchMedia('(min-width: 64rem)').matches);
  const full = groups.filter((group) => group.values.length > 0 || chosen[group.name] !== undefined);
  const on = full.filter((group) => chosen[group.name] !== undefined).length;
  if (full.length === 0) return null;
  return (
    <Disclosure title={on > 0 ? `${words.narrow} (${words.narrowed(on)})` : words.narrow} defaultOpen={wide} level={2}>
      <div className="flex flex-col gap-2">
        {on > 0 && (
          <div>
            <Button onPress={onClear}>{words.clear}</Button>
          </div>
        )}
        {full.map((group) => (
          <Group key={group.name} group={group} chosen={chosen[group.name]} onChoose={(value) => onChoose(group.name, value)} />
        ))}
      </div>
    </Disclosure>
  );
}

function Group({ group, chosen, onChoose }: { group: FacetGroup; chosen: string | undefined; onChoose: (value: string | undefined) => void }) {
  // What is chosen stays in sight, so that it can be taken away, even where it leaves nothing.
  const missing = chosen !== undefined && !group.values.some((one) => one.value === chosen);
  const values = missing ? [{ value: chosen, label: words.readable(chosen), count: 0 }, ...group.values] : group.values;
  const [first, rest] = [values.slice(0, SHOWN), values.slice(SHOWN)];
  const line = ({ value, label, count }: FacetGroup['values'][number]) => (
    <li key={value}>
      <ToggleButton
        isSelected={chosen === value}
        onChange={(on) => onChoose(on ? value : undefined)}
        className="flex min-h-[2.25rem] w-full pointer-coarse:min-h-[2.75rem] cursor-pointer items-center justify-between gap-2 border-0 border-l-4 border-transparent bg-transparent px-1 py-1 text-left text-note text-ink hover:bg-sunk data-[focus-visible]:outline-3 data-[selected]:border-accent data-[selected]:bg-accent-tint data-[selected]:font-semibold"
      >
        <span>{label}</span>
        <span className="tabular-nums text-quiet">{count.toLocaleString('en-US')}</span>
      </ToggleButton>
    </li>
  );
  return (
    <section aria-label={group.label}>
      <h3 className="text-note font-semibold">{group.label}</h3>
      <ul className="list-none p-0">{first.map(line)}</ul>
      {rest.length > 0 && (
        <Disclosure title={`${rest.length} more`} level={4} defaultOpen={rest.some((one) => one.value === chosen)}>
          <ul className="list-none p-0">{rest.map(line)}</ul>
        </Disclosure>
      )}
    </section>
  );
}
