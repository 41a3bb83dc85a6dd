import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/platform/config';
import { Database, isId } from '@app/platform/database';
import { keysOf, type Page, type PageArgs, pageOf } from '@app/platform/graphql';
import { Mailbox, type MailboxEntry } from '@app/platform/mail';
import { isDemo } from '@app/people';
import type { MailboxLetterType, MailboxOwner } from './mailbox.types.js';

/**
 * The page on which the demo's mail can be read. Mail holds codes and links that sign people in, so it is shown only
 * where everybody is invented: not wherever mail happens to be kept.
 */
@Injectable()
export class DemoMailbox {
  private readonly open: boolean;

  constructor(
    private readonly db: Database,
    private readonly mailbox: Mailbox,
    @Inject('CONFIG') config: Config,
  ) {
    this.open = isDemo(config);
  }

  async page(address: string | null, { first, after }: PageArgs): Promise<Page<MailboxEntry>> {
    const [before] = keysOf(after, 1) ?? [null];
    const rows = this.open ? await this.mailbox.list(address, { first: first + 1, before: isId(before) ? before : null }) : [];
    return pageOf(rows, first, (row) => [row.id]);
  }

  async find(id: string): Promise<MailboxLetterType | null> {
    const letter = this.open ? await this.mailbox.find(id) : null;
    return letter && { ...letter, headers: Object.entries(letter.headers).map(([name, value]) => ({ name, value })) };
  }

  async owners(): Promise<MailboxOwner[]> {
    if (!this.open) return [];
    const owners = await this.mailbox.addresses();
    const names = await this.db.query<{ email: string; name: string }>(`select email, name from account where email = any($1)`, [owners.map(({ address }) => address)]);
    const nameOf = new Map(names.map(({ email, name }) => [email, name]));
    return owners.map((owner) => ({ ...owner, name: nameOf.get(owner.address) ?? null }));
  }
}
