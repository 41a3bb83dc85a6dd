import { Database, isId } from '@app/platform/database';

export interface MailboxEntry {
  id: string;
  to: string;
  subject: string;
  at: Date;
}

export interface MailboxLetter extends MailboxEntry {
  /** To be shown in a sandboxed frame: it is a document of its own. */
  html: string;
  text: string;
  headers: Record<string, string>;
}

/** The demo's mailbox page: the mail that invented people got. Empty wherever mail is really sent. */
export class Mailbox {
  constructor(
    private readonly db: Database,
    /** Whether this Accord keeps its mail here. Nothing is ever shown where it does not. */
    readonly open: boolean,
  ) {}

  /** The newest mails, to one address or to all; those older than `before` when that is given. */
  async list(address?: string | null, { first = 100, before = null }: { first?: number; before?: string | null } = {}): Promise<MailboxEntry[]> {
    if (!this.open) return [];
    return this.db.query<MailboxEntry>(
      `select id, "to", subject, at from mailbox_message where ($1::text is null or "to" = $1) and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [address?.trim().toLowerCase() ?? null, before, first],
    );
  }

  /** Who has mail, and how many; whoever got something last comes first. At most 200. */
  async addresses(): Promise<{ address: string; count: number }[]> {
    if (!this.open) return [];
    return this.db.query(`select "to" as address, count(*)::int as count from mailbox_message group by "to" order by max(at) desc, "to" limit 200`);
  }

  async find(id: string): Promise<MailboxLetter | null> {
    if (!this.open || !isId(id)) return null;
    return this.db.one<MailboxLetter>(`select id, "to", subject, at, html, text, headers from mailbox_message where id = $1`, [id]);
  }
}
