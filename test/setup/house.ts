import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@app/platform/config';
import { Database, newId } from '@app/platform/database';
import { LiveVoice, type LiveMessage, Relay } from '@app/platform/events';
import type { Feature, Get } from '@app/platform/feature';
import { openHouseDatabase } from '@app/platform/house';
import { JobQueue, JobRunner, type QueuedJob } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { type MailMessage, MailTransport, type Found } from '@app/platform/mail';
import { RemoteVoice } from '@app/platform/realtime';
import { Accounts, type Viewer, Sessions } from '@app/people';
import { type Api, createApi } from '../../apps/api/server.js';
import { features } from '../../libs/features.js';
import { freshDatabase } from './database.js';

/** What GraphQL answered: `data`, and `errors` where something was refused outright. */
export interface Answer {
  status: number;
  data: Record<string, never> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

// Tests read answers whose shape they have just asked for.
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

const PROBLEMS = '... on Problem { message } ... on Invalid { fields { field message } }';

/** Somebody who speaks to the API as a browser would: with a cookie, or without one as a visitor. */
export class Actor {
  constructor(
    private readonly address: string,
    readonly cookie: string | null,
    readonly accountId: string | null,
  ) {}

  async raw(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await this.http('POST', '/graphql', { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
    return { status: response.status, ...(JSON.parse(response.body) as Omit<Answer, 'status'>) };
  }

  /** Reads; throws with the server's words when it was refused. */
  async query(query: string, variables: Record<string, unknown> = {}): Promise<Loose> {
    const answer = await this.raw(query, variables);
    if (answer.errors?.length) throw new Error(answer.errors.map((error) => error.message).join('; '));
    return answer.data;
  }

  /** Does something: `ana.act('openThread', { title }, '... on Thread { id }')`. Answers the member of the result union. */
  async act(mutation: string, input: Record<string, unknown>, selection = ''): Promise<Loose> {
    const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
    const data = await this.query(`mutation($input: ${type}!) { result: ${mutation}(input: $input) { __typename ${PROBLEMS} ${selection} } }`, { input });
    return data.result;
  }

  /** Plain HTTP, for what is not GraphQL. Redirects are not followed. */
  async http(method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE', path: string, options: { headers?: Record<string, string>; body?: string | Uint8Array } = {}): Promise<HttpAnswer> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...options.headers },
      ...(options.body === undefined ? {} : { body: options.body as string }),
    });
    const raw = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: raw.toString('utf8'), raw };
  }
}

export interface HttpAnswer {
  status: number;
  headers: Headers;
  body: string;
  raw: Buffer;
}

class ListQueue extends JobQueue {
  readonly waiting: QueuedJob[] = [];
  override async add(jobs: QueuedJob[]): Promise<void> {
    this.waiting.push(...jobs);
  }
}

class ListVoice extends LiveVoice {
  readonly said: LiveMessage[] = [];
  constructor(private readonly aloud: LiveVoice | null) {
    super();
  }
  override say(message: LiveMessage): void {
    this.said.push(message);
    this.aloud?.say(message);
  }
}

class ListTransport extends MailTransport {
  readonly sent: MailMessage[] = [];
  override async send(message: MailMessage): Promise<{ accepted: string }> {
    this.sent.push(message);
    return { accepted: message.messageId };
  }
  override async find(messageId: string): Promise<Found> {
    return this.sent.some((mail) => mail.messageId === messageId) ? 'accepted' : 'unknown';
  }
}

