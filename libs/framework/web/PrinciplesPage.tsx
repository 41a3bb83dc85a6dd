import { ErrorState, LinkButton, Loading, PageHeader, TextLink } from '@app/ui';
import { useTitle } from '@app/platform/web';
import { PrincipleList } from './PrincipleList.js';
import { useVocabulary } from './useVocabulary.js';
import { words } from './words.js';

/** The ten principles in brief. */
export default function PrinciplesPage() {
  useTitle(words.principlesTitle);
  const { principles, isPending, error, refetch } = useVocabulary();
  return (
    <>
      <PageHeader
        title={words.principlesTitle}
        lead={words.principlesLead}
        above={<TextLink to="/purpose">{words.toPurpose}</TextLink>}
        action={
          <LinkButton look="primary" to="/practices">
            {words.seePractices}
          </LinkButton>
        }
      />
      {error ? (
        <ErrorState title={words.failed} onRetry={() => void refetch()}>
          <p>{error.message}</p>
        </ErrorState>
      ) : isPending ? (
        <Loading lines={10} label={words.loadingPrinciples} />
      ) : (
        <PrincipleList principles={principles} />
      )}
    </>
  );
}
