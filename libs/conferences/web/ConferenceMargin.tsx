import { Facts, TextLink } from '@app/ui';
import type { Conference } from './ConferencePage.js';
import { words } from './words.js';

/** Beside the page: who stands behind it, and how many came. */
export function ConferenceMargin({ conference }: { conference: Conference }) {
  const after = conference.phase === 'after';
  return (
    <>
      <h2 className="text-lead">{words.behind}</h2>
      <ul className="mb-3">
        {conference.sponsors.map((sponsor) => (
          <li key={sponsor.organizationId} className="py-1">
            <TextLink to={`/organizations/${sponsor.slug}`}>{sponsor.name}</TextLink>
            <span className="block text-note text-quiet">
              {words.parts[sponsor.part]}
              {sponsor.inferred && `, ${words.inferred}`}
            </span>
          </li>
        ))}
      </ul>
      {!conference.history && (
        <>
          <h2 className="text-lead">{words.figures}</h2>
          <Facts
            facts={[
              { label: after ? words.teamsAttending : words.teamsComing, value: conference.attendingCount, source: words.counted },
              { label: after ? words.teamsAbsent : words.teamsInvited, value: conference.absentCount, source: words.counted },
              ...(after ? [{ label: words.people, value: conference.peopleCount, source: words.counted }] : []),
            ]}
          />
        </>
      )}
    </>
  );
}
