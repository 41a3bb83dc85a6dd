import { LinkButton, PageHeader } from '@app/ui';
import { words } from './words.js';

/** Stands where a collection is not there, or not for this reader. */
export function NoCollection() {
  return (
    <PageHeader
      title={words.missing}
      lead={words.missingLead}
      action={
        <LinkButton to="/collections" look="primary">
          {words.toList}
        </LinkButton>
      }
    />
  );
}
