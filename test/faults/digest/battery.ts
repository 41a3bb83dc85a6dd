import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { loadConfig } from '@app/platform/config';
import { Database, newId, runMigrations } from '@app/platform/database';
import { LiveVoice } from '@app/platform/events';
import { openHouseDatabase, workerHouse } from '@app/platform/house';
import { JobQueue } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { Conferences } from '@app/conferences';
import { Ladders } from '@app/outreach';
import { features } from '../../../libs/features.js';
import { Child, pause } from '../mail/process.js';

export interface Verdict {
  people: number;
  /** People who came and whose digest the sink never took. */
  missing: number;
  /** Copies beyond the first of each person, and copies to anybody who did not come. */
  extra: number;
  /** How many different Message-IDs the sink took. */
  messageIds: number;
  /** From the last kill until nothing was left to do; null when no digest moved for a minute while some were left. */
  settledAfterMs: number | null;
  /** Ledger rows that say something else than sent, and steps that are not sent. */
  unsettled: number;
  /** Districts of whose digest there is none, or another district's. */
  wrongBodies: number;
  killed: string[];
  /** Aimed moments that never came, so that nothing was tried there. */
  missed: string[];
}

/** Where a worker dies: at the nth time that it comes to a moment, or, at `random`, so many milliseconds after it began. */
export interface Aim {
  moment: string;
  after: number;
}

export interface BatteryOptions {
  people: number;
  mutant?: string;
  /** Further variables for the workers, such as the queue that they use. */
  env?: Record<string, string>;
}

class NoQueue extends JobQueue {
  override async add(): Promise<void> {}
}

class NoVoice extends LiveVoice {
  override say(): void {}
}

const SECRET = 'the battery has no secrets worth keeping';
const STANDSTILL_MS = 60_000;
const SEATS = ['superintendent', 'labor_leader'];

/** One conference that has ended, one sink, and workers that die while its digest goes out. */
export class Battery {
  private readonly killed: string[] = [];
  private readonly missed: string[] = [];
  private settledAfterMs: number | null = null;

  private constructor(
    private readonly app: INestApplicationContext,
    private readonly db: Database,
    private readonly sink: Child,
    private readonly env: Record<string, string>,
    private readonly conferenceId: string,
  ) {}

  /** A conference to which `people` came in teams of two, with a digest due at its end; as many again were invited and did not come. */
  static async open(url: string, { people, mutant = 'none', env: more = {} }: BatteryOptions): Promise<Battery> {
    const sink = new Child('./sink.ts', {});
    const { smtp, web } = (await sink.says('ready', 40_000)) as unknown as { smtp: string; web: string };
    const env = { NODE_ENV: 'test', DATABASE_URL: url, SECRET_KEY: SECRET, MAIL_FROM: 'Accord <accord@faults.example>', SMTP_URL: smtp, SINK_WEB: web, MUTANT: mutant, DATABASE_POOL: '6', ...more };
    const config = loadConfig(env);
    const db = await openHouseDatabase(features, config);
    await runMigrations(db);
    const app = await NestFactory.createApplicationContext(workerHouse(features, { config, log: silentLog, database: db, queue: new NoQueue(), voice: new NoVoice() }), { logger: false, abortOnError: false });
    const conferenceId = await db.transaction(() => convene(app, db, people));
    return new Battery(app, db, sink, env, conferenceId);
  }

  /** Lets workers die one after the other, each at its moment; then one finishes. */
  async kill(aims: readonly Aim[]): Promise<void> {
    let next = this.worker(aims[0]);
    await this.app.get(Conferences).end(this.conferenceId, new Date());
    for (const [place, aim] of aims.entries()) {
      const worker = next;
      await worker.says('ready', 40_000);
      worker.tell('go');
      // The next one starts while this one works, so that it is at hand when it dies.
      next = this.worker(aims[place + 1]);
      if (aim.moment === 'random') {
        await pause(aim.after);
        worker.signal('SIGKILL');
      }
      // What a dead worker held in BullMQ comes free only when its lock has run out.
      if (await worker.diesWithin(40_000)) this.killed.push(aim.moment);
      else {
        this.missed.push(aim.moment);
        worker.signal('SIGKILL');
        await worker.died;
      }
    }
    await next.says('ready', 40_000);
    next.tell('go');
    this.settledAfterMs = await this.settled();
    next.signal('SIGKILL');
    await next.died;
  }

  private worker(aim?: Aim): Child {
    return new Child('../digest/worker.ts', { ...this.env, AIM: aim?.moment ?? 'none', AIM_AFTER: String(aim?.after ?? 1) });
  }

