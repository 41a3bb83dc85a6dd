import { Button, Dialog, ErrorState, Form, FormActions, Instant, Loading, RadioGroup, say, TextArea, TextLink } from '@app/ui';
import { useAct, useGraph } from '@app/platform/web';
import { useState } from 'react';
import { DismissReportDocument, ReadReportDocument, type ReadReportQuery, RestoreDocument, TakeDownDocument, UpholdTakeDownDocument } from './moderation.generated.js';
import { isAnswered, reporterOf } from './ReportTable.js';
import { words } from './words.js';

type Read = NonNullable<ReadReportQuery['report']>;
type Choice = keyof typeof words.choices;

/** One report: the copy, who said what, and the decision. */
export function ReportDialog({ id, title, onClose }: { id: string | null; title: string; onClose: () => void }) {
  return (
    <Dialog title={title} open={id !== null} onOpenChange={(open) => !open && onClose()}>
      {id && <ReportBody key={id} id={id} onClose={onClose} />}
    </Dialog>
  );
}

function ReportBody({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useGraph(ReadReportDocument, { id });
  if (error)
    return (
      <ErrorState level={2} title={words.failed} onRetry={() => void refetch()}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (!data) return <Loading lines={6} label={words.loading} />;
  const { report, reportPlace } = data;
  if (!report) return <p>{words.nothingToDecide}</p>;
  return (
    <div className="grid gap-3">
      <p className="text-note text-quiet">
        {words.copyNote(words.kinds[report.kind] ?? report.kind)} {words.party(report.author.name, report.author.organization)}.
      </p>
      {/* Plain text on purpose: what was reported is shown to a steward, never run. */}
      <blockquote className="max-h-[16rem] overflow-y-auto whitespace-pre-wrap break-words border-l-2 border-line bg-sunk p-2">{report.text}</blockquote>
      <p className="text-note">{reportPlace ? <TextLink to={reportPlace}>{words.openPlace}</TextLink> : <span className="text-quiet">{words.privatePlace}</span>}</p>
      <div>
        <p>
          <strong>{words.reasons[report.reason]}</strong>
        </p>
        {report.words && <p className="whitespace-pre-wrap break-words">{report.words}</p>}
        <p className="text-note text-quiet">
          {reporterOf(report)}, <Instant at={report.createdAt} form="ago" />
        </p>
        {report.visitorAddress && <p className="text-note text-quiet">{words.visitorAddress(report.visitorAddress)}</p>}
      </div>
      <Trail report={report} />
      <Decide report={report} onClose={onClose} />
    </div>
  );
}

function Trail({ report }: { report: Read }) {
  if (report.trail.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{words.trail}</h3>
      <ol className="mt-1 grid gap-1">
        {report.trail.map((line) => (
          <li key={line.id} className="border-t border-line pt-1">
            <strong>{words.verbs[line.verb]}</strong> <span className="text-note text-quiet">{<Instant at={line.at} form="ago" />}</span>
            <p className="whitespace-pre-wrap break-words">{line.words}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function choicesFor(report: Read): Choice[] {
  if (report.state === 'open') return ['dismiss', 'takeDown'];
  if (report.state !== 'taken_down') return [];
  return isAnswered(report) ? ['restore', 'uphold'] : ['restore'];
}

function Decide({ report, onClose }: { report: Read; onClose: () => void }) {
  const choices = choicesFor(report);
  const [choice, setChoice] = useState<Choice | null>(choices.length === 1 ? (choices[0] ?? null) : null);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<readonly { field: string; message: string }[]>([]);
  const done = (what: Choice) => ({
    idempotent: true,
    refreshes: ['OpenReports', 'DecidedReports', 'ReadReport', 'Waiting'],
    onDone: () => {
      onClose();
      say(words.decided[what], 'success');
    },
  });
  const acts = {
    dismiss: useAct(DismissReportDocument, done('dismiss')),
    takeDown: useAct(TakeDownDocument, done('takeDown')),
    restore: useAct(RestoreDocument, done('restore')),
    uphold: useAct(UpholdTakeDownDocument, done('uphold')),
  };
  if (choices.length === 0) return null;
  const act = choice ? acts[choice] : null;
  const send = () => {
    if (!choice) return setMissing([{ field: 'choice', message: words.chooseDecision }]);
    setMissing([]);
    if (choice === 'takeDown') void acts.takeDown.run({ reportId: report.id, reason: text });
    else void acts[choice].run({ reportId: report.id, words: text });
  };
  return (
    <Form label={words.decideTitle} onSubmit={send} errors={missing.length > 0 ? missing : act?.fields} problem={act?.message}>
      <RadioGroup
        name="choice"
        label={words.decideTitle}
        options={choices.map((value) => ({ value, ...words.choices[value] }))}
        value={choice}
        onChange={(value) => setChoice(value as Choice)}
        required
      />
      <TextArea
        name={choice === 'takeDown' ? 'reason' : 'words'}
        label={words.decisionWords}
        {...(choice ? { hint: words.decisionHints[choice] } : {})}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={setText}
        required
      />
      <FormActions>
        <Button type="submit" look={choice === 'takeDown' ? 'danger' : 'primary'} pending={act?.pending ?? false}>
          {choice ? words.choices[choice].label : words.decide}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
      </FormActions>
    </Form>
  );
}
