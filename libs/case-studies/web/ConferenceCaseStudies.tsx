import { LinkButton, Section } from '@app/ui';
import type { ConferencePartProps } from '@app/conferences/web';
import { useGraph } from '@app/platform/web';
import { ConferencePresentersDocument } from './case-studies.generated.js';
import { words } from './words.js';

/** After a conference, for those who run it: what presenting districts showed becomes the first draft of a case study. */
export default function ConferenceCaseStudies({ slug, canRun, phase }: ConferencePartProps) {
  const { data } = useGraph(ConferencePresentersDocument, { slug }, { when: canRun && phase === 'after' });
  const presenting = data?.conference?.teams.filter((team) => team.presenting) ?? [];
  if (presenting.length === 0) return null;
  return (
    <Section title={words.onConference}>
      <p className="mb-2 text-quiet">{words.onConferenceLead}</p>
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
