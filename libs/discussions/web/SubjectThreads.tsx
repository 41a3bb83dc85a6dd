import { ErrorState, LinkButton, Loading, Section, TextLink } from '@app/ui';
import { useGraph, useSessionInfo } from '@app/platform/web';
import { ThreadLines } from './ThreadLines.js';
import { ThreadsDocument } from './Threads.generated.js';
import { words } from './words.js';

export interface SubjectThreadsProps {
  /** As the server knows it: `practice`, `resource`, `conference`. */
  kind: string;
  id: string;
  title: string;
}

const SHOWN = 5;

/** The conversations on a thing, for its own page, and the way to start one. */
export function SubjectThreads({ kind, id, title }: SubjectThreadsProps) {
  const session = useSessionInfo();
  const subject = `${kind}:${id}`;
  const { data, isPending, error, refetch } = useGraph(ThreadsDocument, { subject, first: SHOWN });
  const threads = data?.threads;
  return (
    <Section screenOnly={!threads?.nodes.length} title={words.subjectTitle} aside={threads?.pageInfo.hasNextPage ? <TextLink to={`/threads?subject=${subject}`}>{words.all}</TextLink> : undefined}>
      {isPending && <Loading label={words.loadingList} lines={2} />}
      {error && <ErrorState onRetry={() => void refetch()}>{error.message}</ErrorState>}
      {threads && threads.nodes.length === 0 && <p className="text-quiet">{words.subjectEmpty(title)}</p>}
      {threads && threads.nodes.length > 0 && <ThreadLines threads={threads.nodes} />}
      {threads && session?.isMember && (
        <p className="mt-2">
          <LinkButton to={`/threads/new?subject=${subject}`}>{words.subjectStart}</LinkButton>
        </p>
      )}
    </Section>
  );
}
