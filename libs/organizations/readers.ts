import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database, isId } from '@app/platform/database';
import { Contributions, type Get, Point } from '@app/platform/feature';
import { mayRead, type Viewer } from '@app/people';
import type { SeatRole } from './seat.entity.js';
import { LEADERS, READERS_ONLY, STILL_VALID } from './seat.templates.js';

/** An audience that is made of teams: whose people read what carries its key. */
export interface AudienceTeams {
  /** What its keys begin with: `link` for `link:ID`. */
  prefix: string;
  /** The teams that read it. Only those who hold the key are ever told. */
  teams: (get: Get, id: string) => Promise<string[]>;
  /** Whether those read it too who only read: observers and guests. */
  readersToo: boolean;
}

export const audienceTeams = new Point<AudienceTeams>('organizations.audience-teams');

/** A team's own space: everybody who has a place in it. */
export const teamAudience: AudienceTeams = { prefix: 'team', teams: async (_get, id) => [id], readersToo: true };

export interface ReaderRow {
  organizationId: string;
  personId: string;
  name: string;
  role: SeatRole;
  title: string | null;
  deputyFor: SeatRole | null;
  until: Date | null;
  leads: boolean;
}

/** Who reads a team's space, from the places themselves: the same rows that open it. */
@Injectable()
export class Readers {
  private readonly get: Get;

  constructor(
    private readonly db: Database,
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** Everybody who reads by an audience key, the leading seats first; null for who does not read by it, and for audiences that are not made of teams. */
  async of(viewer: Viewer | null, audience: string): Promise<ReaderRow[] | null> {
    const [prefix = '', id = ''] = audience.split(':', 2);
    const kind = this.contributions.of(audienceTeams).find((one) => one.prefix === prefix);
    if (!kind || !isId(id) || !mayRead(viewer, audience)) return null;
    const teams = await kind.teams(this.get, id);
    return this.db.query<ReaderRow>(
      `select * from (
         select distinct on (s.organization_id, s.account_id) s.organization_id as "organizationId", a.id as "personId", a.name, s.role, s.title, s.deputy_for as "deputyFor", s.valid_until as until,
           s.role in (${LEADERS}) as leads, array_position($1::uuid[], s.organization_id) as team, array_position(array[${LEADERS}, 'deputy', 'staff', 'observer', 'guest'], s.role) as place
         from seat s join account a on a.id = s.account_id
         where s.organization_id = any($1::uuid[]) and ${STILL_VALID('s')} and ($2 or s.role not in (${READERS_ONLY}))
         order by s.organization_id, s.account_id, array_position(array[${LEADERS}, 'deputy', 'staff', 'observer', 'guest'], s.role)) reader
       order by team, place, name, "personId" limit 500`,
      [teams, kind.readersToo],
    );
  }
}
