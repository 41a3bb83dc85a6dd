import { Breadcrumbs, ErrorState, LinkButton, Loading, PageHeader, Section, Tag, TextLink } from '@app/ui';
import { SlotParts, useGraph, useTitle } from '@app/platform/web';
import { Navigate, useParams } from 'react-router';
import { STATE_NAMES } from '../contract/states.js';
import { AffiliatesPart } from './AffiliatesPart.js';
import { OrganizationProfileDocument } from './organizations.generated.js';
import { placeWords } from './place-words.js';
import { SeatList } from './SeatList.js';
import { organizationSlot } from './slots.js';
import { words } from './words.js';

/** A co-sponsor or foundation: what it is and who speaks for it. */
export default function OrganizationPage() {
  const { slug = '' } = useParams();
  const { data, error, isPending, refetch } = useGraph(OrganizationProfileDocument, { slug });
  const organization = data?.organization;
  useTitle(organization?.name ?? (data ? words.organization.missing : undefined));
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={4} />;
  if (!organization) return <PageHeader title={words.organization.missing} action={<LinkButton to="/organizations">{words.organization.toList}</LinkButton>} />;
  if (organization.__typename !== 'SponsorOrganization') return <Navigate to={organization.path} replace />;
  const can = organization.viewerCan;
  return (
    <>
      <PageHeader
        above={<Breadcrumbs steps={[{ label: words.organizations, to: '/organizations' }]} />}
        title={organization.abbreviation ? `${organization.name} (${organization.abbreviation})` : organization.name}
        lead={organization.summary}
        action={can.editProfile ? <LinkButton to={`${organization.path}/edit`}>{words.profile.edit}</LinkButton> : undefined}
      />
      {(organization.invented || organization.level || organization.kind === 'state_team') && (
        <p className="mb-2 flex flex-wrap gap-1">
          {organization.invented && <Tag look="attention">{words.invented}</Tag>}
          {organization.level && <Tag>{[placeWords.levels[organization.level], organization.state && STATE_NAMES[organization.state]].filter(Boolean).join(': ')}</Tag>}
          {organization.kind === 'state_team' && organization.state && <Tag>{STATE_NAMES[organization.state]}</Tag>}
        </p>
      )}
      <Section title={organization.kind === 'state_team' ? words.profile.seats : words.organization.seats}>
        <SeatList seats={organization.seats} claimWords={organization.kind === 'state_team' ? words.profile.claimThis : words.organization.claimThis} {...(can.editProfile ? {} : { claimTo: (role: string) => `/claim?organization=${organization.slug}&seat=${role}` })} />
      </Section>
      {organization.kind === 'co_sponsor' && <AffiliatesPart sponsor={organization} />}
      {organization.note && (
        <Section title={words.organization.about}>
          <p className="max-w-[46rem]">{organization.note}</p>
        </Section>
      )}
      {organization.website && (
        <Section title={words.profile.website}>
          <p>
            <TextLink to={organization.website}>{organization.website.replace(/^https?:\/\//, '')}</TextLink>
            {organization.websiteSource && <span className="block text-note text-quiet">{organization.websiteSource}</span>}
          </p>
        </Section>
      )}
      <SlotParts slot={organizationSlot} props={{ id: organization.id, slug: organization.slug, name: organization.name }} />
    </>
  );
}
