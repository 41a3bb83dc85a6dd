import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed, type Page } from '@app/platform/graphql';
import { leavesOut, shut } from '@app/platform/search';
import { keysOfViewer, type Viewer } from '@app/people';
import { Organizations, seatsOf } from '@app/organizations';
import { Proposals, Signatures } from '@app/signatures';
import { needPrinciple } from '@app/framework';
import { unitInUse } from './contract/figures.js';
import { Idea } from './idea.entity.js';
import { type Instrument, type Outcome, type Pathway, Practice, type Threshold } from './practice.entity.js';
import { PracticeChanged, PracticeShared, PracticeWithdrawn } from './practices.events.js';
import { type LabelInUse, labelsInUse, listPractices, type PracticeFilter } from './practices.list.js';
import { canChange, canContinue, canRead, canWithdraw, sharingSeats } from './practices.policy.js';
import { approvalsOf, type ApprovalRow, type GridColumn, type Grid, type MomentRow, momentsOf, readGrid } from './practices.queries.js';
import { isSameRecord } from './record-text.js';
import { recordMoment, signedEver } from './moments.js';

/** What a district writes about a practice of its own. */
export interface PracticeWords {
  principle: number;
  title: string;
  summary: string;
  story: string;
  instrument?: Instrument | null | undefined;
  startYear?: number | null | undefined;
  expandedYear?: number | null | undefined;
  endYear?: number | null | undefined;
  pilot?: boolean | null | undefined;
  pathway?: Pathway | null | undefined;
  thresholds?: readonly Threshold[] | null | undefined;
  cost?: string | null | undefined;
  timeNeeded?: string | null | undefined;
  whatFailed?: string | null | undefined;
  funder?: string | null | undefined;
  consultant?: string | null | undefined;
  outcomes?: readonly Outcome[] | null | undefined;
  audience: 'public' | 'members';
}

/** The kind of subject under which practices are signed; its id is the practice's. */
export const PRACTICE = 'practice';

const WAITS = 'This waits for the signatures of your seats. Take the text back on its page first, or wait until all have signed.';

