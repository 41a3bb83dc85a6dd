import { Section, Table, TextLink } from '@app/ui';
import type { Conference } from './ConferencePage.js';
import { TeamsMap } from './TeamsMap.js';
import { words } from './words.js';

/** Who came, and who was invited and did not: for members; visitors see how many. */
export function Teams({ conference, member }: { conference: Conference; member: boolean }) {
  if (!member)
    return (
      <Section title={words.teams}>
        <p className="text-quiet">{words.membersOnly}</p>
      </Section>
    );
  const after = conference.phase === 'after';
  const status = after ? words.statusAfter : words.statusWords;
  return (
    <Section title={words.teams}>
      <TeamsMap conference={conference} />
      {conference.teams.some((team) => team.presenting) && (
        <p className="mb-2">
          <TextLink to={`/conferences/${conference.slug}/program`}>{words.program.link}</TextLink>
        </p>
      )}
      {conference.attendingCount > 0 && (
        <p className="mb-2">
          <TextLink to={`/districts?circle=conference:${conference.id}&view=map`}>{words.inDirectory}</TextLink>
        </p>
      )}
      <Table
        caption={(after ? words.teamsCameTable : words.teamsComeTable)(conference.attendingCount, conference.absentCount)}
        rows={conference.teams}
        rowKey={(team) => team.organizationId}
        empty={words.noTeams}
        columns={[
          { key: 'team', label: words.team, cell: (team) => (team.kind === 'district' ? <TextLink to={`/districts/${team.slug}`}>{team.name}</TextLink> : <TextLink to={`/organizations/${team.slug}`}>{team.name}</TextLink>), sortBy: (team) => team.name, rowHeader: true },
          { key: 'state', label: words.state, cell: (team) => team.state ?? '', sortBy: (team) => team.state ?? '' },
          { key: 'status', label: words.status, cell: (team) => status[team.status], sortBy: (team) => team.status },
          { key: 'presents', label: words.presents, cell: (team) => (team.presenting ? words.yes : ''), sortBy: (team) => (team.presenting ? 0 : 1) },
        ]}
      />
    </Section>
  );
}
