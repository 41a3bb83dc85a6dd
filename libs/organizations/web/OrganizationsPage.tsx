import { EmptyState, ErrorState, LinkButton, Loading, PageHeader, Pagination, Section, Tag, TextLink } from '@app/ui';
import { useGraphPages, useSessionInfo, useTitle } from '@app/platform/web';
import { STATE_NAMES } from '../contract/states.js';
import { OtherOrganizationsDocument, type OtherOrganizationsQuery } from './organizations.generated.js';
import { placeWords } from './place-words.js';
import { words } from './words.js';

type Listed = OtherOrganizationsQuery['organizations']['nodes'][number];

/** The organizations that stand behind the community, by what they are. */
export default function OrganizationsPage() {
  useTitle(words.organizations);
  const session = useSessionInfo();
  const { nodes, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(OtherOrganizationsDocument, { first: 100 }, (answer) => answer.organizations);
  return (
    <>
      <PageHeader title={words.organizations} lead={words.organizationsLead} action={session?.isSteward ? <LinkButton to="/organizations/new">{placeWords.add}</LinkButton> : undefined} />
      {error ? (
        <ErrorState onRetry={refetch}>{error.message}</ErrorState>
      ) : isPending ? (
        <Loading lines={6} />
      ) : nodes.length === 0 ? (
        <EmptyState title={words.noOrganizations}>{words.noOrganizationsBody}</EmptyState>
      ) : (
        <>
          <OrganizationList organizations={nodes} />
          <Pagination shown={nodes.length} hasMore={hasMore} onMore={more} pending={morePending} />
        </>
      )}
    </>
  );
}

export function OrganizationList({ organizations }: { organizations: readonly Listed[] }) {
  return Object.entries(words.organizationKinds).map(([kind, title]) => {
    const some = organizations.filter((organization) => organization.kind === kind);
    if (some.length === 0) return null;
    return (
      <Section key={kind} title={title}>
        <ul className="grid max-w-[56rem]">
          {some.map((organization) => (
            <li key={organization.id} className="border-t border-line py-2 sm:flex sm:items-start sm:justify-between sm:gap-2">
              <div className="min-w-0">
                <p className="font-semibold">
                  <TextLink to={`/organizations/${organization.slug}`}>{organization.name}</TextLink>
                  {organization.abbreviation && <span className="font-normal text-quiet"> ({organization.abbreviation})</span>}
                </p>
                {organization.summary && <p className="text-quiet">{organization.summary}</p>}
              </div>
              <ul className="mt-1 flex flex-wrap sm:shrink-0 gap-1 empty:hidden sm:mt-0">
                {(organization.level || organization.state) && (
                  <li>
                    <Tag>{[placeWords.levels[organization.level ?? ''], organization.state && STATE_NAMES[organization.state]].filter(Boolean).join(': ')}</Tag>
                  </li>
                )}
                {organization.invented && (
                  <li>
                    <Tag look="attention">{words.invented}</Tag>
                  </li>
                )}
                {organization.memberSince && (
                  <li>
                    <Tag look="accent">{words.onAccord}</Tag>
                  </li>
                )}
              </ul>
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
