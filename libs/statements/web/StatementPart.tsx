import { Instant, LinkButton, Mark, Notice, Section, TextLink } from '@app/ui';
import { useGraph, useLive, useRefresh } from '@app/platform/web';
import { ReportLink } from '@app/moderation/web';
import type { DistrictPartProps } from '@app/organizations/web';
import { ACT_ROOM } from '@app/signatures/contract';
import { DistrictStatementDocument, type DistrictStatementQuery, type StatementActFragment } from './statements.generated.js';
import { words } from './words.js';

type View = NonNullable<DistrictStatementQuery['statement']>;

/** On a district's page: what its three leaders have signed, for everybody; and for its team, what is being written or waits. */
export default function StatementPart({ slug }: DistrictPartProps) {
  const { data } = useGraph(DistrictStatementDocument, { slug });
  const refresh = useRefresh();
  const open = data?.statement?.open;
  useLive(open ? `${ACT_ROOM}:${open.id}` : null, () => refresh('DistrictStatement'));
  const view = data?.statement;
  // The part adds to somebody else's page: while it loads or there is nothing to say, that page does without it.
  if (!view || (!view.standing && !view.open && !view.takenDownAt && !view.viewerCan.draft)) return null;
  return (
    <Section title={view.viewerCan.draft ? words.sectionTitleOwn : words.sectionTitle} aside={view.standing && view.viewerCan.draft && !view.open ? <TextLink to={`/districts/${slug}/statement`}>{words.change}</TextLink> : undefined}>
      {view.takenDownAt && (
        <div className="mb-2 max-w-[65ch]">
          <Notice title={view.standing ? words.takenDownOwn : words.takenDown}>{view.standing ? words.takenDownOwnBody : words.takenDownBody}</Notice>
        </div>
      )}
      {view.standing && <Standing act={view.standing} reportable={!view.viewerCan.draft && !view.takenDownAt} />}
      <TeamsOwn view={view} slug={slug} />
    </Section>
  );
}

function Standing({ act, reportable }: { act: StatementActFragment; reportable: boolean }) {
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_auto] sm:gap-5">
      <div className="grid max-w-[65ch] gap-2 font-serif text-lead">
        {act.text.split(/\n{2,}/).map((paragraph, at) => (
          <p key={at} className="whitespace-pre-wrap break-words">
            {paragraph}
          </p>
        ))}
      </div>
      <div className="grid content-start justify-items-start gap-2 sm:w-[15rem]">
        <Mark seats={act.seats.map((seat) => ({ label: seatName(seat.words), signed: true }))} />
        <ul className="grid gap-1">
          {act.seats.map(
            ({ id, words: seat, signature }) =>
              signature && (
                <li key={id}>
                  <span className="font-serif">{signature.name}</span>
                  <span className="block text-note text-quiet">
                    {seatName(seat)}, <Instant at={signature.signedAt} form="day" />
                    {signature.holderChanged && `; ${words.seatPassed}`}
                  </span>
                </li>
              ),
          )}
        </ul>
        <TextLink to={`/acts/${act.id}`}>{words.record}</TextLink>
        {reportable && <ReportLink kind="statement" id={act.id} of={words.reportOf} />}
      </div>
    </div>
  );
}

/** What only the team sees: a text that waits for signatures, a draft, or the invitation to begin. */
function TeamsOwn({ view, slug }: { view: View; slug: string }) {
  const { open, draft, standing, viewerCan } = view;
  if (open) {
    const signs = open.seats.some((seat) => seat.viewerCan.sign);
    const signed = open.seats.filter((seat) => seat.signature).length;
    return (
      <div className={standing ? 'mt-3 flex items-center gap-3 border-t border-line pt-3' : 'flex items-center gap-3'}>
        <Mark size="medium" seats={open.seats.map((seat) => ({ label: seatName(seat.words), signed: seat.signature !== null }))} />
        <div className="grid justify-items-start gap-1">
          <p>{words.waits(signed, open.seats.length, open.version)}</p>
          <LinkButton to={`/acts/${open.id}`} look={signs ? 'primary' : 'secondary'}>{signs ? words.read : words.look}</LinkButton>
        </div>
      </div>
    );
  }
  if (!viewerCan.draft || (standing && !draft)) return null;
  return (
    <div className={standing ? 'mt-3 grid justify-items-start gap-1 border-t border-line pt-3' : 'grid justify-items-start gap-1'}>
      <p className="max-w-[65ch]">{draft ? words.draftOf(draft.by) : words.noneTeam}</p>
      <LinkButton to={`/districts/${slug}/statement`}>{draft ? words.goOn : words.begin}</LinkButton>
    </div>
  );
}

/** All seats of a statement are of one district, which the page names already. */
const seatName = (seat: string): string => seat.split(', ')[0] ?? seat;
