import { EmptyState, ErrorState, LinkButton, Loading, PageHeader, Pagination, Section, TextLink } from '@app/ui';
import { ForPrograms, useGraph, useGraphPages, useSessionInfo, useTitle } from '@app/platform/web';
import { useSearchParams } from 'react-router';
import { CaseStudiesPageDocument, CaseStudiesUnderWayDocument } from './case-studies.generated.js';
import { CaseStudyLines } from './CaseStudyLines.js';
import { addressOf, type Narrowed, NarrowCaseStudies, narrowedIn } from './NarrowCaseStudies.js';
import { words } from './words.js';

/** What is out, and for those with a part in them what is under way. */
export default function CaseStudiesPage() {
  useTitle(words.title);
  const session = useSessionInfo();
  const [params, setParams] = useSearchParams();
  const narrowed = narrowedIn(params);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      {session?.isMember && <UnderWay />}
      <NarrowCaseStudies narrowed={narrowed} onChange={(next) => setParams(addressOf(next), { replace: true, preventScrollReset: true })} />
      <Out narrowed={narrowed} />
      <ForPrograms path="/case-studies" table question={addressOf(narrowed)} feed="/feeds/case-studies.xml" />
    </>
  );
}

function UnderWay() {
  const { data } = useGraph(CaseStudiesUnderWayDocument, {});
  const studies = data?.caseStudiesUnderWay ?? [];
  if (studies.length === 0) return null;
  return (
    <div className="mb-4">
      <Section title={words.underWay}>
        <p className="mb-1 text-note text-quiet">{words.underWayLead}</p>
        <ul>
          {studies.map((study) => (
            <li key={study.id} className="flex flex-wrap items-center justify-between gap-2 border-t border-line py-1">
              <span>
                <TextLink to={`/case-studies/${study.slug}`}>{study.title}</TextLink>
                <span className="block text-note text-quiet">{[study.district.name, words.states[study.state], study.revises && words.nextVersion, study.writer && words.writtenBy(study.writer.name)].filter(Boolean).join(', ')}</span>
              </span>
              {study.viewerCan.write && <LinkButton to={`/case-studies/${study.slug}/write`}>{words.goOn}</LinkButton>}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Out({ narrowed }: { narrowed: Narrowed }) {
  const { nodes, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(CaseStudiesPageDocument, { ...narrowed, first: 20 }, (answer) => answer.caseStudies);
  if (error)
    return (
      <ErrorState title={words.failed} onRetry={refetch}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (isPending) return <Loading lines={6} label={words.loading} />;
  if (nodes.length === 0)
    return (
      <EmptyState title={narrowed.district || narrowed.principle ? words.noneSuch : words.none}>
        <p>{narrowed.district || narrowed.principle ? words.noneSuchHint : words.noneHint}</p>
      </EmptyState>
    );
  return (
    <>
      <CaseStudyLines studies={nodes} />
      <Pagination shown={nodes.length} hasMore={hasMore} pending={morePending} onMore={more} />
    </>
  );
}
