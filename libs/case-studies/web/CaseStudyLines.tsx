import { Instant, Tag, TextLink } from '@app/ui';
import { useVocabulary } from '@app/framework/web';
import type { CaseStudyLineFragment } from './case-studies.generated.js';
import { words } from './words.js';

/** Case studies one below the other: what, of whom, how it began. */
export function CaseStudyLines({ studies, level = 2, omitDistrict = false }: { studies: readonly CaseStudyLineFragment[]; level?: 2 | 3; omitDistrict?: boolean }) {
  const { principles } = useVocabulary();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul>
      {studies.map((study) => (
        <li key={study.id} className="break-inside-avoid border-t border-line py-2">
          <Heading className="font-serif text-lead font-semibold text-balance">
            <TextLink to={`/case-studies/${study.slug}`}>{study.title}</TextLink>
          </Heading>
          <p className="mt-0.5 flex flex-wrap gap-x-2 text-note text-quiet">
            {!omitDistrict && <span>{[study.district.name, study.district.state].filter(Boolean).join(', ')}</span>}
            {study.principles.map((number) => (
              <span key={number}>
                {number} {principles.find((principle) => principle.number === number)?.shortName}
              </span>
            ))}
            {study.publishedAt && <Instant at={study.publishedAt} form="day" />}
            {study.state !== 'published' && <Tag>{words.states[study.state]}</Tag>}
          </p>
          {study.how && <p className="mt-1 line-clamp-3 max-w-[42rem] print:line-clamp-none">{study.how.split('\n')[0]}</p>}
        </li>
      ))}
    </ul>
  );
}
