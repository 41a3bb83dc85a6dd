import { LinkButton, Section } from '@app/ui';
import type { DistrictPartProps } from '@app/organizations/web';
import { useGraph, useSessionInfo } from '@app/platform/web';
import { CaseStudyLines } from './CaseStudyLines.js';
import { DistrictCaseStudiesDocument, MayAssignCaseStudyDocument } from './case-studies.generated.js';
import { words } from './words.js';

/** The case studies of a district, a part of its page; and for those who may, the way to have one written. */
export default function DistrictCaseStudies({ id, slug }: DistrictPartProps) {
  const session = useSessionInfo();
  const { data } = useGraph(DistrictCaseStudiesDocument, { slug });
  const may = useGraph(MayAssignCaseStudyDocument, { districtId: id }, { when: session?.isMember ?? false });
  const studies = data?.caseStudies.nodes ?? [];
  const ask = may.data?.mayAssignCaseStudy ?? false;
  // The part adds to somebody else's page: where there is nothing to say, that page does without it.
  if (studies.length === 0 && !ask) return null;
  return (
    <Section title={words.onDistrict}>
      {studies.length > 0 ? <CaseStudyLines studies={studies} level={3} omitDistrict /> : <p className="text-quiet">{words.onDistrictNone}</p>}
      {ask && (
        <p className="mt-2 print:hidden">
          <LinkButton to={`/case-studies/new?district=${slug}`}>{words.askForOne}</LinkButton>
        </p>
      )}
    </Section>
  );
}
