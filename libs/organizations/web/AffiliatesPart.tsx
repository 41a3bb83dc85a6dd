import { Section, TextLink } from '@app/ui';
import { STATE_NAMES } from '../contract/states.js';
import type { OrganizationProfileQuery } from './organizations.generated.js';
import { placeWords as words } from './place-words.js';

export type SponsorShown = Extract<NonNullable<OrganizationProfileQuery['organization']>, { __typename: 'SponsorOrganization' }>;

/** On a sponsor's page: whom it counts as its own, how many, and by which rule. */
export function AffiliatesPart({ sponsor }: { sponsor: SponsorShown }) {
  const { nodes, totalCount } = sponsor.affiliates;
  const count = totalCount ?? nodes.length;
  const rule = sponsor.affiliateRule;
  const path = `/organizations/${sponsor.slug}/affiliates`;
  return (
    <Section title={words.affiliates(count)} aside={sponsor.viewerCanSetAffiliates ? <TextLink to={path}>{words.affiliatesSet}</TextLink> : undefined}>
      {rule && (
        <p className="mb-2 text-quiet">
          {words.ruleIs} {words.ruleWords(rule.affiliation, rule.state && (STATE_NAMES[rule.state] ?? rule.state))}.
        </p>
      )}
      {count === 0 ? (
        !rule && <p className="text-quiet">{words.affiliatesNone}</p>
      ) : (
        <ul className="grid gap-x-3 sm:grid-cols-2 lg:grid-cols-3">
          {nodes.map(({ organization }) => (
            <li key={organization.id} className="border-t border-line py-1">
              <TextLink to={organization.path}>{organization.name}</TextLink>
            </li>
          ))}
        </ul>
      )}
      {count > nodes.length && (
        <p className="mt-2">
          <TextLink to={path}>{words.affiliatesAll}</TextLink>
        </p>
      )}
      {sponsor.viewerCanSetAffiliates && (
        <p className="mt-2">
          <TextLink to="/joining/queue">{words.queue}</TextLink>
        </p>
      )}
    </Section>
  );
}
