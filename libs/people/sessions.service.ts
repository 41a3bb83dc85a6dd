import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Config } from '@app/platform/config';
import { Database, newId } from '@app/platform/database';
import { Events, LiveVoice } from '@app/platform/events';
import { Contributions } from '@app/platform/feature';
import { NotAllowed } from '@app/platform/graphql';
import { END_ROOM } from '@app/platform/realtime';
import { SessionEnded } from './people.events.js';
import { Session } from './session.entity.js';
import { keysFrom, type Viewer, type ViewerPart, viewerParts } from './viewer.js';

const LASTS_DAYS = 30;
/** How stale "last seen" may be; writing it on every request would cost a write a read. */
const SEEN_EVERY = '5 minutes';

interface ViewerRow {
  session_id: string;
  account_id: string;
  name: string;
  email: string;
  is_steward: boolean;
  stale: boolean;
  parts: Record<string, unknown>;
}

/** Something that carries cookies: a request, or the handshake of a socket. */
export interface CookieCarrier {
  headers: { cookie?: string | undefined };
}

/** Signed-in browsers: who is asking, and ending it at once. */
@Injectable()
export class Sessions {
  readonly cookieName: string;
  private readonly secure: boolean;
  private readonly parts: ViewerPart[];
  private readonly viewerSql: string;
  private readonly personSql: string;

  constructor(
    @Inject('CONFIG') config: Config,
    private readonly db: Database,
    private readonly events: Events,
    private readonly voice: LiveVoice,
    contributions: Contributions,
  ) {
    this.secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
    this.cookieName = this.secure ? '__Host-accord' : 'accord';
    this.parts = contributions.of(viewerParts);
    const parts = this.parts.map((part) => `'${part.name}', (${part.sql})`).join(', ');
    this.viewerSql = `
      select s.id as session_id, a.id as account_id, a.name, a.email, a.is_steward,
             s.seen_at < now() - interval '${SEEN_EVERY}' as stale, jsonb_build_object(${parts}) as parts
      from session s join account a on a.id = s.account_id
      where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()`;
    this.personSql = `
      select '' as session_id, a.id as account_id, a.name, a.email, a.is_steward, false as stale, jsonb_build_object(${parts}) as parts
      from account a where a.id = $1`;
  }

  /** Who carries this cookie; null for visitors and ended sessions. One statement, whatever the features add. */
  async viewerOf(carrier: CookieCarrier): Promise<Viewer | null> {
    const token = this.tokenIn(carrier.headers.cookie);
    if (!token) return null;
    const row = await this.db.preparedOne<ViewerRow>(this.viewerSql, [hashOf(token)]);
    if (!row) return null;
    if (row.stale) await this.db.query(`update session set seen_at = now() where id = $1`, [row.session_id]);
    return this.viewerFrom(row);
  }

  /** Somebody as the viewer they would be, without a session: for the demo's chapters and for jobs that act in a person's name. Null when there is no such account. */
  async viewerOfPerson(accountId: string): Promise<Viewer | null> {
    const row = await this.db.preparedOne<ViewerRow>(this.personSql, [accountId]);
    return row && this.viewerFrom(row);
  }

  private viewerFrom(row: ViewerRow): Viewer {
    return {
      accountId: row.account_id,
      sessionId: row.session_id,
      name: row.name,
      email: row.email,
      isSteward: row.is_steward,
      parts: row.parts,
      keys: keysFrom(this.parts, row.is_steward, row.parts),
    };
  }

  private tokenIn(header: string | undefined): string | null {
    for (const pair of header?.split(';') ?? []) {
      const [name, value] = pair.trim().split('=', 2);
      if (name === this.cookieName && value && /^[\w-]{43}$/.test(value)) return value;
    }
    return null;
  }

  /** Opens a session and hands its cookie to the browser. */
  async open(accountId: string, browser: string, reply: FastifyReply): Promise<Session> {
    const token = randomBytes(32).toString('base64url');
    const now = new Date();
    const session = await this.db.of(Session).save({
      id: newId(),
      accountId,
      tokenHash: hashOf(token),
      browser: browser.slice(0, 200),
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + LASTS_DAYS * 24 * 3600 * 1000),
      endedAt: null,
    });
    this.setCookie(reply, token, LASTS_DAYS * 24 * 3600);
    return session;
  }

  /** Ends the viewer's own session and takes the cookie back. */
  async close(viewer: Viewer, reply: FastifyReply): Promise<void> {
    await this.end(viewer, viewer.sessionId);
    this.setCookie(reply, '', 0);
  }

  private setCookie(reply: FastifyReply, value: string, maxAge: number): void {
    const flags = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAge}`, ...(this.secure ? ['Secure'] : [])];
    void reply.header('set-cookie', [`${this.cookieName}=${value}`, ...flags].join('; '));
  }

  /** My open sessions, newest first. */
  mine(viewer: Viewer): Promise<Session[]> {
    return this.db
      .of(Session)
      .createQueryBuilder('s')
      .where('s.account_id = :accountId and s.ended_at is null and s.expires_at > now()', { accountId: viewer.accountId })
      .orderBy('s.seen_at', 'DESC')
      .limit(100)
      .getMany();
  }

  /** Whether a person has used Accord since some moment, in any browser. "Seen" lags up to five minutes behind. */
  async seenSince(accountId: string, since: Date): Promise<boolean> {
    return (await this.db.one(`select 1 from session where account_id = $1 and seen_at > $2 limit 1`, [accountId, since])) !== null;
  }

  /** Ends one of the viewer's own sessions. */
  async end(viewer: Viewer, sessionId: string): Promise<void> {
    await this.db.transaction(async () => {
      const ended = await this.db.query<{ id: string }>(
        `update session set ended_at = now() where id = $1 and account_id = $2 and ended_at is null returning id`,
        [sessionId, viewer.accountId],
      );
      if (ended.length === 0) throw new NotAllowed();
      await this.ended([sessionId]);
    });
  }

  /** Ends every session of a person, save one if named: after a change of address, a suspension, or a loss. */
  async endAll(accountId: string, exceptSessionId: string | null = null): Promise<void> {
    await this.db.transaction(async () => {
      const ended = await this.db.query<{ id: string }>(
        `update session set ended_at = now() where account_id = $1 and ended_at is null and id is distinct from $2 returning id`,
        [accountId, exceptSessionId],
      );
      await this.ended(ended.map(({ id }) => id));
    });
  }

  /** Open pages are cut off from here at once, without waiting for the worker; its relay says it again, should this be lost. */
  private async ended(sessionIds: string[]): Promise<void> {
    await this.events.publishAll(SessionEnded, sessionIds.map((sessionId) => ({ sessionId })));
    this.db.afterCommit(() => {
      for (const id of sessionIds) this.voice.say({ room: `session:${id}`, kind: END_ROOM });
    });
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
