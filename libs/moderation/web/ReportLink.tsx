import { Button, Dialog, Form, FormActions, say, Select, TextArea } from '@app/ui';
import { useAct, useSessionInfo } from '@app/platform/web';
import { useState } from 'react';
import { ReportDocument } from './moderation.generated.js';
import { words } from './words.js';

type Reason = keyof typeof words.reasons;

export interface ReportLinkProps {
  /** As the thing's reportable calls it: `post`, `resource`. */
  kind: string;
  id: string;
  /** Tells a screen reader which one, where several stand on one page: "the letter of Ana Brandt". */
  of?: string;
}

/** A quiet way to tell the stewards that something should not stand. Members do it on the spot, visitors on a page of its own, as they leave an address for the answer. */
export function ReportLink({ kind, id, of }: ReportLinkProps) {
  const session = useSessionInfo();
  if (!session) return null;
  if (!session.isMember)
    return (
      // A page of the server's own, for whoever has no account.
      <a className="ui-link" href={`/report?about=${kind}:${id}`} {...(of ? { 'aria-label': words.reportOf(of) } : {})}>
        {words.report}
      </a>
    );
  return (
    <Dialog
      title={words.reportTitle}
      trigger={
        <Button look="quiet" {...(of ? { 'aria-label': words.reportOf(of) } : {})}>
          {words.report}
        </Button>
      }
    >
      {(close) => <ReportForm kind={kind} id={id} onClose={close} />}
    </Dialog>
  );
}

const options = Object.entries(words.reasons).map(([value, label]) => ({ value, label }));

function ReportForm({ kind, id, onClose }: { kind: string; id: string; onClose: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<readonly { field: string; message: string }[]>([]);
  const report = useAct(ReportDocument, {
    idempotent: true,
    refreshes: 'nothing',
    onDone: () => {
      onClose();
      say(words.reported, 'success');
    },
  });
  const send = () => {
    if (!reason) return setMissing([{ field: 'reason', message: words.chooseReason }]);
    setMissing([]);
    void report.run({ kind, id, reason, words: text || null });
  };
  return (
    <Form label={words.reportTitle} onSubmit={send} errors={missing.length > 0 ? missing : report.fields} problem={report.message}>
      <p>{words.reportLead}</p>
      <Select name="reason" label={words.reason} options={options} value={reason} onChange={(value) => setReason(value as Reason)} required />
      <TextArea name="words" label={words.reportWords} hint={words.reportWordsHint} rows={3} maxLength={2000} value={text} onChange={setText} required={reason === 'other'} />
      <FormActions>
        <Button type="submit" look="primary" pending={report.pending}>
          {words.sendReport}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
      </FormActions>
    </Form>
  );
}
