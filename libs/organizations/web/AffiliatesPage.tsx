import { Breadcrumbs, Button, ComboBox, ErrorState, Form, FormActions, LinkButton, Loading, PageHeader, Pagination, RadioGroup, say, Section, Select, TextLink } from '@app/ui';
import { ask, type FieldMessage, useAct, useGraphPages, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { STATE_NAMES } from '../contract/states.js';
import { DirectoryDocument, OtherOrganizationsDocument } from './organizations.generated.js';
import { placeWords as words } from './place-words.js';
import { NameAffiliatesDocument, SetAffiliateRuleDocument, SponsorAffiliatesDocument, type SponsorAffiliatesQuery, TakeOffAffiliateDocument } from './places.generated.js';
import { words as shared } from './words.js';

type Shown = NonNullable<SponsorAffiliatesQuery['organization']>;
type Sponsor = Extract<Shown, { affiliates: unknown }>;
interface Choice {
  value: string;
  label: string;
  note?: string;
}

const ANY = 'any';

const isSponsor = (organization: Shown | null | undefined): organization is Sponsor => organization != null && 'affiliates' in organization;
const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

/** A sponsor's affiliates: read by everybody, and said by whoever speaks for it. */
export default function AffiliatesPage() {
  const { slug = '' } = useParams();
  const page = useGraphPages(SponsorAffiliatesDocument, { slug, first: 100 }, (answer) => (isSponsor(answer.organization) ? answer.organization.affiliates : nothing));
  const sponsor = page.first?.organization;
  const takeOff = useAct(TakeOffAffiliateDocument, { onDone: () => say(words.takenOff) });
  useTitle(isSponsor(sponsor) ? words.affiliatesTitle(sponsor.name) : page.isPending ? undefined : shared.organization.missing);
  if (page.error) {
    return (
      <ErrorState level={1} onRetry={page.refetch}>
        {page.error.message}
      </ErrorState>
    );
  }
  if (page.isPending) return <Loading page lines={6} />;
  if (!isSponsor(sponsor)) return <PageHeader title={shared.organization.missing} action={<LinkButton to="/organizations">{shared.organization.toList}</LinkButton>} />;
  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: shared.organizations, to: '/organizations' }, { label: sponsor.name, to: sponsor.path }]} />} title={words.affiliatesTitle(sponsor.name)} lead={words.affiliatesLead} />
      {sponsor.viewerCanSetAffiliates && <Rule key={JSON.stringify(sponsor.affiliateRule)} sponsor={sponsor} />}
      {sponsor.viewerCanSetAffiliates && <Naming sponsor={sponsor} />}
      <Section title={words.affiliates(page.total ?? page.nodes.length)}>
        {page.nodes.length === 0 ? (
          <p className="text-quiet">{words.affiliatesNone}</p>
        ) : (
          <ul className="grid max-w-[46rem]">
            {page.nodes.map(({ organization, source }) => (
              <li key={organization.id} className="flex flex-wrap items-center justify-between gap-1 border-t border-line py-1">
                <p>
                  <TextLink to={organization.path}>{organization.name}</TextLink>
                  <span className="block text-note text-quiet">{words.sources[source]}</span>
                </p>
                {sponsor.viewerCanSetAffiliates && source === 'named' && (
                  <Button look="quiet" pending={takeOff.pending} onPress={() => void takeOff.run({ sponsorId: sponsor.id, organizationId: organization.id })}>
                    {words.takeOff}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <Pagination shown={page.nodes.length} {...(page.total === undefined ? {} : { total: page.total })} hasMore={page.hasMore} onMore={page.more} pending={page.morePending} />
      </Section>
    </>
  );
}

function Rule({ sponsor }: { sponsor: Sponsor }) {
  const [affiliation, setAffiliation] = useState<string>(sponsor.affiliateRule?.affiliation ?? ANY);
  const [state, setState] = useState<string>(sponsor.affiliateRule?.state ?? ANY);
  const set = useAct(SetAffiliateRuleDocument, { onDone: () => say(words.ruleSaved, 'success') });
  const said = affiliation === 'nea' || affiliation === 'aft' ? affiliation : null;
  return (
    <Section title={words.rule}>
      <p className="mb-2 max-w-[46rem] text-quiet">{words.ruleLead}</p>
      <Form errors={set.fields} problem={set.message} onSubmit={() => void set.run({ sponsorId: sponsor.id, affiliation: said, state: state === ANY ? null : state })}>
        <RadioGroup
          name="affiliation"
          label={words.ruleAffiliation}
          required
          value={affiliation}
          onChange={setAffiliation}
          options={[
            { value: 'nea', label: 'NEA' },
            { value: 'aft', label: 'AFT' },
            { value: ANY, label: words.ruleAny },
          ]}
        />
        <Select
          name="state"
          label={words.ruleState}
          required
          width="medium"
          value={state}
          onChange={setState}
          options={[{ value: ANY, label: words.ruleAnyState }, ...Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }))]}
        />
        <FormActions>
          <Button type="submit" pending={set.pending}>
            {words.ruleSave}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

async function findOrganizations(text: string, signal: AbortSignal): Promise<Choice[]> {
  const [{ districts }, { organizations }] = await Promise.all([ask(DirectoryDocument, { search: text, first: 8 }, signal), ask(OtherOrganizationsDocument, { first: 100 }, signal)]);
  const typed = text.toLowerCase();
  return [
    ...organizations.nodes.filter(({ name, abbreviation }) => `${name} ${abbreviation ?? ''}`.toLowerCase().includes(typed)).map(({ id, name }) => ({ value: id, label: name })),
    ...districts.nodes.map(({ id, name, city, state }) => ({ value: id, label: name, note: [city, state].filter(Boolean).join(', ') })),
  ];
}

function Naming({ sponsor }: { sponsor: Sponsor }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [missing, setMissing] = useState<readonly FieldMessage[]>([]);
  const name = useAct(NameAffiliatesDocument, {
    onDone: () => {
      say(words.named(choice?.label ?? ''), 'success');
      setChoice(null);
    },
  });
  return (
    <Section title={words.name}>
      <p className="mb-2 max-w-[46rem] text-quiet">{words.nameLead}</p>
      <Form
        errors={missing.length > 0 ? missing : name.fields}
        problem={name.message}
        onSubmit={() => {
          setMissing(choice ? [] : [{ field: 'organizationIds', message: words.choose }]);
          if (choice) void name.run({ sponsorId: sponsor.id, organizationIds: [choice.value] });
        }}
      >
        <ComboBox name="organizationIds" label={words.nameWho} hint={words.nameHint} required load={findOrganizations} value={choice} onChange={setChoice} />
        <FormActions>
          <Button type="submit" pending={name.pending}>
            {words.nameAdd}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
