import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Invalid, NotAllowed, type Page } from '@app/platform/graphql';
import { keysOfViewer, type Viewer } from '@app/people';
import { Organizations, seatsOf } from '@app/organizations';
import { needPrinciple } from '@app/framework';
import { Idea } from './idea.entity.js';
import { type Instrument, Practice } from './practice.entity.js';
import { PracticeChanged, PracticeShared, PracticeWithdrawn } from './practices.events.js';
import { canChange, canRead, sharingSeats } from './practices.policy.js';
import { type GridColumn, type Grid, listPractices, type PracticeFilter, readGrid } from './practices.queries.js';

/** What a district writes about a practice of its own. */
export interface PracticeWords {
  principle: number;
  title: string;
  summary: string;
  story: string;
  instrument?: Instrument | null | undefined;
  startYear?: number | null | undefined;
  audience: 'public' | 'members';
}

/** What districts do under each principle: the record of 2011, and what teams have shared since. */
@Injectable()
export class Practices {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly organizations: Organizations,
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

  /** The ideas without a district under these principles, in their order. */
  ideasUnder(principles: readonly number[]): Promise<Idea[]> {
    return this.db.of(Idea).find({ where: { principle: In([...principles]) }, order: { principle: 'ASC', position: 'ASC' } });
  }

  /** Adds something to the record, for the district that the viewer speaks for. */
  async share(viewer: Viewer, words: PracticeWords, districtId?: string | null): Promise<Practice> {
    const seats = sharingSeats(viewer);
    const seat = districtId ? seats.find((held) => held.organizationId === districtId) : seats[0];
    if (!seat) throw new NotAllowed('Only somebody who speaks for a district may share what it does.');
    return this.db.transaction(async () => {
      const id = newId();
      const practice = await this.db.of(Practice).save({
        ...factsOf(words),
        id,
        slug: await this.freeSlug(seat.organizationId, words.title, id),
        organizationId: seat.organizationId,
        thresholds: [],
        names: [],
        funder: null,
        consultant: null,
        pilot: null,
        status: 'shared',
        asOf: null,
        sourceFile: null,
        sourceLines: null,
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

  /** Gives a shared practice new words; the district speaks, so any of its seats may. */
  async edit(viewer: Viewer, id: string, words: PracticeWords): Promise<Practice> {
    return this.db.transaction(async () => {
      const practice = await this.mine(viewer, id);
      const changed = await this.db.of(Practice).save({ ...practice, ...factsOf(words), changedAt: new Date() });
      await this.events.publish(PracticeChanged, { practiceId: id });
      return changed;
    });
  }

  /** Takes a shared practice back; it is then gone for everybody. */
  async withdraw(viewer: Viewer, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const practice = await this.mine(viewer, id);
      await this.db.of(Practice).update({ id }, { withdrawnAt: new Date() });
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
      if (touched.length > 0) await this.events.publish(PracticeChanged, { practiceId: id });
    });
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

function factsOf({ principle, title, summary, story, instrument, startYear, audience }: PracticeWords) {
  const latest = new Date().getUTCFullYear() + 1;
  if (startYear != null && startYear > latest) throw new Invalid({ startYear: `Give the year in which it began, ${latest} at the latest.` });
  return { principle, title, summary, story, instrument: instrument ?? null, startYear: startYear ?? null, audience };
}
