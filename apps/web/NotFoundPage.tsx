import { LinkButton, PageHeader } from '@app/ui';
import { useTitle } from '@app/platform/web';
import { words } from './words.js';

/** The page for addresses that lead nowhere, or nowhere for this reader. */
export function NotFoundPage() {
  useTitle(words.notFoundTitle);
  return <PageHeader title={words.notFoundTitle} lead={words.notFoundLead} action={<LinkButton to="/" look="primary">{words.toFirstPage}</LinkButton>} />;
}
