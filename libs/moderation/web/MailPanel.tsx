import { Button, type Column, Facts, Form, FormActions, Instant, Notice, Table, TextField } from '@app/ui';
import { useGraph } from '@app/platform/web';
import { useState } from 'react';
import { type FateFragment, MailFatesDocument, MailHealthDocument } from './moderation.generated.js';
import { Panel } from './Panel.js';
import { words } from './words.js';

type Fate = FateFragment;

const columns = {
  to: { key: 'to', label: words.to, rowHeader: true, cell: (mail: Fate) => mail.address, sortBy: (mail: Fate) => mail.address },
  about: { key: 'about', label: words.about, rowHeader: true, cell: (mail: Fate) => words.mailKind(mail.kind), sortBy: (mail: Fate) => mail.kind },
  became: { key: 'became', label: words.became, cell: (mail: Fate) => words.mailStates[mail.state], sortBy: (mail: Fate) => words.mailStates[mail.state] },
  answer: { key: 'answer', label: words.answer, cell: (mail: Fate) => mail.error ?? words.noAnswer },
  caused: { key: 'caused', label: words.causedAt, cell: (mail: Fate) => <Instant at={mail.createdAt} form="ago" />, sortBy: (mail: Fate) => Date.parse(mail.createdAt) },
} satisfies Record<string, Column<Fate>>;

const about: Column<Fate> = { ...columns.about, rowHeader: false };

/** How mail fared, what went wrong, and why somebody did not get something. */
export default function MailPanel() {
  const { data, error, refetch } = useGraph(MailHealthDocument, {});
  return (
    <Panel title={words.mailTitle} anchor="mail" error={error} pending={!data} retry={() => void refetch()}>
      {() => {
        const { counts = [], failed = [], uncertain = [] } = data?.mailHealth ?? {};
        const trouble = [...failed, ...uncertain];
        return (
          <div className="grid gap-4">
            {trouble.length > 0 ? (
              <Table
                caption={words.failedCaption(trouble.length)}
                rows={trouble}
                rowKey={(mail) => mail.id}
                columns={[columns.to, about, columns.became, columns.answer, columns.caused]}
                defaultSort={{ key: 'caused', direction: 'descending' }}
              />
            ) : (
              <p className="text-quiet">{counts.length > 0 ? words.troubleNone : words.mailNoneYet}</p>
            )}
            {counts.length > 0 && (
              <div>
                <p className="text-note text-quiet">{words.mailCaption}</p>
                <Facts facts={counts.map(({ state, count }) => ({ label: words.mailStates[state], value: count }))} />
              </div>
            )}
            <Why />
          </div>
        );
      }}
    </Panel>
  );
}

function Why() {
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState('');
  const { data, error, isFetching } = useGraph(MailFatesDocument, { address: asked }, { when: asked !== '', freshFor: 0 });
  const { mails = [], stops = [] } = data?.mailFates ?? {};
  return (
    <div>
      <h3 className="mb-1 text-lead font-semibold">{words.whyTitle}</h3>
      <Form label={words.whyTitle} onSubmit={() => setAsked(address.trim().toLowerCase())} problem={error?.message}>
        <TextField name="address" label={words.whyAddress} type="email" autoComplete="off" value={address} onChange={setAddress} width="medium" required />
        <FormActions>
          <Button type="submit" pending={isFetching && asked !== ''}>
            {words.whyLook}
          </Button>
        </FormActions>
      </Form>
      <div className="mt-3 grid gap-3" aria-live="polite">
        {data && stops.map((stop) => <Notice key={`${stop.reason} ${stop.category ?? ''}`} kind="attention" title={words.stopped(stop.reason, stop.category)} />)}
        {data && mails.length === 0 && <p>{words.whyNone(asked)}</p>}
        {data && mails.length > 0 && (
          <Table caption={words.whyCaption(mails.length, asked)} rows={mails} rowKey={(mail) => mail.id} columns={[columns.about, columns.became, columns.caused, columns.answer]} />
        )}
      </div>
    </div>
  );
}
