import { Columns, ErrorState, Instant, LinkButton, Loading, Mark, Notice, PageHeader, Section, Tag, TextLink } from '@app/ui';
import { SubjectThreads } from '@app/discussions/web';
import { useVocabulary } from '@app/framework/web';
import { ReportLink } from '@app/moderation/web';
import { ACT_ROOM } from '@app/signatures/contract';
import { CiteThis, ForPrograms, useGraph, useLive, useRefresh, useTitle } from '@app/platform/web';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { PARTS } from '../contract/limits.js';
import { CaseStudyActions } from './CaseStudyActions.js';
import { CaseStudyPageDocument, type CaseStudyPageQuery } from './case-studies.generated.js';
import { words } from './words.js';

export type CaseStudyWhole = NonNullable<CaseStudyPageQuery['caseStudy']>;

/** One case study, and what can be done with it. */
export default function CaseStudyPage() {
  const { slug = '' } = useParams();
  const { data, error, isFetching, refetch } = useGraph(CaseStudyPageDocument, { slug });
  const study = data?.caseStudy;
  const refresh = useRefresh();
  useTitle(study?.title ?? (data ? words.notHere : undefined));
  useLive(study?.acts.open ? `${ACT_ROOM}:${study.acts.open.id}` : null, () => refresh('CaseStudyPage'));
  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()} retrying={isFetching}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} label={words.loading} />;
  if (!study) return <PageHeader title={words.notHere} lead={words.notHereLead} action={<LinkButton to="/case-studies">{words.toAll}</LinkButton>} />;
  return (
    <article>
      <PageHeader
        voice="serif"
        above={<TextLink to="/case-studies">{words.title}</TextLink>}
        title={study.title}
        lead={<TextLink to={`/districts/${study.district.slug}`}>{[study.district.name, study.district.state].filter(Boolean).join(', ')}</TextLink>}
      />
      <Columns marginLabel={words.about} margin={<Margin study={study} />}>
        <div className="grid gap-4">
          <Standing study={study} />
          {PARTS.map((part) => (
            <Section key={part} title={words.parts[part]}>
              {study[part] ? <Paragraphs text={study[part]} /> : <p className="text-quiet">{words.empty}</p>}
            </Section>
          ))}
          <CaseStudyActions study={study} />
          {study.publishedAt && <SubjectThreads kind="case-study" id={study.id} title={study.title} />}
          {study.publishedAt && !study.viewerCan.retire && (
            <p>
              <ReportLink kind="case-study" id={study.id} />
            </p>
          )}
          {study.publishedAt && !study.hiddenReason && (
            <div>
              <CiteThis path={`/case-studies/${study.slug}`} />
              <ForPrograms path={`/case-studies/${study.slug}`} feed="/feeds/case-studies.xml" />
            </div>
          )}
        </div>
      </Columns>
    </article>
  );
}

/** How far it has come, and what the reader should know of that before the text. */
function Standing({ study }: { study: CaseStudyWhole }) {
  const { open } = study.acts;
  const signed = open?.seats.filter((seat) => seat.signature).length ?? 0;
  const signs = open?.seats.some((seat) => seat.viewerCan.sign) ?? false;
  return (
    <>
      {study.hiddenReason && (
        <Notice kind="attention" title={words.hiddenTitle}>
          {study.hiddenReason}
        </Notice>
      )}
      {study.retireReason && (
        <Notice kind="attention" title={words.retiredTitle}>
          {study.retireReason}
        </Notice>
      )}
      {study.state === 'published' &&
        study.unapprovals.map((unapproval) => (
          <Notice key={unapproval.organizationSlug} kind="attention" title={words.unapprovedTitle(unapproval.organizationName)}>
            {unapproval.reason} {study.approvals.length === 0 && words.unbacked}
          </Notice>
        ))}
      {study.revises && (
        <Notice title={study.state === 'taken_up' ? words.takenUpTitle : words.revisesTitle}>
          {study.state === 'taken_up' ? words.takenUpText : words.revisesText} <TextLink to={`/case-studies/${study.revises.slug}`}>{study.revises.title}</TextLink>
        </Notice>
      )}
      {study.next && (
        <Notice title={words.nextTitle}>
          {words.nextTexts[study.next.state]} <TextLink to={`/case-studies/${study.next.slug}`}>{words.nextLink}</TextLink>
        </Notice>
      )}
      {study.state === 'draft' && study.returnedWords && (
        <Notice kind="attention" title={words.returnedTitle}>
          {study.returnedWords}
        </Notice>
      )}
      {study.state !== 'published' && study.state !== 'retired' && (
        <p className="flex flex-wrap items-baseline gap-1">
          <Tag>{words.states[study.state]}</Tag> {words.stateNotes[study.state]}
        </p>
      )}
      {open && (
        <div className="flex flex-wrap items-center gap-2 border-y border-line py-2">
          <Mark size="medium" seats={open.seats.map((seat) => ({ label: seatName(seat.words), signed: seat.signature !== null }))} />
          <p>{words.waits(signed, open.seats.length)}</p>
          <LinkButton to={`/acts/${open.id}`} look={signs ? 'primary' : 'secondary'}>
            {signs ? words.readAndSign : words.lookAtIt}
          </LinkButton>
        </div>
      )}
    </>
  );
}

