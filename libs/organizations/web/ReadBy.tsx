import { Disclosure, Instant } from '@app/ui';
import { useGraph } from '@app/platform/web';
import { LEADING_ROLES } from '../contract/templates.js';
import { placeWords as words } from './place-words.js';
import { ReadersDocument, type ReadersQuery } from './places.generated.js';
import { seatName } from './SeatList.js';

type Team = NonNullable<ReadersQuery['readers']>[number];

/** Who reads what carries an audience key made of teams: how many of which place, and who they are. Nothing for other audiences. */
export function ReadBy({ audience, level = 3 }: { audience: string; level?: 2 | 3 }) {
  const isTeams = audience.startsWith('team:') || audience.startsWith('link:');
  const { data } = useGraph(ReadersDocument, { audience }, { when: isTeams });
  const teams = data?.readers ?? [];
  if (teams.length === 0) return null;
  const several = teams.length > 1;
  return (
    <div className="mb-2 max-w-[46rem] text-body">
      <Disclosure level={level} title={`${words.readBy}: ${teams.map((team) => (several ? `${team.organization.name}, ${words.counts(team)}` : words.counts(team))).join('; ')}`}>
        {teams.map((team) => (
          <div key={team.id} className="mb-2">
            {several && <p className="font-semibold">{team.organization.name}</p>}
            <ul>
              {team.people.map((reader) => (
                <li key={reader.person.id}>
                  {reader.person.name}
                  <span className="text-note text-quiet">, {placeOf(reader, laborWordOf(team))}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Disclosure>
    </div>
  );
}

function laborWordOf({ organization }: Team): string | null {
  return 'laborWord' in organization ? organization.laborWord : null;
}

function placeOf({ role, title, deputyFor, until }: Team['people'][number], laborWord: string | null) {
  if (deputyFor) return words.deputyOf(seatName(deputyFor, laborWord).toLowerCase());
  const name = title && LEADING_ROLES.includes(role) ? title : seatName(role, laborWord);
  if (!until) return name;
  return (
    <>
      {name}, {words.until} <Instant at={until} form="day" zone="America/New_York" deadline />
    </>
  );
}