/** What districts do under each principle: the record of 2011, and what teams have shared since. */
@Injectable()
export class Practices {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly organizations: Organizations,
    private readonly signatures: Signatures,
    private readonly proposals: Proposals,
  ) {}

  /** Null when it is not there, or not for this reader. */
  async findBySlug(viewer: Viewer | null, slug: string): Promise<Practice | null> {
    const practice = await this.db.of(Practice).findOneBy({ slug });
    return practice && canRead(viewer, practice) ? practice : null;
  }

  /** As {@link findBySlug}, by id. */
  async find(viewer: Viewer | null, id: string): Promise<Practice | null> {
    const practice = await this.db.of(Practice).findOneBy({ id });
    return practice && canRead(viewer, practice) ? practice : null;
  }

  /** Its page, whoever asks: who may read an act on it may be told. */
  async pathOf(id: string): Promise<string | null> {
    const practice = await this.db.of(Practice).findOneBy({ id });
    return practice && !practice.withdrawnAt ? `/practices/${practice.slug}` : null;
  }

  list(viewer: Viewer | null, filter: PracticeFilter, first: number, after?: string | null): Promise<Page<Practice>> {
    if (filter.principle != null) needPrinciple(filter.principle);
    return listPractices(this.db, keysOfViewer(viewer), filter, first, after);
  }

  async grid(viewer: Viewer | null): Promise<Omit<Grid, 'columns'> & { columns: (GridColumn & { canShare: boolean })[] }> {
    const mine = seatsOf(viewer).filter((seat) => seat.kind === 'district').map((seat) => seat.organizationId);
    const sharing = new Set(sharingSeats(viewer).map((seat) => seat.organizationId));
    const grid = await readGrid(this.db, keysOfViewer(viewer), mine);
    return { ...grid, columns: grid.columns.map((column) => ({ ...column, canShare: sharing.has(column.districtId) })) };
  }

  /** The kinds of figures that practices have, for asking for them. */
  labels(viewer: Viewer | null): Promise<LabelInUse[]> {
    return labelsInUse(this.db, keysOfViewer(viewer));
  }

  /** Who has approved a practice as it is; for whoever may read it. */
  approvalsOf(id: string): Promise<ApprovalRow[]> {
    return approvalsOf(this.db, id);
  }

  /** What became of a practice, the latest first, for whoever may read it; each with what was signed then, if that is for them as well. */
  async momentsOf(viewer: Viewer | null, id: string): Promise<MomentRow[]> {
    const moments = await momentsOf(this.db, id);
    if (moments.every((moment) => moment.actId === null)) return moments;
    const acts = new Set((await this.signatures.ofSubject(viewer, PRACTICE, id)).map((act) => act.id));
    return moments.map((moment) => (moment.actId && !acts.has(moment.actId) ? { ...moment, actId: null } : moment));
  }

  /** Whether the seats of its district have ever signed it. */
  signedEver(id: string): Promise<boolean> {
    return signedEver(this.db, id);
  }

  /** The ideas without a district under these principles, in their order. */
  ideasUnder(principles: readonly number[]): Promise<Idea[]> {
    return this.db.of(Idea).find({ where: { principle: In([...principles]) }, order: { principle: 'ASC', position: 'ASC' } });
  }

  /** The record of 2011 that a practice goes on from; null where there is none for this reader. */
  async continuedFrom(viewer: Viewer | null, { continuesId }: Practice): Promise<Practice | null> {
    return continuesId ? this.find(viewer, continuesId) : null;
  }

  /** What its district says today of a record of 2011; null where it has said nothing that is for this reader. */
  async continuedBy(viewer: Viewer | null, { id, status }: Practice): Promise<Practice | null> {
    const practice = status === 'recorded' ? await this.db.of(Practice).findOneBy({ continuesId: id, withdrawnAt: IsNull() }) : null;
    return practice && canRead(viewer, practice) ? practice : null;
  }

  /** Adds something to the record, for the district that the viewer speaks for; with `continuesId` it goes on from what was recorded of that district in 2011. */
  async share(viewer: Viewer, words: PracticeWords, { districtId, continuesId }: { districtId?: string | null | undefined; continuesId?: string | null | undefined } = {}): Promise<Practice> {
    return this.db.transaction(async () => {
      const recorded = continuesId ? await this.toContinue(viewer, continuesId) : null;
      const wanted = recorded?.organizationId ?? districtId;
      const seats = sharingSeats(viewer);
      const seat = wanted ? seats.find((held) => held.organizationId === wanted) : seats[0];
      if (!seat) throw new NotAllowed('Only somebody who speaks for a district may share what it does.');
      const id = newId();
      const practice = await this.db.of(Practice).save({
        ...factsOf(words),
        id,
        slug: await this.freeSlug(seat.organizationId, words.title, id),
        organizationId: seat.organizationId,
        names: [],
        status: 'shared',
        stage: 'told',
        affirmedAt: null,
        affirmedActId: null,
        askedAt: null,
        lapsedAt: null,
        lapseCause: null,
        lapseReason: null,
        factLines: null,
        asOf: null,
        sourceFile: null,
        sourceLines: null,
        continuesId: recorded?.id ?? null,
        authorId: viewer.accountId,
        sharedAt: new Date(),
        changedAt: null,
        withdrawnAt: null,
        hiddenAt: null,
        hiddenReason: null,
      });
      await this.events.publish(PracticeShared, { practiceId: id, organizationId: seat.organizationId, principle: words.principle });
      return practice;
    });
  }

  /**
   * Gives a shared practice new words; the district speaks, so any of its seats may. What its seats had signed they have then
   * signed no more: it is told again, or still lapsed, until they sign the new words and a sponsor approves those.
   */
  async edit(viewer: Viewer, id: string, words: PracticeWords): Promise<Practice> {
    return this.db.transaction(async () => {
      const practice = await this.mine(viewer, id);
      await this.refuseWhileOpen(viewer, id);
      const facts = factsOf(words, practice.affirmedAt ? practice.thresholds : []);
      const unsigned = practice.affirmedAt !== null && !isSameRecord(practice, facts);
      const stage = unsigned && practice.stage !== 'lapsed' ? 'told' : practice.stage;
      const changed = await this.db.of(Practice).save({ ...practice, ...facts, stage, changedAt: new Date(), ...(unsigned ? { affirmedAt: null, affirmedActId: null } : {}) });
      if (unsigned) {
        await this.db.query(`delete from practice_approval where practice_id = $1`, [id]);
        await recordMoment(this.db, { practiceId: id, what: 'changed', organizationId: practice.organizationId });
      }
      if (practice.audience !== words.audience && !practice.hiddenAt) await this.proposals.readBy({ kind: PRACTICE, id }, words.audience);
      if (leavesOut(practice.audience, words.audience)) await shut(this.db, PRACTICE, [id]);
      await this.events.publish(PracticeChanged, { practiceId: id });
      return changed;
    });
  }

  /** Takes a shared practice back; it is then gone for everybody. What the seats have signed once is not deleted: it can lapse. */
  async withdraw(viewer: Viewer, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const practice = await this.mine(viewer, id);
      if (!canWithdraw(viewer, practice, await signedEver(this.db, id))) throw new Conflict('Your seats have signed this once, so it stays on record. Say instead that you do it no more.');
      await this.refuseWhileOpen(viewer, id);
      await this.db.of(Practice).update({ id }, { withdrawnAt: new Date() });
      await shut(this.db, PRACTICE, [id]);
      await this.events.publish(PracticeWithdrawn, { practiceId: id, organizationId: practice.organizationId });
    });
  }

  /** Hides it from everybody but its author, or shows it again when `reason` is null. Twice is once. */
  async hide(id: string, reason: string | null): Promise<void> {
    await this.db.transaction(async () => {
      const touched = await this.db.query(
        `update practice set hidden_at = case when $2::text is null then null else now() end, hidden_reason = $2 where id = $1 and hidden_reason is distinct from $2 returning id`,
        [id, reason],
      );
      if (touched.length === 0) return;
      const { audience, organizationId } = await this.db.of(Practice).findOneByOrFail({ id });
      await this.proposals.readBy({ kind: PRACTICE, id }, reason === null ? audience : `team:${organizationId}`);
      if (reason !== null) await shut(this.db, PRACTICE, [id]);
      await this.events.publish(PracticeChanged, { practiceId: id });
    });
  }

  /** The record that is to be gone on from, locked; absent and of another district look the same. */
  private async toContinue(viewer: Viewer, id: string): Promise<Practice> {
    const recorded = await this.db.of(Practice).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!recorded || !canContinue(viewer, recorded)) throw new NotAllowed();
    if (await this.db.of(Practice).existsBy({ continuesId: id, withdrawnAt: IsNull() })) throw new Conflict('Your district has said already what has become of this. Look at its page.');
    return recorded;
  }

  /** What waits for signatures stays as it is: nobody signs another text than they read. */
  private async refuseWhileOpen(viewer: Viewer, id: string): Promise<void> {
    const acts = await this.signatures.ofSubject(viewer, PRACTICE, id);
    if (acts.some((act) => act.state === 'open')) throw new Conflict(WAITS);
  }

  /** The practice, locked, if the viewer may change it; absent and forbidden look the same. */
  private async mine(viewer: Viewer, id: string): Promise<Practice> {
    const practice = await this.db.of(Practice).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!practice || !canChange(viewer, practice)) throw new NotAllowed();
    return practice;
  }

  private async freeSlug(organizationId: string, title: string, id: string): Promise<string> {
    const district = await this.organizations.find(organizationId);
    const words = `${district?.slug ?? ''} ${title}`.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 80).replace(/^-|-$/g, '');
    return (await this.db.of(Practice).existsBy({ slug: words })) ? `${words}-${id.slice(-6)}` : words;
  }
}

