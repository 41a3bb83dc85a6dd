import { Injectable } from '@nestjs/common';
import { Database, isId } from '@app/platform/database';
import { FileRoom } from '@app/platform/files';
import { NotAllowed } from '@app/platform/graphql';
import { needSteward, type Viewer } from '@app/people';
import { seatsOf, speakingSeat, speaks } from '@app/organizations';
import { OWNER, type OwnerRow } from '../resources.queries.js';

export interface RoomState {
  usedBytes: number;
  limitBytes: number;
}

export interface RoomOf extends RoomState {
  organization: OwnerRow;
  megabytes: number | null;
  reason: string | null;
  setBy: string | null;
  setAt: Date | null;
}

const SHOWN = 10;

/** The room that the files of districts and organizations have here: shown to those who fill it, given by stewards. */
@Injectable()
export class Rooms {
  constructor(
    private readonly db: Database,
    private readonly room: FileRoom,
  ) {}

  /** The room of a team that somebody speaks for, their first one where none is named; null for everybody else. */
  async of(viewer: Viewer | null, organizationId: string | null): Promise<RoomState | null> {
    const seat = organizationId ? speakingSeat(viewer, organizationId) : seatsOf(viewer).find(({ role }) => speaks(role));
    return seat ? this.room.stateOf(seat.organizationId) : null;
  }

  /** Those whose files take most, or all whose name has the words that are looked for. For stewards. */
  async list(viewer: Viewer, text: string | null): Promise<RoomOf[]> {
    needSteward(viewer);
    const looked = text?.trim().slice(0, 100).replace(/[\\%_]/g, '\\$&');
    return looked ? this.rows(`o.name ilike '%' || $1::text || '%'`, [looked]) : this.rows(`o.id in (select charged_to from file union select charged_to from upload union select owner_id from file_room)`, []);
  }

  /** Gives a district or organization more room, less, or with null as much as is usual. Who did it and why stays on record. For stewards. */
  async set(viewer: Viewer, organizationId: string, megabytes: number | null, reason: string): Promise<RoomOf> {
    needSteward(viewer);
    return this.db.transaction(async () => {
      if (!isId(organizationId) || !(await this.db.one(`select from organization where id = $1 for share`, [organizationId]))) throw new NotAllowed();
      await this.room.setLimit(organizationId, megabytes, { reason, by: viewer.accountId });
      const [row] = await this.rows(`o.id = $1::uuid`, [organizationId]);
      if (!row) throw new NotAllowed();
      return row;
    });
  }

  private async rows(where: string, parameters: unknown[]): Promise<RoomOf[]> {
    const rows = await this.db.query<Omit<RoomOf, 'limitBytes'>>(
      `select ${OWNER('o')} as organization, u.bytes as "usedBytes", g.megabytes, g.reason, a.name as "setBy", g.set_at as "setAt"
       from organization o
       cross join lateral (select ((select coalesce(sum(f.size), 0) from file f where f.charged_to = o.id) + (select coalesce(sum(p.size), 0) from upload p where p.charged_to = o.id))::float8 as bytes) u
       left join lateral (select * from file_room r where r.owner_id = o.id order by r.set_at desc, r.id desc limit 1) g on true
       left join account a on a.id = g.set_by
       where ${where} order by u.bytes desc, g.set_at desc nulls last, o.name, o.id limit ${SHOWN}`,
      parameters,
    );
    return rows.map((row) => ({ ...row, limitBytes: this.room.bytesOf(row.megabytes) }));
  }
}
