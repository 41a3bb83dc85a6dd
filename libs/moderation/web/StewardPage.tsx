import { PageHeader } from '@app/ui';
import { SlotParts, useLive, useRefresh, useTitle } from '@app/platform/web';
import { stewardSlot } from './slots.js';
import { words } from './words.js';

/** The desk of those who run this installation: panels that features add, what waits on top. */
export default function StewardPage() {
  useTitle(words.deskTitle);
  const refresh = useRefresh();
  const again = () => refresh('OpenReports', 'DecidedReports');
  useLive('desk:stewards', again, { onResume: again });
  return (
    <>
      <PageHeader title={words.deskTitle} lead={words.deskLead} />
      <SlotParts slot={stewardSlot} props={{}} />
    </>
  );
}
