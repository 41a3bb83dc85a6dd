import { LinkButton, TextLink } from '@app/ui';
import { useGraphPages } from '@app/platform/web';
import { JoinPace, JoinQueueDocument, JoinQueueList, joiningWords } from '@app/organizations/web';
import { Panel } from './Panel.js';

const words = joiningWords.queue;
const SHOWN = 5;

/** Districts that ask to join, the longest waiting first, and how many are opened a week. */
export default function JoiningPanel() {
  const { nodes, total, isPending, error, refetch } = useGraphPages(JoinQueueDocument, { first: SHOWN }, (answer) => answer.joinQueue);
  const more = (total ?? nodes.length) - nodes.length;
  return (
    <Panel title={words.title} anchor="joining" error={error} pending={isPending} retry={refetch} aside={<TextLink to="/joining/queue">{words.all}</TextLink>}>
      {() => (
        <>
          <JoinPace />
          {nodes.length === 0 ? <p className="text-quiet">{words.none}.</p> : <JoinQueueList requests={nodes} />}
          {more > 0 && (
            <p className="mt-2">
              {words.more(more)} <LinkButton to="/joining/queue">{words.all}</LinkButton>
            </p>
          )}
        </>
      )}
    </Panel>
  );
}
