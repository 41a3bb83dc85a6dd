import { Button, LinkButton, StateOutline, TextLink } from '@app/ui';
import { Reckoning } from '@app/likeness/web';
import { InviteDialog } from './InviteDialog.js';
import type { MentorRowFragment } from './mentoring.generated.js';
import { words } from './words.js';

/** Presenting districts with the reasons in a sentence, and one thing to do beside each. */
export function MentorList({ mentors, onAsk }: { mentors: readonly MentorRowFragment[]; onAsk: (mentor: MentorRowFragment) => void }) {
  return (
    <ul className="mt-2">
      {mentors.map((mentor) => (
        <li key={mentor.id} className="grid gap-x-4 gap-y-1 border-t border-line py-2 sm:grid-cols-[1fr_auto] sm:items-start">
          <div className="min-w-0 max-w-[70ch]">
            <h3 className="flex items-center gap-1 text-lead">
              {mentor.state && <StateOutline code={mentor.state} />}
              <TextLink to={`/districts/${mentor.slug}`}>{mentor.name}</TextLink>
            </h3>
            <p className="text-note text-quiet">
              {[words.place(mentor.city, mentor.state), size(mentor), standing(mentor)].filter(Boolean).join(' · ')}
            </p>
            {mentor.likeness && <Reckoning name={mentor.name} likeness={mentor.likeness} level={4} />}
          </div>
          <Act mentor={mentor} onAsk={onAsk} />
        </li>
      ))}
    </ul>
  );
}

function Act({ mentor, onAsk }: { mentor: MentorRowFragment; onAsk: (mentor: MentorRowFragment) => void }) {
  if (mentor.viewerCan.ask)
    return (
      <Button aria-label={words.askNamed(mentor.name)} onPress={() => onAsk(mentor)}>
        {words.ask}
      </Button>
    );
  if (mentor.linkId) return <LinkButton to={`/mentoring/${mentor.linkId}`}>{words.openLink}</LinkButton>;
  if (mentor.standing === 'absent') return <InviteDialog mentor={mentor} />;
  return null;
}

function size({ enrollment, enrollmentSource }: MentorRowFragment): string {
  if (enrollment === null || enrollment === undefined) return words.sizeUnknown;
  return enrollmentSource ? `${words.students(enrollment)} ${words.studentsSource(enrollmentSource)}` : words.students(enrollment);
}

function standing({ standing: now, capacityLeft }: MentorRowFragment): string {
  // Those who are not here stand under a heading that says so.
  if (now === 'absent') return '';
  return now === 'open' ? words.room(capacityLeft) : words.standing[now];
}
