import { Breadcrumbs, Columns, EmptyState, ErrorState, Instant, LinkButton, Loading, Notice, PageHeader, Section, TextLink } from '@app/ui';
import { useAct, useGraph, useLive, useRefresh, useTitle } from '@app/platform/web';
import { PrincipleTags } from '@app/framework/web';
import { ReadBy } from '@app/organizations/web';
import { LINK_ROOM } from '../contract/limits.js';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { AnswerDialog } from './AnswerDialog.js';
import { EndDialog, WithdrawDialog } from './PartDialogs.js';
import { type LinkRoomFragment, MentoringRoomDocument, SeeMentoringAnswerDocument } from './mentoring.generated.js';
import { RoomLetters } from './RoomLetters.js';
import { words } from './words.js';

/** The room of two districts: what is wanted, where it stands, what comes next, and their letters. */
export default function RoomPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useGraph(MentoringRoomDocument, { id });
  const link = data?.mentoringLink;
  useTitle(link ? words.roomTitle(link.mentee.name, link.mentor.name) : data ? words.noLinkTitle : undefined);
  const refresh = useRefresh();
  useLive(link ? `${LINK_ROOM}:${id}` : null, () => void refresh('MentoringRoom', 'MentoringLetters'), { onResume: () => void refetch() });
  const see = useAct(SeeMentoringAnswerDocument, { refreshes: ['MentoringRoom', 'MentoringPage', 'Waiting'] });
  const isNew = link?.answerIsNew ?? false;
  const seen = see.run;
  useEffect(() => {
    if (isNew) void seen({ linkId: id });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isNew, id]);

  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} label={words.loadingRoom} />;
  if (!link)
    return (
      <>
        <PageHeader title={words.noLinkTitle} />
        <EmptyState title={words.noLinkTitle} action={<LinkButton to="/mentoring">{words.back}</LinkButton>}>
          {words.noLink}
        </EmptyState>
      </>
    );
  return <Room link={link} />;
}

function Room({ link }: { link: LinkRoomFragment }) {
  const { mentor, mentee } = link;
  const other = link.viewerIsMentor ? mentee : mentor;
  const full = link.viewerCan.accept && link.capacityLeft === 0;
  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: words.title, to: '/mentoring' }]} />} title={words.roomTitle(mentee.name, mentor.name)} lead={words.status[link.viewerIsMentor ? 'asMentor' : 'asMentee'][link.state](other.name)} />
      <Columns marginLabel={words.statusTitle} margin={<Margin link={link} />}>
        {full && <Notice kind="attention" title={words.full} action={<LinkButton to="/mentoring">{words.capacityChange}</LinkButton>} />}
        <Section title={words.wanted}>
          <Quotation text={link.words} by={words.by(link.askedBy?.name, mentee.name)} at={link.createdAt} />
          {(link.viewerCan.accept || link.viewerCan.decline) && (
            <div className="mt-2 flex flex-wrap gap-2">
              {link.viewerCan.accept && <AnswerDialog answer="accept" linkId={link.id} name={mentee.name} disabled={full} />}
              {link.viewerCan.decline && <AnswerDialog answer="decline" linkId={link.id} name={mentee.name} />}
            </div>
          )}
        </Section>
        {link.answerWords && !link.threadId && link.answeredAt && (
          <Section title={words.answered}>
            <Quotation text={link.answerWords} by={words.by(link.answeredBy?.name, mentor.name)} at={link.answeredAt} />
            {!link.viewerIsMentor && link.state === 'declined' && (
              <p className="mt-2">
                <LinkButton to="/mentoring" look="primary">
                  {words.others}
                </LinkButton>
              </p>
            )}
          </Section>
        )}
        {link.threadId && <RoomLetters threadId={link.threadId} wanted={link.words} />}
      </Columns>
    </>
  );
}

/** Somebody's own words, as plain text. */
function Quotation({ text, by, at }: { text: string; by: string; at: string }) {
  return (
    <figure>
      <blockquote className="max-w-[65ch] whitespace-pre-wrap break-words border-l-2 border-accent pl-2 text-lead">{text}</blockquote>
      <figcaption className="mt-1 text-note text-quiet">
        {by}, <Instant at={at} form="day" />
      </figcaption>
    </figure>
  );
}

function Margin({ link }: { link: LinkRoomFragment }) {
  const other = link.viewerIsMentor ? link.mentee : link.mentor;
  return (
    <div className="grid justify-items-start gap-3">
      <dl className="grid gap-1">
        {[
          { role: words.menteeRole, team: link.mentee },
          { role: words.mentorRole, team: link.mentor },
        ].map(({ role, team }) => (
          <div key={team.id}>
            <dt className="text-note text-quiet">{role}</dt>
            <dd>
              <TextLink to={`/districts/${team.slug}`}>{team.name}</TextLink>
            </dd>
          </div>
        ))}
        {link.principle && (
          <div>
            <dt className="text-note text-quiet">{words.principleLabel}</dt>
            <dd>
              <PrincipleTags numbers={[link.principle]} />
            </dd>
          </div>
        )}
        {link.endedAt && (
          <div>
            <dt className="text-note text-quiet">{words.endedOn}</dt>
            <dd>
              <Instant at={link.endedAt} form="day" />
            </dd>
          </div>
        )}
      </dl>
      <p className="text-note text-quiet">{words.record}</p>
      <ReadBy audience={`link:${link.id}`} />
      {link.viewerCan.withdraw && <WithdrawDialog linkId={link.id} name={other.name} />}
      {link.viewerCan.end && <EndDialog linkId={link.id} name={other.name} />}
    </div>
  );
}