/** The whole product on a database of its own, with mail and jobs in memory. */
export interface TestHouse {
  api: Api;
  /** Where it listens, such as http://127.0.0.1:43210. */
  address: string;
  db: Database;
  get: Get;
  /** Everything mailed so far, oldest first. */
  mails: MailMessage[];
  /** Every live message said so far. */
  said: LiveMessage[];
  visitor: Actor;
  /** Signs a person in, making their account when the address is new. */
  as(email: string, name?: string): Promise<Actor>;
  viewerOf(actor: Actor): Promise<Viewer>;
  /** Relays the outbox and runs jobs, mail among them, until nothing is left to do. */
  settle(): Promise<void>;
  /** The SQL statements that `work` sends, without their values: for counting, not for timing. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

/** What the spec file has opened and not closed. The environment closes what is left, last opened first: a spec that throws while it fills a house never gets to it, and an open house keeps Jest from ending. */
const left: (() => Promise<void>)[] = ((globalThis as { accordLeft?: (() => Promise<void>)[] }).accordLeft ??= []);

/** Opens a house for one spec file; `close` it in afterAll. With `realtime` it takes sockets, and live messages reach them through PostgreSQL. */
export async function openHouse(env: Record<string, string> = {}, { realtime = false, also = [] }: { realtime?: boolean; also?: readonly Feature[] } = {}): Promise<TestHouse> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  left.push(close);
  const fresh = await freshDatabase();
  ends.push(() => fresh.drop());
  const folder = await mkdtemp(join(tmpdir(), 'accord-house-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: fresh.url, ACCORD_DATA: folder, SECRET_KEY: 'a secret that is only good for tests, and for nothing else', DATABASE_POOL: '6', ...env });
  const furnished = [...features, ...also];
  const database = await openHouseDatabase(furnished, config);
  ends.push(async () => database.source.isInitialized && database.source.destroy());
  const remote = realtime ? new RemoteVoice(config, silentLog) : null;
  ends.push(async () => remote?.close());
  const [queue, voice, transport] = [new ListQueue(), new ListVoice(remote), new ListTransport()];
  const api = await createApi(furnished, { config, log: silentLog, database, queue, voice, instead: [{ provide: MailTransport, useValue: transport }] }, { realtime });
  ends.push(() => api.close());
  const { get } = api;
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const address = await api.app.getUrl();

  const as = async (email: string, name = email.split('@')[0] ?? email): Promise<Actor> => {
    const account = await get(Accounts).ensure({ email, name });
    const token = randomBytes(32).toString('base64url');
    await database.query(`insert into session (id, account_id, token_hash, browser, expires_at) values ($1, $2, $3, 'a test', now() + interval '1 day')`, [
      newId(),
      account.id,
      createHash('sha256').update(token).digest('hex'),
    ]);
    return new Actor(address, `${get(Sessions).cookieName}=${token}`, account.id);
  };

  const settle = async (): Promise<void> => {
    const [relay, runner] = [get(Relay), get(JobRunner)];
    for (let round = 0; round < 200; round++) {
      const relayed = await relay.relayOnce();
      const jobs = queue.waiting.splice(0);
      for (const job of jobs) await runner.run(job);
      // In the running product a schedule delivers what is due; here it is this line.
      const before = transport.sent.length;
      await runner.run({ name: 'mail.deliver', data: {} });
      if (relayed === 0 && jobs.length === 0 && transport.sent.length === before) return;
    }
    throw new Error('The house does not come to rest: something keeps causing events or jobs.');
  };

  return {
    api,
    address,
    db: database,
    get,
    mails: transport.sent,
    said: voice.said,
    visitor: new Actor(address, null, null),
    as,
    viewerOf: async (actor) => {
      const viewer = await get(Sessions).viewerOf({ headers: { cookie: actor.cookie ?? undefined } });
      if (!viewer) throw new Error('This actor is not signed in.');
      return viewer;
    },
    settle,
    statementsOf: async (work) => {
      const seen: string[] = [];
      // TypeORM tells its logger of every statement, whatever it then writes.
      const logger = database.source.logger as { logQuery: (sql: string) => void };
      const before = logger.logQuery;
      logger.logQuery = (sql) => void seen.push(sql.replace(/\s+/g, ' ').trim());
      try {
        await work();
      } finally {
        logger.logQuery = before;
      }
      return seen;
    },
    close,
  };
}
