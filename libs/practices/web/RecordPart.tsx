import { Button, Instant, LinkButton, Mark, Notice, say, Section, TextLink, Timeline } from '@app/ui';
import { ACT_ROOM } from '@app/signatures/contract';
import { useAct, useLive, useRefresh } from '@app/platform/web';
import { useNavigate } from 'react-router';
import { ApprovePracticeDocument, AskToAffirmDocument } from './practices.generated.js';
import type { PracticeWhole } from './PracticeView.js';
import { LapseDialog, UnapproveDialog } from './RecordDialogs.js';
import { standingWords, words } from './words.js';

/** How far a practice is vouched for: who has signed it, which sponsors stand behind it, what the reader can do about that, and what became of it. */
export function RecordPart({ practice }: { practice: PracticeWhole }) {
  const refresh = useRefresh();
  const { standing, open } = practice.acts;
  useLive(open ? `${ACT_ROOM}:${open.id}` : null, () => refresh('PracticePage'));
  if (practice.status === 'recorded') return null;
  const { affirm, lapse, approveFor } = practice.viewerCan;
  const signed = open?.seats.filter((seat) => seat.signature).length ?? 0;
  return (
    <Section title={words.recordTitle}>
      <div className="grid gap-3">
        <div className="flex items-start gap-3">
          <Mark size="medium" seats={(standing ?? open)?.seats.map((seat) => ({ label: seatName(seat.words), signed: seat.signature !== null })) ?? words.threeSeats.map((label) => ({ label, signed: false }))} />
          <div className="grid gap-1">
            <p className="font-semibold">{standingWords(practice)}</p>
            <p className="text-quiet">{words.stateNotes[practice.state]}</p>
            {standing && practice.state !== 'lapsed' && (
              <p className="text-note text-quiet">
                {standing.seats.flatMap(({ signature, words: seat }) => (signature ? [`${signature.name} (${seatName(seat)})`] : [])).join(', ')}. <TextLink to={`/acts/${standing.id}`}>{words.seeRecord}</TextLink>
              </p>
            )}
          </div>
        </div>
        {open && (
          <div className="flex flex-wrap items-center gap-2 border-t border-line pt-2">
            <p>{words.waits(signed, open.seats.length)}</p>
            <LinkButton to={`/acts/${open.id}`} look={open.seats.some((seat) => seat.viewerCan.sign) ? 'primary' : 'secondary'}>
              {open.seats.some((seat) => seat.viewerCan.sign) ? words.readAndSign : words.lookAtIt}
            </LinkButton>
          </div>
        )}
        {practice.approvals.length > 0 && (
          <ul>
            {practice.approvals.map((approval) => (
              <li key={approval.organizationSlug} className="flex flex-wrap items-baseline gap-x-2">
                <span>
                  {words.approvedBy} <TextLink to={`/organizations/${approval.organizationSlug}`}>{approval.organizationName}</TextLink>, <Instant at={approval.at} form="day" />
                </span>
                {approval.isMine && <UnapproveDialog practiceId={practice.id} organizationId={approval.organizationId} />}
              </li>
            ))}
          </ul>
        )}
        <div className="flex flex-wrap gap-2 print:hidden">
          {affirm && !open && <Ask practice={practice} />}
          {approveFor.map((sponsor) => (
            <Approve key={sponsor.id} practice={practice} sponsor={sponsor} several={approveFor.length > 1} />
          ))}
          {lapse && practice.history.length > 0 && !open && <LapseDialog practiceId={practice.id} />}
        </div>
        {practice.history.length > 0 && (
          <Timeline
            label={words.historyLabel}
            steps={practice.history.map((moment) => ({
              id: moment.id,
              state: 'done' as const,
              when: <Instant at={moment.at} form="day" />,
              title: words.moments[moment.what](moment.organizationName),
              children: (moment.reason || moment.actId) && (
                <>
                  {moment.reason && <p>{moment.reason}</p>}
                  {moment.actId && <TextLink to={`/acts/${moment.actId}`}>{words.readSigned}</TextLink>}
                </>
              ),
            }))}
          />
        )}
      </div>
    </Section>
  );
}

function Ask({ practice }: { practice: PracticeWhole }) {
  const navigate = useNavigate();
  const ask = useAct(AskToAffirmDocument, {
    idempotent: true,
    onDone: ({ acts }) => {
      say(words.asked, 'success');
      if (acts.open) void navigate(`/acts/${acts.open.id}`);
    },
  });
  return (
    <>
      {/* While it is vouched for within the year, there is no hurry. */}
      <Button look={practice.state === 'in_force' || practice.state === 'affirmed' ? 'secondary' : 'primary'} pending={ask.pending} onPress={() => void ask.run({ practiceId: practice.id })}>
        {practice.affirmedAt || practice.state === 'lapsed' ? words.askAgain : words.ask}
      </Button>
      {ask.message && (
        <Notice kind="danger" live>
          {ask.message}
        </Notice>
      )}
    </>
  );
}

/** Whoever speaks for several co-sponsors approves for each by name. */
function Approve({ practice, sponsor, several }: { practice: PracticeWhole; sponsor: { id: string; name: string }; several: boolean }) {
  const approve = useAct(ApprovePracticeDocument, { idempotent: true, onDone: () => say(words.approved, 'success') });
  return (
    <>
      <Button look="primary" pending={approve.pending} onPress={() => void approve.run({ practiceId: practice.id, organizationId: sponsor.id })}>
        {several ? words.approveFor(sponsor.name) : words.approve}
      </Button>
      {approve.message && (
        <Notice kind="danger" live>
          {approve.message}
        </Notice>
      )}
    </>
  );
}

/** All seats of a practice are of one district, which the page names already. */
const seatName = (seat: string): string => seat.split(', ')[0] ?? seat;
