import { ErrorState, Letter, LinkButton, Loading, Section, TextLink } from '@app/ui';
import { useGraph, useLive } from '@app/platform/web';
import { signatureOf } from '@app/discussions/web';
import { MentoringLettersDocument } from './mentoring.generated.js';
import { words } from './words.js';

const MOST = 50;

/** The letters of both teams as they are now, and the way to write the next. The ask itself stands above and is not repeated. */
export function RoomLetters({ threadId, wanted }: { threadId: string; wanted: string }) {
  const { data, error, refetch } = useGraph(MentoringLettersDocument, { threadId });
  useLive(`thread:${threadId}`, () => void refetch(), { onResume: () => void refetch() });
  if (error) return <ErrorState onRetry={() => void refetch()}>{error.message}</ErrorState>;
  if (!data) return <Loading lines={6} label={words.loadingLetters} />;
  const { thread } = data;
  if (!thread) return null;
  const letters = thread.posts.nodes.filter((letter) => letter.number > 1 || letter.body !== wanted);
  const path = `/threads/${threadId}`;
  return (
    <Section title={words.lettersTitle} aside={thread.lastPostNumber > MOST ? <TextLink to={path}>{words.lettersMore(thread.lastPostNumber)}</TextLink> : undefined}>
      {letters.map(({ id, voice, at, body, state }) => (
        <Letter key={id} {...signatureOf(voice)} at={at} text={state === 'here' ? body : words.gone} />
      ))}
      <p className="mt-2">
        <LinkButton to={path} look={thread.viewerCan.reply ? 'primary' : 'secondary'}>
          {thread.viewerCan.reply ? words.write : words.readAll}
        </LinkButton>
      </p>
    </Section>
  );
}
