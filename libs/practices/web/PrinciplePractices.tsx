import { LinkButton, Loading, Section, TextLink } from '@app/ui';
import { useGraph, useSessionInfo } from '@app/platform/web';
import type { PrinciplePartProps } from '@app/framework/web';
import { PrincipleInPracticeDocument } from './practices.generated.js';
import { PracticeLines } from './PracticeLines.js';
import { words } from './words.js';

/** Who does what under a principle, and the ideas whose district nobody wrote down: a part of the principle's page. */
export default function PrinciplePractices({ number }: PrinciplePartProps) {
  const session = useSessionInfo();
  const { data, error } = useGraph(PrincipleInPracticeDocument, { number });
  if (error) return <p>{error.message}</p>;
  if (!data) return <Loading lines={8} label={words.loadingFound} />;
  const { nodes, totalCount } = data.practices;
  const ideas = data.principle?.ideas ?? [];
  return (
    <>
      <Section title={words.underPrinciple} aside={<span className="text-note text-quiet">{words.found(totalCount ?? nodes.length)}</span>}>
        {nodes.length > 0 ? <PracticeLines practices={nodes} omit="principle" /> : <p>{words.underNothing}</p>}
        {session?.isMember && (
          <p className="mt-2 flex flex-wrap items-center gap-2 print:hidden">
            {words.emptyAsk} <LinkButton to={`/practices/new?principle=${number}`}>{words.shareHere}</LinkButton>
          </p>
        )}
      </Section>
      {ideas.length > 0 && (
        <Section title={words.ideas}>
          <p className="mb-2 text-note text-quiet">{words.ideasLead}</p>
          <dl className="grid gap-x-6 gap-y-3 md:grid-cols-2">
            {ideas.map((idea) => (
              <div key={idea.title} className="break-inside-avoid border-t border-line pt-1">
                <dt className="font-semibold">{idea.title}</dt>
                <dd>{idea.text}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section title={words.elsewhere}>
        <ul className="grid gap-1">
          <li>
            <TextLink to={`/library?principle=${number}`}>{words.toResources}</TextLink>
          </li>
          <li>
            <TextLink to={`/threads?principle=${number}`}>{words.toThreads}</TextLink>
          </li>
        </ul>
      </Section>
    </>
  );
}
