import { Breadcrumbs, Button, Dialog, ErrorState, Letter, Loading, Notice, PageHeader, Pagination, say, TextLink } from '@app/ui';
import { ask, useAct, useSessionInfo, useTitle } from '@app/platform/web';
import { PrincipleTags } from '@app/framework/web';
import { ReadBy } from '@app/organizations/web';
import { useEffect, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ReplyForm } from './ReplyForm.js';
import { CloseThreadDocument, MarkThreadReadDocument, ReopenThreadDocument, type ThreadHeadFragment } from './Thread.generated.js';
import { ThreadLetter } from './ThreadLetter.js';
import { useLetters } from './useLetters.js';
import { words } from './words.js';
import './discussions.css';

/** A thread as a page of letters. `?from=N` begins with a later letter. */
export default function ThreadPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const from = Math.max(1, Math.trunc(Number(search.get('from'))) || 1);
  // Another thread, or another place in it, is another page.
  return <Thread key={`${id} ${from}`} id={id} from={from} />;
}

function Thread({ id, from }: { id: string; from: number }) {
  const session = useSessionInfo();
  const page = useLetters(id, from - 1);
  const { thread, letters, arrived, last, complete } = page;
  const [sending, setSending] = useState<string | null>(null);
  const newest = useRef<HTMLDivElement>(null);
  useTitle(thread?.title ?? (page.isPending ? undefined : words.notFoundTitle));
  useMarkRead(session?.person && thread && complete ? id : null, last, thread?.readTo ?? 0);

  if (page.isPending) return <Loading label={words.loadingThread} page lines={6} />;
  if (page.error) return <ErrorState level={1} onRetry={page.refetch}>{page.error.message}</ErrorState>;
  if (!thread)
    return <PageHeader title={words.notFoundTitle} lead={words.notFoundText} action={<TextLink to="/threads">{words.all}</TextLink>} />;

  const others = [...arrived].filter((number) => letters.some((letter) => letter.number === number && letter.voice.person?.id !== session?.person?.id));
  const firstNew = others.length > 0 ? Math.min(...others) : null;
  return (
    <>
      <PageHeader title={thread.title} above={<Breadcrumbs steps={[{ label: words.title, to: '/threads' }]} />} lead={<Lead thread={thread} />} />
      <ReadBy audience={thread.audience} level={2} />
      {from > 1 && (
        <p className="mb-2">
          <TextLink to={`/threads/${id}`}>{words.earlier}</TextLink>
        </p>
      )}
      {letters.map((letter) => (
        <div key={letter.id} ref={letter.number === firstNew ? newest : undefined}>
          <ThreadLetter threadId={id} letter={letter} isNew={others.includes(letter.number)} onChanged={(changed) => page.put([changed])} />
        </div>
      ))}
      {sending !== null && session?.person && (
        <div aria-busy="true">
          <Letter name={session.person.name} seat={words.sending} at={new Date().toISOString()} text={sending} />
        </div>
      )}
      {!complete && <Pagination shown={letters.length} hasMore pending={page.morePending} onMore={() => void page.more()} />}
      <div className="letters-news" role="status">
        {firstNew !== null && (
          <Button
            onPress={() => {
              newest.current?.scrollIntoView({ block: 'start' });
              page.seen();
            }}
          >
            {words.newLetters(others.length)}
          </Button>
        )}
        {page.beyond > 0 && !complete && <p className="letters-mark">{words.readTheNew(page.beyond)}</p>}
      </div>
      <div className="letters-own">
        <ReplyForm thread={thread} onSending={setSending} onWritten={page.written} />
        {thread.viewerCan.close && <CloseOrReopen thread={thread} />}
      </div>
    </>
  );
}

/** Who reads it, what it is on, and its principles. */
function Lead({ thread }: { thread: ThreadHeadFragment }) {
  const { subject } = thread;
  return (
    <>
      <p className="letters-mark">
        {words.whoReads}: {words.audience(thread.audience).label}
        {subject && ' · '}
        {subject && (subject.title && subject.path ? <>{words.about} <TextLink to={subject.path}>{subject.title}</TextLink></> : words.aboutGone)}
      </p>
      <PrincipleTags numbers={thread.principles} />
    </>
  );
}

function CloseOrReopen({ thread }: { thread: ThreadHeadFragment }) {
  const close = useAct(CloseThreadDocument, { refreshes: ['ThreadPage', 'Threads'], onDone: () => say(words.closedSaid) });
  const reopen = useAct(ReopenThreadDocument, { refreshes: ['ThreadPage', 'Threads'], onDone: () => say(words.reopenedSaid) });
  const input = { threadId: thread.id };
  const problem = close.message ?? reopen.message;
  return (
    <div className="mt-2">
      {thread.closedAt ? (
        <Button look="quiet" pending={reopen.pending} onPress={() => void reopen.run(input)}>
          {words.reopen}
        </Button>
      ) : (
        <Dialog
          title={words.closeTitle}
          trigger={<Button look="quiet">{words.close}</Button>}
          actions={(shut) => (
            <>
              <Button look="primary" pending={close.pending} onPress={() => void close.run(input).then((done) => done && shut())}>
                {words.close}
              </Button>
              <Button onPress={shut}>{words.closeKeep}</Button>
            </>
          )}
        >
          <p>{words.closeText}</p>
        </Dialog>
      )}
      {problem && <Notice kind="danger" title={problem} live />}
    </div>
  );
}

/** Tells the server how far somebody has read, once the last letter is on the page. */
function useMarkRead(threadId: string | null, number: number, readTo: number): void {
  const told = useRef(0);
  useEffect(() => {
    if (!threadId || number <= Math.max(told.current, readTo)) return;
    told.current = number;
    ask(MarkThreadReadDocument, { input: { threadId, number } }).catch(() => {
      // The next letter or visit tells it again.
      told.current = 0;
    });
  }, [threadId, number, readTo]);
}
