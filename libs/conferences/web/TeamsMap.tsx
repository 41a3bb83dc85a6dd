import { type MapMark, MapKey, UsMap } from '@app/ui';
import { useState } from 'react';
import type { Conference } from './ConferencePage.js';
import { words } from './words.js';

type Team = Conference['teams'][number];

/** Where the teams that came are from. The table beneath has everything that the map shows, and more. */
export function TeamsMap({ conference }: { conference: Conference }) {
  const [lit, setLit] = useState<string | null>(null);
  const teams = conference.teams.filter((team) => team.status === 'attending');
  const placed = teams.filter((team) => team.latitude !== null);
  if (placed.length === 0) return null;
  const lighted = teams.find((team) => team.organizationId === lit);
  const states = new Set(teams.flatMap((team) => team.state ?? []));
  return (
    <div className="mb-3 max-w-[44rem]">
      <UsMap
        marks={teams.map(markOf)}
        highlighted={lit}
        onHighlight={setLit}
        onChoose={setLit}
        caption={words.map.finding(conference.phase === 'after', teams.length, states.size, teams.length - placed.length)}
        legend={
          <>
            <MapKey shape="circle" filled ring>
              {conference.phase === 'after' ? words.map.came : words.map.comes}
            </MapKey>
            <MapKey shape="diamond" filled ring>
              {words.map.presented}
            </MapKey>
            <MapKey shape="circle" filled={false} ring>
              {words.map.notHere}
            </MapKey>
          </>
        }
      />
      {/* For whoever points at a mark; the table says it to everybody. */}
      <p className="min-h-[1.5rem] text-note" aria-hidden="true">
        {lighted ? [lighted.name, lighted.state].filter(Boolean).join(', ') : ''}
      </p>
    </div>
  );
}

function markOf({ organizationId, state, latitude, longitude, presenting, here }: Team): MapMark {
  return { id: organizationId, state, latitude, longitude, shape: presenting ? 'diamond' : 'circle', filled: here, ring: true };
}
