import { ErrorState, LinkButton, Loading, PageHeader } from '@app/ui';
import { ForPrograms, SlotParts, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { DistrictProfile } from './DistrictProfile.js';
import { DistrictProfileDocument } from './organizations.generated.js';
import { districtSlot } from './slots.js';
import { words } from './words.js';

/** One district: who they are, who sits there, how they work together, and what other features know of them. */
export default function DistrictPage() {
  const { slug = '' } = useParams();
  const session = useSessionInfo();
  const { data, error, isPending, refetch } = useGraph(DistrictProfileDocument, { slug });
  const district = data?.district;
  useTitle(district?.name ?? (data ? words.profile.missing : undefined));
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={6} />;
  if (!district) {
    return <PageHeader title={words.profile.missing} lead={words.profile.missingLead} action={<LinkButton to="/districts">{words.profile.toDirectory}</LinkButton>} />;
  }
  return (
    <>
      <DistrictProfile district={district} signedIn={session?.person != null}>
        <SlotParts slot={districtSlot} props={{ id: district.id, slug: district.slug, name: district.name }} />
      </DistrictProfile>
      <ForPrograms path={`/districts/${district.slug}`} feed={`/feeds/districts/${district.slug}.xml`} />
    </>
  );
}