function Margin({ study }: { study: CaseStudyWhole }) {
  const { principles } = useVocabulary();
  const { standing } = study.acts;
  return (
    <dl className="grid gap-2 [&_dt]:font-semibold [&_dt]:text-ink">
      {study.principles.length > 0 && (
        <Entry label={words.principles}>
          <ul>
            {study.principles.map((number) => (
              <li key={number}>
                <TextLink to={`/principles/${number}`}>{`${number} ${principles.find((principle) => principle.number === number)?.shortName ?? ''}`}</TextLink>
              </li>
            ))}
          </ul>
        </Entry>
      )}
      {study.writer && <Entry label={words.writer}>{study.writer.name}</Entry>}
      <Entry label={words.askedBy}>{study.assigner.name}</Entry>
      {study.conference && (
        <Entry label={words.fromConference}>
          <TextLink to={`/conferences/${study.conference.slug}`}>{study.conference.title}</TextLink>
        </Entry>
      )}
      {standing && (
        <Entry label={words.confirmedBy}>
          <span className="mb-1 block">
            <Mark size="small" seats={standing.seats.map((seat) => ({ label: seatName(seat.words), signed: seat.signature !== null }))} />
          </span>
          <ul>
            {standing.seats.map((seat) => seat.signature && <li key={seat.id}>{seat.signature.name}</li>)}
          </ul>
          <TextLink to={`/acts/${standing.id}`}>{words.seeRecord}</TextLink>
        </Entry>
      )}
      {study.approvals.length > 0 && (
        <Entry label={words.approvedBy}>
          <ul>
            {study.approvals.map((approval) => (
              <li key={approval.organizationSlug}>
                <TextLink to={`/organizations/${approval.organizationSlug}`}>{approval.organizationName}</TextLink>, <Instant at={approval.at} form="day" />
              </li>
            ))}
          </ul>
        </Entry>
      )}
      {study.publishedAt && (
        <Entry label={words.publishedOn}>
          <Instant at={study.publishedAt} form="day" />
          {study.version > 1 && `. ${words.version(study.version)}`}
        </Entry>
      )}
      {study.former.length > 0 && (
        <Entry label={words.former}>
          <ul>
            {study.former.map((version) => (
              <li key={version.number} className="mb-1">
                {words.version(version.number)}, {words.formerFrom} <Instant at={version.publishedAt} form="day" /> {words.formerTo} <Instant at={version.replacedAt} form="day" />: <TextLink to={`/acts/${version.actId}`}>{words.formerRecord}</TextLink>
              </li>
            ))}
          </ul>
        </Entry>
      )}
    </dl>
  );
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Paragraphs({ text }: { text: string }) {
  return (
    <div className="grid max-w-[65ch] gap-2">
      {text.split(/\n{2,}/).map((paragraph, at) => (
        <p key={at} className="whitespace-pre-line break-words">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

/** All seats are of one district, which the page names already. */
const seatName = (seat: string): string => seat.split(', ')[0] ?? seat;