  // A slow machine takes long over many digests; what stands still is what will never come to rest.
  private async settled(): Promise<number | null> {
    const began = Date.now();
    let left = Infinity;
    for (let moved = began; Date.now() - moved < STANDSTILL_MS; await pause(150)) {
      const row = await this.db.one<{ n: number }>(
        `select (select count(*) from mail_ledger where state in ('queued', 'sending'))::int + (select count(*) from ladder_step where state <> 'sent')::int as n`,
      );
      if (row?.n === 0) return Date.now() - began;
      if (row && row.n !== left) [left, moved] = [row.n, Date.now()];
    }
    return null;
  }

  async verdict(): Promise<Verdict> {
    const log = (await (await fetch(`${this.env.SINK_WEB}/log`)).json()) as { id: string; copies: string[] }[];
    const came = new Map((await this.db.query<{ email: string }>(`select email from account where email like 'came%'`)).map(({ email }) => [email, 0]));
    let extra = 0;
    for (const address of log.flatMap(({ copies }) => copies)) {
      const before = came.get(address);
      if (before !== 0) extra += 1;
      if (before !== undefined) came.set(address, before + 1);
    }
    const one = async (sql: string): Promise<number> => (await this.db.one<{ n: number }>(sql))?.n ?? -1;
    return {
      people: came.size,
      missing: [...came.values()].filter((copies) => copies === 0).length,
      extra,
      messageIds: log.length,
      settledAfterMs: this.settledAfterMs,
      unsettled: await one(`select (select count(*) from mail_ledger where state <> 'sent')::int + (select count(*) from ladder_step where state <> 'sent')::int as n`),
      wrongBodies: await one(
        `select count(*)::int as n from conference_team ct left join digest_body b on b.organization_id = ct.organization_id
         where ct.status = 'attending' and (b.id is null or b.sections::text not like '%only for ' || ct.organization_id || '%' or b.sections::text like '%only for ' || (
           select max(other.organization_id::text) from conference_team other where other.organization_id <> ct.organization_id) || '%')`,
      ),
      killed: this.killed,
      missed: this.missed,
    };
  }

  async close(): Promise<void> {
    await this.app.close();
    if (this.db.source.isInitialized) await this.db.source.destroy();
    this.sink.signal('SIGKILL');
    await this.sink.died;
  }
}

async function convene(app: INestApplicationContext, db: Database, people: number): Promise<string> {
  const [conferences, ladders] = [app.get(Conferences), app.get(Ladders)];
  const teams = people / SEATS.length;
  const id = await conferences.insert({ title: 'A conference for the faults', city: 'Springfield', state: 'IL', zone: 'America/Chicago', theme: null, summary: null, starts: '2097-03-04T09:00', ends: '2097-03-05T15:00' });
  await db.query(`update conference set starts_at = now() - interval '2 days', ends_at = now() + interval '1 hour' where id = $1`, [id]);
  for (const [who, status] of [['came', 'attending'], ['away', 'invited']] as const) {
    await db.query(
      `with team as (insert into organization (id, kind, slug, name) select gen_random_uuid(), 'district', $1 || n, initcap($1) || ' district ' || n from generate_series(1, $2::int) n returning id, slug),
       chair as (select team.id as team, team.slug, role, gen_random_uuid() as person from team cross join unnest($3::text[]) role),
       seated as (insert into account (id, email, name) select person, slug || '-' || replace(role, '_', '-') || '@faults.example', role from chair returning id),
       invited as (insert into conference_team (conference_id, organization_id, status) select $4, id, $5 from team returning organization_id)
       insert into seat (id, organization_id, role, account_id) select gen_random_uuid(), team, role, person from chair`,
      [who, teams, SEATS, id, status],
    );
  }
  // Something for everybody, and something that only one district may read, in each digest.
  await db.query(`insert into conference_material (id, conference_id, title, link, audience) values ($1, $2::uuid, 'The program', 'https://faults.example/program', 'conference:' || $2::text)`, [newId(), id]);
  await db.query(
    `insert into conference_material (id, conference_id, title, link, audience)
     select gen_random_uuid(), conference_id, 'only for ' || organization_id, 'https://faults.example/' || organization_id, 'team:' || organization_id from conference_team where conference_id = $1`,
    [id],
  );
  await ladders.enter({ id: newId(), conferenceId: id, kind: 'digest', audience: 'attended', afterEnd: '0 minutes', fromOrganizationId: null, fromName: null, fromTitle: null, subject: null, body: null, plannedBy: null });
  return id;
}