/** With `signed`, a unit that the seats have signed stays as it is: by another name the record would be one that nobody has signed. */
function factsOf({ principle, title, summary, story, audience, ...given }: PracticeWords, signed: readonly Threshold[] = []) {
  const latest = new Date().getUTCFullYear() + 1;
  const { startYear = null, expandedYear = null, endYear = null } = given;
  const faults: Record<string, string> = {};
  if (startYear !== null && startYear > latest) faults['startYear'] = `Give the year in which it began, ${latest} at the latest.`;
  if (expandedYear !== null && expandedYear < (startYear ?? expandedYear)) faults['expandedYear'] = 'It cannot have been carried further before it began.';
  if (endYear !== null && (endYear > latest || endYear < (startYear ?? endYear))) faults['endYear'] = `Give the year in which it ended: not before it began, and ${latest} at the latest.`;
  if (Object.keys(faults).length > 0) throw new Invalid(faults);
  const named = (unit: string): string => (signed.some((figure) => figure.unit === unit) ? unit : unitInUse(unit));
  return {
    principle, title, summary, story, audience, startYear, expandedYear, endYear,
    instrument: given.instrument ?? null,
    pilot: given.pilot ?? null,
    pathway: given.pathway ?? null,
    thresholds: (given.thresholds ?? []).map(({ label, comparison, value, unit, note }) => ({ label, comparison, value, unit: named(unit), note: note || null })),
    cost: given.cost || null,
    timeNeeded: given.timeNeeded || null,
    whatFailed: given.whatFailed || null,
    funder: given.funder || null,
    consultant: given.consultant || null,
    outcomes: (given.outcomes ?? []).map(({ text, source, year }) => ({ text, source, year })),
  };
}
