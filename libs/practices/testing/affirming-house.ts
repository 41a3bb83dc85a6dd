import { Organizations, type SeatRole } from '@app/organizations';
import { anOrganization } from '@app/organizations/testing';
import { signs } from '@app/signatures/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../../test/setup/house.js';
import { aPractice } from './index.js';

export const RECORD =
  '... on Practice { id slug title state standing affirmedAt dueAt lapsedAt lapseReason endYear acts { standing { id state } open { id state text seats { id } } } approvals { organizationName isMine } history { what reason organizationName actId } viewerCan { edit withdraw affirm lapse approve } }';

/** A district with its three, another one, and two co-sponsors: for tests of records that are vouched for. */
export class AffirmingHouse {
  house!: TestHouse;
  district!: string;
  dana!: Actor;
  luis!: Actor;
  ana!: Actor;
  staff!: Actor;
  observer!: Actor;
  stranger!: Actor;
  nora!: Actor;
  marcus!: Actor;
  watcher!: Actor;
  foundation!: Actor;

  static async open(env: Record<string, string> = {}): Promise<AffirmingHouse> {
    const at = new AffirmingHouse();
    at.house = await openHouse(env);
    const district = await anOrganization(at.house.get, { name: 'Maple Hollow', slug: 'maple-hollow-test', laborWord: 'union' });
    const other = await anOrganization(at.house.get, { name: 'Elsewhere', slug: 'elsewhere-test' });
    const [forum, alliance, fund] = [
      await anOrganization(at.house.get, { name: 'A Forum', slug: 'forum-test', kind: 'co_sponsor' }),
      await anOrganization(at.house.get, { name: 'An Alliance', slug: 'alliance-test', kind: 'co_sponsor' }),
      await anOrganization(at.house.get, { name: 'A Fund', slug: 'fund-test', kind: 'foundation' }),
    ];
    at.district = district.id;
    const seated = async (name: string, role: SeatRole, organizationId: string): Promise<Actor> => {
      const actor = await at.house.as(`${name.split(' ')[0]?.toLowerCase()}@affirm.example`, name);
      await at.house.get(Organizations).seat(organizationId, role, actor.accountId ?? '');
      return actor;
    };
    at.dana = await seated('Dana Whitfield', 'superintendent', district.id);
    at.luis = await seated('Luis Ortega', 'board_president', district.id);
    at.ana = await seated('Ana Brandt', 'labor_leader', district.id);
    at.staff = await seated('Ines Calloway', 'staff', district.id);
    at.observer = await seated('Frank Deluca', 'observer', district.id);
    at.stranger = await seated('Otto Grimm', 'superintendent', other.id);
    at.nora = await seated('Nora Hale', 'representative', forum.id);
    at.marcus = await seated('Marcus Dell', 'representative', alliance.id);
    at.watcher = await seated('Wanda Ives', 'observer', forum.id);
    at.foundation = await seated('Faye Moss', 'representative', fund.id);
    return at;
  }

  /** All mail is out, none is kept, and nobody has tried too often. */
  async fresh(): Promise<void> {
    await this.house.settle();
    await this.house.db.query(`delete from attempt`);
    this.house.mails.length = 0;
  }

  get three(): Actor[] {
    return [this.dana, this.luis, this.ana];
  }

  /** A practice of the district, told by its superintendent. */
  shared(changes: Record<string, unknown> = {}): Promise<Loose> {
    return this.dana.act('sharePractice', aPractice(changes), RECORD);
  }

  async read(actor: Actor, slug: string): Promise<Loose> {
    return (await actor.query(`query($slug: String!) { practice(slug: $slug) { __typename ${RECORD} } }`, { slug })).practice;
  }

  async signedBy(actId: string, ...actors: Actor[]): Promise<void> {
    for (const actor of actors) await signs(this.house, actor.accountId ?? '', actId);
  }

  /** Asks the three and has them sign. */
  async affirmed(changes: Record<string, unknown> = {}): Promise<Loose> {
    const practice = await this.shared(changes);
    return this.affirm(practice);
  }

  async affirm(practice: Loose): Promise<Loose> {
    const asked = await this.dana.act('askToAffirm', { practiceId: practice.id }, RECORD);
    await this.signedBy(asked.acts.open.id, ...this.three);
    return this.read(this.dana, practice.slug);
  }

  /** As if everything about its affirmation had happened so many days earlier. */
  async daysLater(practiceId: string, days: number): Promise<void> {
    await this.house.db.query(`update practice set affirmed_at = affirmed_at - make_interval(days => $2) where id = $1`, [practiceId, days]);
  }
}
