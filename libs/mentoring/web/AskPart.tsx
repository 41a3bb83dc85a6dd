import { LinkButton, Section } from '@app/ui';
import { useGraph, useSessionInfo } from '@app/platform/web';
import type { DistrictPartProps } from '@app/organizations/web';
import { InviteDialog } from './InviteDialog.js';
import { MentorOfDocument } from './mentoring.generated.js';
import { sentence } from '@app/likeness/web';
import { words } from './words.js';

/** On the page of a presenting district: how it is like yours, and the way to ask it. Visitors and its own team do not see it. */
export default function AskPart({ id }: DistrictPartProps) {
  const session = useSessionInfo();
  const { data } = useGraph(MentorOfDocument, { id }, { when: session?.isMember ?? false });
  const mentor = data?.mentor;
  // The part adds to somebody else's page: while it loads or fails, that page does without it.
  if (!mentor) return null;
  return (
    <Section title={words.slotTitle}>
      <p>
        {words.slotLead(mentor.name)} {sentence(mentor.reasons)}
      </p>
      <p className="text-note text-quiet">{mentor.standing === 'open' ? words.room(mentor.capacityLeft) : words.standing[mentor.standing]}</p>
      {mentor.viewerCan.ask && <LinkButton to={`/mentoring?ask=${mentor.id}`}>{words.askNamed(mentor.name)}</LinkButton>}
      {mentor.linkId && <LinkButton to={`/mentoring/${mentor.linkId}`}>{words.openLinkNamed(mentor.name)}</LinkButton>}
      {mentor.standing === 'absent' && <InviteDialog mentor={mentor} />}
    </Section>
  );
}
