import { Breadcrumbs, Columns, Disclosure, ErrorState, Instant, LinkButton, Loading, Mark, Notice, PageHeader, Section } from '@app/ui';
import { useGraph, useLive, useRefresh, useSessionInfo, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { ACT_ROOM } from '../contract/limits.js';
import { ActTools } from './ActTools.js';
import { shortSeat } from './seat-words.js';
import { SignatureList } from './SignatureList.js';
import { type ActOnPageFragment, ActPageDocument } from './signatures.generated.js';
import { SignForm } from './SignForm.js';
import { words } from './words.js';

/** A text that several seats sign: read whole, signed here, and afterwards its receipt. Opening it signs nothing. */
export default function ActPage() {
  const { id = '' } = useParams();
  const session = useSessionInfo();
  const { data, error, refetch } = useGraph(ActPageDocument, { id });
  const act = data?.jointAct;
  useTitle(act?.title ?? (data ? (session?.person ? words.missingTitle : words.missingSignedOut) : undefined));
  const refresh = useRefresh();
  useLive(act && session?.person ? `${ACT_ROOM}:${id}` : null, () => refresh('ActPage', 'Waiting'), { onEntered: () => void refetch(), onResume: () => void refetch() });

  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} label={words.loading} />;
  if (!act) return <Missing signedIn={session?.person != null} id={id} />;
  return <Act act={act} name={session?.person?.name ?? ''} />;
}

function Missing({ signedIn, id }: { signedIn: boolean; id: string }) {
  if (signedIn) return <PageHeader title={words.missingTitle} lead={words.missing} action={<LinkButton to="/">{words.home}</LinkButton>} />;
  return (
    <PageHeader
      title={words.missingSignedOut}
      lead={words.missingLead}
      action={
        <LinkButton to={`/sign-in?next=/acts/${id}`} look="primary">
          {words.signIn}
        </LinkButton>
      }
    />
  );
}

function Act({ act, name }: { act: ActOnPageFragment; name: string }) {
  const mine = act.seats.filter((seat) => seat.viewerCan.sign);
  return (
    <>
      <PageHeader voice="serif" above={act.subjectPath ? <Breadcrumbs steps={[{ label: placeOf(act) ?? words.back, to: act.subjectPath }]} /> : undefined} title={act.title} lead={leadOf(act)} />
      <Columns marginLabel={words.marginTitle} margin={<Standing act={act} />}>
        {act.closeReason && <Notice kind="attention" title={`${act.closerName ?? ''}:`}>{act.closeReason}</Notice>}
        <Section title={words.textTitle}>
          <div className="grid max-w-[65ch] gap-2 font-serif text-lead">
            {act.text.split(/\n{2,}/).map((paragraph, at) => (
              <p key={at} className="whitespace-pre-wrap break-words">
                {paragraph}
              </p>
            ))}
          </div>
        </Section>
        {mine.map((seat) => (
          <SignForm key={seat.id} act={act} seat={seat} name={name} />
        ))}
        <Section title={words.seatsTitle}>
          <SignatureList act={act} />
        </Section>
        <Check act={act} />
      </Columns>
    </>
  );
}

/** The name of the organization whose page it is, where it is one of theirs. */
function placeOf(act: ActOnPageFragment): string | undefined {
  return act.seats.find(({ organization }) => organization.path === act.subjectPath)?.organization.name;
}

function leadOf(act: ActOnPageFragment): string {
  const signed = act.seats.filter((seat) => seat.signature).length;
  if (act.state === 'open') return words.lead.open(signed, act.seats.length, act.proposerName);
  if (act.state === 'complete') return words.lead.complete(act.seats.length);
  return words.lead[act.state];
}

function Standing({ act }: { act: ActOnPageFragment }) {
  const days: [label: string, at: string | null][] = [
    [words.putUp, act.createdAt],
    [words.completed, act.completedAt],
    [words.closed, act.closedAt],
  ];
  return (
    <div className="grid justify-items-start gap-3">
      <Mark seats={act.seats.map((seat) => ({ label: shortSeat(seat, act), signed: seat.signature !== null }))} spelled />
      <dl className="grid gap-1">
        <div>
          <dt className="sr-only">{words.version(act.version)}</dt>
          <dd className="text-note text-quiet">{words.version(act.version)}</dd>
        </div>
        {days.map(
          ([label, at]) =>
            at && (
              <div key={label}>
                <dt className="text-note text-quiet">{label}</dt>
                <dd>
                  <Instant at={at} form="day" />
                </dd>
              </div>
            ),
        )}
      </dl>
      <ActTools act={act} />
    </div>
  );
}

function Check({ act }: { act: ActOnPageFragment }) {
  return (
    <Disclosure title={words.checkTitle} level={2}>
      <div className="grid max-w-[65ch] gap-2">
        <p>{words.check}</p>
        <dl className="grid gap-2">
          {[
            [words.fingerprint, act.textHash],
            [words.command, 'shasum -a 256 text.txt'],
            [words.commandWindows, 'certutil -hashfile text.txt SHA256'],
          ].map(([label, value]) => (
            <div key={label}>
              <dt className="text-note text-quiet">{label}</dt>
              <dd className="break-all font-mono">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Disclosure>
  );
}
