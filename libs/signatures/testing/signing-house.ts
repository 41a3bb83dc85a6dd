import { Accounts, Confirmations } from '@app/people';
import { Organizations, type SeatRole } from '@app/organizations';
import { anOrganization } from '@app/organizations/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../../test/setup/house.js';
import { actSubjects } from '../subject.js';
import { anAct } from './index.js';

export const ACT =
  '... on JointAct { id state version textHash title closeReason closerName viewerCan { retract remind } seats { id words holders { name } signature { name title organizationName textHash holderChanged } withdrawn { name withdrawerName withdrawalReason } viewerCan { sign withdraw } } }';

/** A house with one district whose three seats sign, and everybody around it who does not. */
export class SigningHouse {
  /** What the feature whose acts these are was told. */
  readonly told: string[] = [];
  house: TestHouse;
  maple: string;
  dana: Actor;
  luis: Actor;
  ana: Actor;
  staff: Actor;
  observer: Actor;
  steward: Actor;
  stranger: Actor;

  static async open(env: Record<string, string> = {}): Promise<SigningHouse> {
    const opened = new SigningHouse();
    const subject = actSubjects.with({
      kind: 'test',
      pathOf: async () => '/a-page',
      completed: async (_get, act) => void opened.told.push(`completed ${act.actId}`),
      ended: async (_get, act) => void opened.told.push(`ended ${act.actId}`),
    });
    opened.house = await openHouse(env, { also: [{ name: 'a feature with joint acts', contributes: [subject] }] });
    const [district, other] = [await anOrganization(opened.house.get, { name: 'Maple Hollow', laborWord: 'union' }), await anOrganization(opened.house.get, { name: 'Elsewhere' })];
    opened.maple = district.id;
    opened.dana = await opened.seated('Dana Whitfield', 'superintendent');
    opened.luis = await opened.seated('Luis Ortega', 'board_president');
    opened.ana = await opened.seated('Ana Brandt', 'labor_leader', district.id, 'Federation President');
    opened.staff = await opened.seated('Ines Calloway', 'staff');
    opened.observer = await opened.seated('Frank Deluca', 'observer');
    opened.stranger = await opened.seated('Otto Grimm', 'superintendent', other.id);
    opened.steward = await opened.house.as('sam@sign.example', 'Sam Rivera');
    await opened.house.get(Accounts).makeSteward(opened.steward.accountId ?? '');
    return opened;
  }

  async seated(name: string, role: SeatRole, organizationId = this.maple, title?: string): Promise<Actor> {
    const actor = await this.house.as(`${name.split(' ')[0]?.toLowerCase()}@sign.example`, name);
    await this.house.get(Organizations).seat(organizationId, role, actor.accountId ?? '', title);
    return actor;
  }

  /** As on the first day: no acts, no mail, nothing counted. */
  async clear(): Promise<void> {
    await this.house.settle();
    for (const table of ['joint_act', 'mail_ledger', 'attempt', 'outbox']) await this.house.db.query(`delete from ${table}`);
    this.forget();
  }

  forget(): void {
    [this.house.mails.length, this.house.said.length, this.told.length] = [0, 0, 0];
  }

  proposed(by: Actor = this.dana, more: Parameters<typeof anAct>[2] = {}): Promise<string> {
    return anAct(this.house, { accountId: by.accountId ?? '', organizationId: this.maple }, more);
  }

  async read(actor: Actor, id: string): Promise<Loose> {
    return (await actor.query(`query($id: ID!) { act: jointAct(id: $id) { __typename ${ACT} } }`, { id })).act;
  }

  async seatOf(id: string, words: string): Promise<Loose> {
    return (await this.read(this.dana, id)).seats.find((seat: Loose) => seat.words.startsWith(words));
  }

  async codeFor(actor: Actor, seatId: string): Promise<{ challengeId: string; code: string }> {
    const { challengeId } = await actor.act('requestSigningCode', { seatId }, '... on CodeSent { challengeId }');
    return { challengeId, code: this.house.get(Confirmations).codeOf(challengeId) };
  }

  /** Signs as a browser would; what a test gives instead goes out in its place. */
  async sign(actor: Actor, actId: string, words: string, name: string, instead: Record<string, unknown> = {}): Promise<Loose> {
    const [seat, act] = [await this.seatOf(actId, words), await this.read(this.dana, actId)];
    const code = 'challengeId' in instead ? {} : await this.codeFor(actor, seat.id);
    return actor.act('signJointAct', { seatId: seat.id, textHash: act.textHash, name, intent: true, ...code, ...instead }, ACT);
  }

  /** Who got which mail so far. */
  subjects(): string[] {
    return this.house.mails.map((mail) => `${mail.to.split('@')[0]}: ${mail.subject}`).sort();
  }

  /** The acts of which their completion was said, once for each time. */
  async completions(): Promise<string[]> {
    return (await this.house.db.query<{ id: string }>(`select payload->>'actId' as id from outbox where name = 'signatures.act-completed' order by id`)).map(({ id }) => id);
  }
}
