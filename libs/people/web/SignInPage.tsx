import { Button, Form, FormActions, LinkButton, PageHeader, Section, TextField } from '@app/ui';
import { useAct, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CastDocument, RequestSignInCodeDocument, SignInDocument, SignInAsCastDocument } from './people.generated.js';
import { goOn } from './session.js';
import { words } from './words.js';

/** Where anybody asks for a code and types it. */
export default function SignInPage() {
  useTitle(words.signInTitle);
  const [params] = useSearchParams();
  const next = params.get('next');
  const [sent, setSent] = useState<{ challengeId: string; sentTo: string } | null>(null);
  const demo = useSessionInfo()?.demo ?? false;
  return (
    <>
      {sent ? <TypeCode {...sent} next={next} onOther={() => setSent(null)} /> : <AskForCode onSent={setSent} />}
      {demo && <CastList next={next} />}
    </>
  );
}

function AskForCode({ onSent }: { onSent: (sent: { challengeId: string; sentTo: string }) => void }) {
  const request = useAct(RequestSignInCodeDocument, { refreshes: 'nothing', onDone: onSent });
  return (
    <>
      <PageHeader title={words.signInTitle} lead={words.signInLead} />
      <Form onSubmit={(data) => void request.run({ email: String(data.get('email') ?? '') })} errors={request.fields} problem={request.message}>
        <TextField name="email" label={words.email} hint={words.emailHint} type="email" autoComplete="email" required width="medium" />
        <FormActions>
          <Button type="submit" look="primary" pending={request.pending}>
            {words.sendCode}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}

function TypeCode({ challengeId, sentTo, next, onOther }: { challengeId: string; sentTo: string; next: string | null; onOther: () => void }) {
  // The button that was pressed is gone; the next thing to do is to type.
  useEffect(() => document.querySelector<HTMLInputElement>('input[name=code]')?.focus(), []);
  const signIn = useAct(SignInDocument, { refreshes: 'nothing', onDone: () => goOn(next) });
  return (
    <>
      <PageHeader title={words.codeTitle} lead={words.codeLead(sentTo)} />
      <Form onSubmit={(data) => void signIn.run({ challengeId, code: String(data.get('code') ?? '') })} errors={signIn.fields} problem={signIn.message}>
        <TextField name="code" label={words.code} hint={words.codeHint} inputMode="numeric" autoComplete="one-time-code" maxLength={11} required width="short" />
        <FormActions>
          <Button type="submit" look="primary" pending={signIn.pending}>
            {words.signIn}
          </Button>
          <Button look="quiet" onPress={onOther}>
            {words.otherAddress}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}

function CastList({ next }: { next: string | null }) {
  const { data } = useGraph(CastDocument, {});
  const signIn = useAct(SignInAsCastDocument, { refreshes: 'nothing', onDone: () => goOn(next) });
  if (!data || data.cast.length === 0) return null;
  return (
    <Section title={words.castTitle}>
      <p className="max-w-[70ch]">{words.castLead}</p>
      <ul className="my-3 grid gap-2 sm:grid-cols-2">
        {data.cast.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-2">
            <Button look="secondary" onPress={() => void signIn.run({ personId: person.id })} aria-label={words.castAs(person.name)}>
              {person.name}
            </Button>
            <span className="text-note text-quiet">{person.speaksAs}</span>
          </li>
        ))}
      </ul>
      <LinkButton to="/mailbox" look="quiet">
        {words.readMail}
      </LinkButton>
    </Section>
  );
}
