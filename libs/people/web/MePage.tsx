import { Button, ErrorState, Form, FormActions, Instant, LinkButton, Loading, PageHeader, say, Section, Table, TextField } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { ConfirmAddressChangeDocument, EndSessionDocument, MySessionsDocument, RenameMeDocument, RequestAddressChangeDocument, SessionDocument } from './people.generated.js';
import { FindableBy } from './FindableBy.js';
import { words } from './words.js';

/** A person's own account: name, address, and the browsers they are signed in with. */
export default function MePage() {
  useTitle(words.meTitle);
  const { data, error, refetch } = useGraph(SessionDocument, {});
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  const me = data?.session.person;
  if (!me) return <Loading page lines={6} />;
  return (
    <>
      <PageHeader title={words.meTitle} lead={words.meLead} />
      <Name name={me.name} />
      <Address email={me.email} />
      <FindableBy />
      <Sessions />
    </>
  );
}

function Name({ name }: { name: string }) {
  const rename = useAct(RenameMeDocument, { onDone: () => say(words.nameSaved) });
  return (
    <Section title={words.nameSection}>
      <Form label={words.nameSection} onSubmit={(data) => void rename.run({ name: String(data.get('name') ?? '') })} errors={rename.fields} problem={rename.message}>
        <TextField name="name" label={words.name} hint={words.nameHint} defaultValue={name} autoComplete="name" maxLength={120} required width="medium" />
        <FormActions>
          <Button type="submit" pending={rename.pending}>
            {words.saveName}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

function Address({ email }: { email: string }) {
  const [challengeId, setChallenge] = useState<string | null>(null);
  useEffect(() => {
    // The button that was pressed is gone; the next thing to do is to type.
    if (challengeId) document.querySelector<HTMLInputElement>('input[name=code]')?.focus();
  }, [challengeId]);
  const request = useAct(RequestAddressChangeDocument, { refreshes: 'nothing', onDone: (sent) => setChallenge(sent.challengeId) });
  const confirm = useAct(ConfirmAddressChangeDocument, {
    onDone: () => {
      setChallenge(null);
      say(words.addressChanged);
    },
  });
  return (
    <Section title={words.addressSection}>
      <p className="mb-2">{words.addressNow(email)}</p>
      {challengeId ? (
        <Form label={words.confirmAddress} onSubmit={(data) => void confirm.run({ challengeId, code: String(data.get('code') ?? '') })} errors={confirm.fields} problem={confirm.message}>
          <TextField name="code" label={words.code} hint={words.codeHint} inputMode="numeric" autoComplete="one-time-code" maxLength={11} required width="short" />
          <FormActions>
            <Button type="submit" pending={confirm.pending}>
              {words.confirmAddress}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <Form label={words.newAddress} onSubmit={(data) => void request.run({ email: String(data.get('email') ?? '') })} errors={request.fields} problem={request.message}>
          <TextField name="email" label={words.newAddress} hint={words.newAddressHint} type="email" autoComplete="email" required width="medium" />
          <FormActions>
            <Button type="submit" pending={request.pending}>
              {words.sendToNew}
            </Button>
          </FormActions>
        </Form>
      )}
      <LinkButton to="/me/mail" look="quiet">
        {words.mailSettings}
      </LinkButton>
    </Section>
  );
}

function Sessions() {
  const { data, error, refetch } = useGraph(MySessionsDocument, {});
  const end = useAct(EndSessionDocument, { refreshes: ['MySessions'], onDone: () => say(words.ended) });
  return (
    <Section title={words.sessionsSection}>
      {error ? (
        <ErrorState onRetry={() => void refetch()}>{error.message}</ErrorState>
      ) : !data ? (
        <Loading lines={3} />
      ) : (
        <Table
          caption={words.sessionsCaption}
          rows={data.mySessions}
          rowKey={(session) => session.id}
          columns={[
            { key: 'browser', label: words.browser, rowHeader: true, cell: (session) => browserName(session.browser) },
            { key: 'since', label: words.since, cell: (session) => <Instant at={session.createdAt} /> },
            { key: 'seen', label: words.seen, cell: (session) => <Instant at={session.seenAt} /> },
            {
              key: 'end',
              label: words.end,
              cell: (session) =>
                session.isCurrent ? (
                  words.here
                ) : (
                  <Button look="quiet" aria-label={words.endNamed(browserName(session.browser))} onPress={() => void end.run({ sessionId: session.id })}>
                    {words.end}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** The two words of a user agent that mean something to its owner. */
function browserName(agent: string): string {
  const browser = /Edg|Firefox|Chrome|Safari/.exec(agent)?.[0]?.replace('Edg', 'Edge') ?? agent.slice(0, 40);
  const system = /Windows|Macintosh|Android|iPhone|iPad|Linux/.exec(agent)?.[0]?.replace('Macintosh', 'Mac');
  return system ? `${browser} on ${system}` : browser;
}
