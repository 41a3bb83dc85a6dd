import { StateOutline, Tag, TextLink } from '@app/ui';
import type { ReactNode } from 'react';
import type { DirectoryQuery } from './organizations.generated.js';
import { words } from './words.js';

export type ListedDistrict = DirectoryQuery['districts']['nodes'][number];

/** Districts as a list that can be scanned: name, place, size, and whether they are here. */
export function DistrictList({ districts, below }: { districts: readonly ListedDistrict[]; /** What another list says of each. */ below?: (district: ListedDistrict) => ReactNode }) {
  return (
    <ul className="grid" aria-label={words.results}>
      {districts.map((district) => (
        <li key={district.id} className="flex items-start gap-2 border-t border-line py-2">
          {district.state && (
            <span className="mt-0.5 text-quiet">
              <StateOutline code={district.state} size="line" />
            </span>
          )}
          <div className="min-w-0 grow">
            <div className="sm:flex sm:items-start sm:justify-between sm:gap-2">
              <div className="min-w-0">
                <p className="font-semibold">
                  <TextLink to={`/districts/${district.slug}`}>{district.name}</TextLink>
                </p>
                <p className="text-note text-quiet">{facts(district).join(' · ')}</p>
              </div>
              <Signs district={district} />
            </div>
            {below?.(district)}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Signs({ district }: { district: ListedDistrict }) {
  const signs = [
    ...(district.invented ? [{ label: words.invented, look: 'attention' as const }] : []),
    ...(district.presenting ? [{ label: words.presents, look: 'plain' as const }] : []),
    ...(district.memberSince ? [{ label: words.onAccord, look: 'accent' as const }] : []),
  ];
  if (signs.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap sm:shrink-0 gap-1 sm:mt-0">
      {signs.map(({ label, look }) => (
        <li key={label}>
          <Tag look={look}>{label}</Tag>
        </li>
      ))}
    </ul>
  );
}

function facts(district: ListedDistrict): string[] {
  return [
    [district.city, district.state].filter(Boolean).join(', '),
    district.enrollment === null ? words.sizeUnknown : words.students(district.enrollment),
    words.locale[district.locale ?? ''] ?? '',
    words.affiliations[district.affiliation ?? ''] ?? '',
    district.agencyKind === 'regular' ? '' : (district.agencyType ?? ''),
    district.memberSince ? '' : words.notYet,
  ].filter(Boolean);
}
