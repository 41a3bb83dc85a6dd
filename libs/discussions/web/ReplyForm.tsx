import { Button, Form, FormActions, LinkButton, MarkdownField, Notice, say } from '@app/ui';
import { useAct, useSessionInfo } from '@app/platform/web';
import { useState } from 'react';
import { LETTER_MAX } from '../contract/limits.js';
import { ReplyDocument, type ThreadHeadFragment } from './Thread.generated.js';
import { words } from './words.js';

export interface ReplyFormProps {
  thread: ThreadHeadFragment;
  /** The letter is in, with this number. */
  onWritten: (number: number) => void;
  /** The words on their way, or null: they are shown at once where they will stand. */
  onSending: (body: string | null) => void;
}

/** The foot of a thread: a place to answer, or why there is none. */
export function ReplyForm({ thread, onWritten, onSending }: ReplyFormProps) {
  const session = useSessionInfo();
  const [body, setBody] = useState('');
  const reply = useAct(ReplyDocument, { idempotent: true, refreshes: ['Threads', 'waiting'] });

  if (thread.closedAt) return <Notice title={words.closedTitle}>{words.closedText}</Notice>;
  if (!session?.person) return <Notice title={words.visitorTitle} action={<LinkButton to={`/sign-in?next=/threads/${thread.id}`}>{words.signIn}</LinkButton>}>{words.visitorText}</Notice>;
  if (!thread.viewerCan.reply) return <p className="text-quiet">{words.observerText}</p>;

  async function send(): Promise<void> {
    const written = body;
    onSending(written);
    const letter = await reply.run({ threadId: thread.id, body: written, organizationId: null });
    onSending(null);
    // What could not be sent stays in the field.
    if (!letter) return;
    setBody('');
    onWritten(letter.number);
    say(words.sentSaid);
  }

  return (
    <Form label={words.reply} errors={reply.fields} problem={reply.message} onSubmit={() => void send()}>
      <MarkdownField name="body" label={words.replyLabel} value={body} onChange={setBody} maxLength={LETTER_MAX} rows={6} required />
      <FormActions>
        <Button type="submit" look="primary" pending={reply.pending}>
          {words.send}
        </Button>
      </FormActions>
    </Form>
  );
}
