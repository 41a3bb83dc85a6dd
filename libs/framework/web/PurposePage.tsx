import { ErrorState, Loading } from '@app/ui';
import { useGraph, useTitle } from '@app/platform/web';
import { PurposeDocument as Question } from './Purpose.generated.js';
import { PurposeDocument } from './PurposeDocument.js';
import { words } from './words.js';

/** Why this community exists. */
export default function PurposePage() {
  const { data, error, isFetching, refetch } = useGraph(Question, {});
  useTitle(data ? data.purpose.title : words.purposeTitle);
  if (data) return <PurposeDocument {...data} />;
  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()} retrying={isFetching}>
        <p>{error.message}</p>
      </ErrorState>
    );
  return <Loading page lines={8} label={words.loading} />;
}
