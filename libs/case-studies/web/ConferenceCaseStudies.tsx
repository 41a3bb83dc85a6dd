import { LinkButton, Section } from '@app/ui';
import type { ConferencePartProps } from '@app/conferences/web';
import { useGraph, useSessionInfo } from '@app/platform/web';
import { ConferencePresentersDocument, MyDistrictsAtConferenceDocument } from './case-studies.generated.js';
import { words } from './words.js';

/** After a conference: what presenting districts showed becomes the first draft of a case study, for those who run it of all of them, for a district of its own. */
export default function ConferenceCaseStudies({ slug, canRun, phase }: ConferencePartProps) {
  const session = useSessionInfo();
  const mayAsk = phase === 'after' && (session?.isMember ?? false);
  const { data } = useGraph(ConferencePresentersDocument, { slug }, { when: mayAsk });
  const mine = useGraph(MyDistrictsAtConferenceDocument, {}, { when: mayAsk && !canRun }).data?.sharingDistricts ?? [];
  const presenting = data?.conference?.teams.filter((team) => team.presenting && (canRun || mine.some((district) => district.slug === team.slug))) ?? [];
  if (presenting.length === 0) return null;
  return (
    <Section title={words.onConference}>
      <p className="mb-2 text-quiet">{canRun ? words.onConferenceLead : words.onConferenceMine}</p>
      <ul className="flex flex-wrap gap-2">
        {presenting.map((team) => (
          <li key={team.slug}>
            <LinkButton to={`/case-studies/new?district=${team.slug}&conference=${slug}`}>{team.name}</LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
