import { Disclosure, VisuallyHidden } from '@app/ui';
import type { HowAlikeFragment } from './likeness.generated.js';
import { sentence } from './sentence.js';
import { words } from './words.js';

/** Why a district stands where it does: a sentence, and the whole reckoning one press away. */
export function Reckoning({ name, likeness: { reasons, parts }, level = 3 }: { name: string; likeness: HowAlikeFragment; level?: 3 | 4 }) {
  const sum = (field: 'points' | 'of'): number => parts.reduce((total, part) => total + part[field], 0);
  if (parts.length === 0) return null;
  return (
    <>
      {reasons.length > 0 && <p>{sentence(reasons)}</p>}
      <Disclosure
        quiet
        level={level}
        title={
          <>
            {words.points(sum('points'), sum('of'))}
            <VisuallyHidden>{words.howCounted(name)}</VisuallyHidden>
          </>
        }
      >
        <dl className="grid max-w-[42rem] gap-x-2 text-note">
          {parts.map((part) => (
            <div key={`${part.feature} ${part.reason}`} className="grid grid-cols-[1fr_auto] gap-x-2 border-t border-line py-[4px] sm:grid-cols-[12rem_1fr_auto]">
              <dt className="font-semibold">{words.features[part.feature]}</dt>
              <dd className="order-3 col-span-2 sm:order-none sm:col-span-1">
                {part.reason}
                {part.unknown && part.points > 0 && <span className="text-quiet"> ({words.neutral})</span>}
              </dd>
              <dd className="text-right tabular-nums">{words.points(part.points, part.of)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  );
}
