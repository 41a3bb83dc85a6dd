import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Mails } from '@app/platform/mail';
import { Accounts } from '@app/people';
import { JoinLeader, type JoinRequest, type JoinState } from './join-request.entity.js';
import { JoinAnswered, JoinRequested } from './joining.events.js';

/** Who hears what of a district that asks to join. */
@Injectable()
export class JoiningNotices {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly accounts: Accounts,
  ) {}

  /** A request was made: the stewards hear of it. */
  async requested(request: { id: string; organizationId: string; accountId: string }): Promise<void> {
    await this.events.publish(JoinRequested, { requestId: request.id, organizationId: request.organizationId });
    const stewards = (await this.accounts.stewards()).filter((steward) => steward.id !== request.accountId);
    await this.mails.sendAll(
      stewards.map((steward) => ({ to: { personId: steward.id, address: steward.email }, kind: 'organizations.join-waiting', edition: request.id, category: 'notice', data: { requestId: request.id } })),
    );
  }

  /** A leader was named: they are asked whether they want it too, once. */
  async named(leaderId: string, address: string): Promise<void> {
    await this.write(address, 'organizations.join-asked', leaderId, { leaderId });
  }

  /** The request stands elsewhere now. The asker hears of it, and of a last word everybody who said yes. */
  async answered(request: JoinRequest, state: JoinState, edition: string): Promise<void> {
    await this.events.publish(JoinAnswered, { requestId: request.id, organizationId: request.organizationId, state });
    if (state === 'waiting' || state === 'withdrawn') return;
    const leaders = await this.db.of(JoinLeader).findBy({ requestId: request.id, answer: 'wanted' });
    const asker = await this.accounts.find(request.accountId);
    const others = state === 'asked_back' ? [] : leaders.flatMap(({ email, role }) => (email && role !== request.role ? [email] : []));
    for (const address of [...(asker ? [asker.email] : []), ...others]) await this.write(address, `organizations.join-${state.replace('_', '-')}`, edition, { requestId: request.id });
  }

  private async write(address: string, kind: string, edition: string, data: Record<string, string>): Promise<void> {
    const account = await this.accounts.findByEmail(address);
    await this.mails.send({ to: { personId: account?.id ?? null, address }, kind, edition, category: 'notice', data });
  }
}
