import { Section } from '@app/ui';
import { useGraph } from '@app/platform/web';
import type { PrinciplePartProps } from '@app/framework/web';
import { ConferencesUnderDocument } from './conferences.generated.js';
import { Lines } from './ConferencesPage.js';
import { words } from './words.js';

/** The conferences about a principle: a part of its page, as long as there are any. */
export default function PrincipleConferences({ number }: PrinciplePartProps) {
  const conferences = useGraph(ConferencesUnderDocument, { principle: number }).data?.conferences.nodes ?? [];
  if (conferences.length === 0) return null;
  return (
    <Section title={words.underPrinciple}>
      <Lines conferences={conferences} />
    </Section>
  );
}
