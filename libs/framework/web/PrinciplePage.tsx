import { ErrorState, LinkButton, Loading, PageHeader, TextLink } from '@app/ui';
import { ForPrograms, SlotParts, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { principleSlot } from './slots.js';
import { type PrincipleWords, useVocabulary } from './useVocabulary.js';
import { words } from './words.js';

/** One principle: what it means, and what the other features know under it. Addressed by number or by slug. */
export default function PrinciplePage() {
  const { number = '' } = useParams();
  const { principles, isPending, error, refetch } = useVocabulary();
  const at = principles.findIndex((principle) => String(principle.number) === number || principle.slug === number);
  const principle = principles[at];
  useTitle(principle?.name ?? (isPending ? undefined : words.noPrinciple));
  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (isPending) return <Loading page lines={6} label={words.loadingPrinciples} />;
  if (!principle) return <PageHeader title={words.noPrinciple} lead={words.noPrincipleLead} action={<LinkButton to="/principles">{words.seeAllPrinciples}</LinkButton>} />;
  return (
    <>
      <PageHeader above={<TextLink to="/principles">{words.above(principle.number)}</TextLink>} title={principle.name} lead={principle.summary} />
      <SlotParts slot={principleSlot} props={{ number: principle.number, name: principle.name }} />
      <ForPrograms feed={`/feeds/principles/${principle.number}.xml`} />
      <Neighbours before={principles[at - 1]} after={principles[at + 1]} />
    </>
  );
}

function Neighbours({ before, after }: { before: PrincipleWords | undefined; after: PrincipleWords | undefined }) {
  return (
    <nav aria-label={words.neighbours} className="mt-8 flex flex-wrap justify-between gap-2 border-t border-line pt-2 print:hidden">
      <span>{before && <TextLink to={`/principles/${before.number}`}>{words.before(before.number, before.shortName)}</TextLink>}</span>
      <span>{after && <TextLink to={`/principles/${after.number}`}>{words.after(after.number, after.shortName)}</TextLink>}</span>
    </nav>
  );
}
