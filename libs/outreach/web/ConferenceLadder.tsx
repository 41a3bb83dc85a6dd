import { Button, ErrorState, Instant, Loading, Notice, say, Section, Timeline } from '@app/ui';
import { useAct, useGraph, useLive, useSessionInfo } from '@app/platform/web';
import type { ConferencePartProps } from '@app/conferences/web';
import { useState } from 'react';
import { AddDigest, MessageForm } from './StepForms.js';
import { StepTools } from './StepTools.js';
import { ConferenceLadderDocument, type ConferenceLadderQuery, PlanLadderDocument } from './outreach.generated.js';
import { spanWords, words } from './words.js';

export type LadderOf = NonNullable<ConferenceLadderQuery['conference']>;
export type Ladder = LadderOf['ladder'];
export type Step = Ladder['steps'][number];

/** The follow-up on a conference's page: what has been sent, and what comes next and when. */
export default function ConferenceLadder({ id, slug, phase, zone }: ConferencePartProps) {
  const session = useSessionInfo();
  const { data, error, refetch, isFetching } = useGraph(ConferenceLadderDocument, { slug }, phase === 'after' ? { every: 15_000 } : {});
  useLive(session?.person ? `conference:${id}` : null, () => void refetch(), { onResume: () => void refetch() });
  if (error && !data)
    return (
      <ErrorState onRetry={() => void refetch()} retrying={isFetching}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading lines={5} />;
  if (!data.conference) return null;
  return <LadderView conference={data.conference} phase={phase} zone={zone} />;
}

/** The part itself, fed by data. */
export function LadderView({ conference, phase, zone }: { conference: LadderOf; phase: ConferencePartProps['phase']; zone: string }) {
  const { ladder } = conference;
  const next = ladder.steps.find(({ id }) => id === ladder.next?.id);
  return (
    <Section title={phase === 'after' ? words.since : words.plan}>
      {ladder.unplanned && (ladder.canPlan ? <Unplanned conferenceId={conference.id} ladder={ladder} over={phase === 'after'} /> : <p className="text-quiet">{words.nothingYet}</p>)}
      {next && phase === 'after' && (
        <p className="mb-2">
          {words.nextIs(titleOf(next))}
          <Instant at={next.dueAt} zone={zone} />
        </p>
      )}
      {!next && ladder.steps.length > 0 && <p className="mb-2">{words.allSent}</p>}
      {ladder.steps.length > 0 && (
        <Timeline
          label={words.label}
          steps={ladder.steps.map((step) => ({
            id: step.id,
            title: titleOf(step),
            state: stateOf(step),
            when: step.state === 'sending' ? words.sending : step.certain ? <Instant at={step.sentAt ?? step.dueAt} zone={zone} /> : words.planned(spanWords(step.days, step.minutes)),
            children: <StepMore step={step} conference={conference} />,
          }))}
        />
      )}
      {ladder.canPlan && !ladder.unplanned && <Planning conference={conference} />}
    </Section>
  );
}

function titleOf(step: Step): string {
  if (step.kind === 'digest') return words.digest;
  return words.message(step.fromName ?? '', step.fromTitle, step.fromOrganization, step.audience === 'absent');
}

function stateOf(step: Step): 'done' | 'now' | 'next' {
  if (step.state === 'sent') return 'done';
  return step.state === 'planned' ? 'next' : 'now';
}

function StepMore({ step, conference }: { step: Step; conference: LadderOf }) {
  const mails = step.mails;
  return (
    <>
      {step.subject && <p>{words.about(step.subject)}</p>}
      {mails && (
        <p className="text-note text-quiet">
          {words.mails(mails.sent, mails.sent + mails.waiting + mails.withheld + mails.failed)}
          {mails.withheld > 0 && `; ${words.withheld(mails.withheld)}`}
          {mails.failed > 0 && `; ${words.failed(mails.failed)}`}
        </p>
      )}
      {conference.ladder.canPlan && step.state === 'planned' && <StepTools step={step} conference={conference} />}
    </>
  );
}

function Unplanned({ conferenceId, ladder, over }: { conferenceId: string; ladder: Ladder; over: boolean }) {
  const plan = useAct(PlanLadderDocument, { idempotent: true, onDone: () => say(words.offeredDone) });
  const steps = ladder.offered.map(({ amount, unit }) => ({ kind: 'digest' as const, audience: 'attended' as const, amount, unit }));
  return (
    <Notice
      kind="attention"
      title={words.unplannedTitle}
      action={
        <Button look="primary" pending={plan.pending} onPress={() => void plan.run({ conferenceId, steps })}>
          {words.useOffered}
        </Button>
      }
    >
      <p>{over ? words.unplannedAfter : words.unplanned}</p>
      <ul className="mt-1">
        {ladder.offered.map(({ amount, unit, why }) => (
          <li key={`${amount} ${unit}`} className="py-1">
            <strong>
              {amount} {unit}
            </strong>
            . {why}
          </li>
        ))}
      </ul>
      {plan.message && <p role="alert">{plan.message}</p>}
    </Notice>
  );
}

function Planning({ conference }: { conference: LadderOf }) {
  const [adding, setAdding] = useState<'digest' | 'message' | null>(null);
  const done = () => setAdding(null);
  if (adding === 'digest') return <AddDigest conference={conference} onDone={done} />;
  if (adding === 'message') return <MessageForm conference={conference} onDone={done} />;
  return (
    <p className="flex flex-wrap gap-1">
      {conference.ladder.signsFor.length > 0 && <Button onPress={() => setAdding('message')}>{words.writeMessage}</Button>}
      <Button look="quiet" onPress={() => setAdding('digest')}>
        {words.addDigest}
      </Button>
    </p>
  );
}
