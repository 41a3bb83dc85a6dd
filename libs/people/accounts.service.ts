import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict } from '@app/platform/graphql';
import { shut } from '@app/platform/search';
import { Account, type FindableBy } from './account.entity.js';
import { AddressChanged, PersonChanged } from './people.events.js';
import { Sessions } from './sessions.service.js';
import type { Viewer } from './viewer.js';

/** The people themselves: who exists, by which address. */
@Injectable()
export class Accounts {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly sessions: Sessions,
  ) {}

  async byIds(ids: readonly string[]): Promise<Account[]> {
    return this.db.rowsOf(Account, 'where t.id = any($1::uuid[])', [ids]);
  }

  find(id: string): Promise<Account | null> {
    return this.db.of(Account).findOneBy({ id });
  }

  findByEmail(email: string): Promise<Account | null> {
    return this.db.of(Account).findOneBy({ email: email.toLowerCase() });
  }

  /** Makes the account of an address, or answers the one it has. Safe to call twice at once. */
  async ensure(person: { email: string; name: string; invented?: boolean }): Promise<Account> {
    const email = person.email.toLowerCase();
    await this.db.query(`insert into account (id, email, name, invented) values ($1, $2, $3, $4) on conflict (email) do nothing`, [
      newId(),
      email,
      person.name,
      person.invented ?? false,
    ]);
    return this.db.of(Account).findOneByOrFail({ email });
  }

  /** Those who run this installation, who get mail when something waits for them. */
  stewards(): Promise<Account[]> {
    return this.db.of(Account).find({ where: { isSteward: true }, order: { createdAt: 'ASC', id: 'ASC' }, take: 100 });
  }

  async makeSteward(accountId: string): Promise<void> {
    await this.db.query(`update account set is_steward = true where id = $1`, [accountId]);
  }

  async rename(viewer: Viewer, name: string): Promise<Account> {
    return this.change(viewer, { name });
  }

  /** Says who finds them by the search, from this moment on. */
  async setFindableBy(viewer: Viewer, findableBy: FindableBy): Promise<Account> {
    return this.change(viewer, { findableBy });
  }

  private change(viewer: Viewer, changed: Partial<Pick<Account, 'name' | 'findableBy'>>): Promise<Account> {
    return this.db.transaction(async () => {
      await this.db.of(Account).update({ id: viewer.accountId }, changed);
      await shut(this.db, 'person', [viewer.accountId]);
      await this.events.publish(PersonChanged, { accountId: viewer.accountId });
      return this.db.of(Account).findOneByOrFail({ id: viewer.accountId });
    });
  }

  /** Moves a person to a confirmed address and signs out their other browsers. */
  async changeAddress(viewer: Viewer, address: string): Promise<Account> {
    return this.db.transaction(async () => {
      const taken = await this.findByEmail(address);
      if (taken && taken.id !== viewer.accountId) throw new Conflict('This address belongs to another account. Sign in with it instead.');
      await this.db.query(`update account set email = $2 where id = $1`, [viewer.accountId, address]);
      await this.sessions.endAll(viewer.accountId, viewer.sessionId);
      await this.events.publish(AddressChanged, { accountId: viewer.accountId });
      return this.db.of(Account).findOneByOrFail({ id: viewer.accountId });
    });
  }

  /** The demo's cast, who sign in by one click there and nowhere else. */
  cast(): Promise<Account[]> {
    return this.db.of(Account).find({ where: { invented: true }, order: { createdAt: 'ASC', id: 'ASC' }, take: 100 });
  }
}
