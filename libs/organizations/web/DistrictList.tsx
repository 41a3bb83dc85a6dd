import { StateOutline, Tag, TextLink } from '@app/ui';
import type { DirectoryQuery } from './organizations.generated.js';
import { words } from './words.js';

export type ListedDistrict = DirectoryQuery['districts']['nodes'][number];

/** Districts as a list that can be scanned: name, place, size, and whether they are here. */
export function DistrictList({ districts }: { districts: readonly ListedDistrict[] }) {
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
            <p className="font-semibold">
              <TextLink to={`/districts/${district.slug}`}>{district.name}</TextLink>
            </p>
            <p className="text-note text-quiet">{facts(district).join(' · ')}</p>
          </div>
          <ul className="flex shrink-0 flex-wrap justify-end gap-1">
            {district.invented && (
              <li>
                <Tag look="attention">{words.invented}</Tag>
              </li>
            )}
            {district.presenting && (
              <li className="hidden sm:block">
                <Tag>{words.presents}</Tag>
              </li>
            )}
            <li>
              <Tag look={district.memberSince ? 'accent' : 'plain'}>{district.memberSince ? words.onAccord : words.notYet}</Tag>
            </li>
          </ul>
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
  ].filter(Boolean);
}
