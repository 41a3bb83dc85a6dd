import { EmptyState, ErrorState, LinkButton, Loading, PageHeader, Section } from '@app/ui';
import { useGraph, useTitle } from '@app/platform/web';
import { ClaimList } from './ClaimList.js';
import { ClaimsToDecide } from './ClaimsToDecide.js';
import { TeamSeatsDocument, type TeamSeatsQuery } from './seats.generated.js';
import { type OwnTeam, TeamOf } from './TeamOf.js';
import { words } from './words.js';

/** Who belongs to the reader's teams, who asks to, and whom they invite. */
export default function TeamSeatsPage() {
  useTitle(words.team.title);
  const { data, error, isPending, refetch } = useGraph(TeamSeatsDocument, {});
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={6} />;
  const teams = data.myOrganizations.map(asTeam);
  const { nodes } = data.claimsToDecide;
  const claims = data.myClaims.filter((claim) => claim.state !== 'withdrawn');
  return (
    <>
      <PageHeader title={words.team.title} lead={words.team.lead} />
      {(nodes.length > 0 || teams.some((team) => team.can.invite)) && (
        <Section title={words.team.waiting}>
          <ClaimsToDecide claims={nodes} />
        </Section>
      )}
      {teams.map((team) => (
        <TeamOf key={team.id} team={team} />
      ))}
      {teams.length === 0 && claims.length === 0 && nodes.length === 0 && (
        <EmptyState
          title={words.team.none}
          action={
            <LinkButton look="primary" to="/claim">
              {words.claim.title}
            </LinkButton>
          }
        >
          {words.team.noneBody}
        </EmptyState>
      )}
      {claims.length > 0 && (
        <Section title={words.team.own}>
          <ClaimList claims={claims} />
        </Section>
      )}
    </>
  );
}

function asTeam(organization: TeamSeatsQuery['myOrganizations'][number]): OwnTeam {
  const { id, name, path } = organization;
  if (organization.__typename === 'District') return { id, name, path, laborWord: organization.laborWord, seats: organization.districtSeats, can: organization.districtCan };
  return { id, name, path, laborWord: null, seats: organization.sponsorSeats, can: organization.sponsorCan };
}
