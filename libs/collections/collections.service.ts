import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed, type Page, type PageArgs } from '@app/platform/graphql';
import { noteGone } from '@app/platform/open';
import { leavesOut, shut } from '@app/platform/search';
import type { Viewer } from '@app/people';
import { needVoice, seatsOf, speaks } from '@app/organizations';
import { Conferences, sponsoringSeat } from '@app/conferences';
import { audiencesFor, ResourceReads } from '@app/resources';
import { CollectionChanged, CollectionOpened, CollectionRemoved } from './collections.events.js';
import { type CollectionLine, CollectionReads, type CollectionsWish, type CollectionView } from './collections.queries.js';
import { ITEMS_MAX } from './contract/limits.js';
import { slugOf } from './naming.js';

export interface CollectionWords {
  title: string;
  summary: string;
  audience: string;
}

/** Shelves of the library: begun, filled, put in order, taken away. */
@Injectable()
export class Collections {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly reads: CollectionReads,
    private readonly resources: ResourceReads,
    private readonly conferences: Conferences,
  ) {}

  page(viewer: Viewer | null, wish: CollectionsWish, page: PageArgs): Promise<Page<CollectionLine>> {
    return this.reads.page(viewer, wish, page, seatsOf(viewer).filter((seat) => speaks(seat.role)).map((seat) => seat.organizationId));
  }

  async open(viewer: Viewer, given: CollectionWords & { organizationId?: string | null; conferenceId?: string | null }): Promise<CollectionView> {
    const teams = given.audience.startsWith('team:') ? given.audience.slice('team:'.length) : null;
    const seat = given.conferenceId ? await this.sponsorSeat(viewer, given.conferenceId) : needVoice(viewer, given.organizationId ?? teams);
    needAudience(viewer, given.audience, seat.organizationId, given.conferenceId ?? null);
    return this.db.transaction(async () => {
      const id = await this.enter({ ...given, organizationId: seat.organizationId, authorId: viewer.accountId });
      return this.need(viewer, id);
    });
  }

  private async sponsorSeat(viewer: Viewer, conferenceId: string) {
    const seat = sponsoringSeat(viewer, await this.conferences.need(viewer, conferenceId));
    if (!seat) throw new NotAllowed('Only the organizations behind a conference begin its collection.');
    return seat;
  }

  /** Begins a collection for somebody of whom it is known that they may; answers its id. */
  async enter(given: CollectionWords & { organizationId: string; conferenceId?: string | null; authorId: string; at?: Date }): Promise<string> {
    return this.db.transaction(async () => {
      const id = newId();
      const begun = await this.db.one(
        `insert into collection (id, slug, organization_id, conference_id, title, summary, audience, author_id, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
         on conflict (conference_id) do nothing returning id`,
        [id, slugOf(given.title, id), given.organizationId, given.conferenceId ?? null, given.title, given.summary, given.audience, given.authorId, given.at ?? new Date()],
      );
      if (!begun) throw new Conflict('This conference has a collection already. Add to that one.');
      await this.events.publish(CollectionOpened, { collectionId: id, organizationId: given.organizationId });
      return id;
    });
  }

  edit(viewer: Viewer, id: string, given: CollectionWords): Promise<CollectionView> {
    return this.change(viewer, id, async (before) => {
      if (given.audience !== before.audience) needAudience(viewer, given.audience, before.owner.id, before.conference?.id ?? null);
      await this.db.query(`update collection set title = $2, summary = $3, audience = $4 where id = $1`, [id, given.title, given.summary, given.audience]);
      if (leavesOut(before.audience, given.audience)) await shut(this.db, 'collection', [id]);
    });
  }

  /** Takes the shelf away; what stood on it stays in the library. */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const { audience, slug } = await this.needKept(viewer, id);
      if (audience === 'public') await noteGone(this.db, `/collections/${slug}`);
      await this.db.query(`delete from collection where id = $1`, [id]);
      await shut(this.db, 'collection', [id]);
      await this.events.publish(CollectionRemoved, { collectionId: id });
    });
  }

  /** Puts something at the end; only what whoever adds it may read. Twice is once. */
  add(viewer: Viewer, id: string, resourceId: string, note: string): Promise<CollectionView> {
    return this.change(viewer, id, async () => {
      const resource = await this.resources.find(viewer, resourceId);
      if (!resource || resource.hidden) throw new Invalid({ resourceId: 'There is no such resource that you may read. Copy the address of its page in the library.' });
      await this.put(id, resourceId, note, viewer.accountId);
    });
  }

  /** As {@link add} for what is known to be there. */
  async put(id: string, resourceId: string, note: string, accountId: string, at = new Date()): Promise<void> {
    const count = await this.db.one<{ n: number; last: number }>(`select count(*)::int as n, coalesce(max(place), 0) as last from collection_item where collection_id = $1`, [id]);
    if ((count?.n ?? 0) >= ITEMS_MAX) throw new Conflict(`A collection holds at most ${ITEMS_MAX} things. Begin a second one.`);
    await this.db.query(
      `insert into collection_item (id, collection_id, resource_id, place, note, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (collection_id, resource_id) do nothing`,
      [newId(), id, resourceId, (count?.last ?? 0) + 1, note, accountId, at],
    );
  }

  note(viewer: Viewer, itemId: string, note: string): Promise<CollectionView> {
    return this.changeItem(viewer, itemId, () => this.db.query(`update collection_item set note = $2 where id = $1`, [itemId, note]));
  }

  takeOut(viewer: Viewer, itemId: string): Promise<CollectionView> {
    return this.changeItem(viewer, itemId, () => this.db.query(`delete from collection_item where id = $1`, [itemId]));
  }

  /** Moves an item so that it stands right before another, or at the end. What its keeper may not read keeps its place among the rest. */
  move(viewer: Viewer, itemId: string, beforeId: string | null): Promise<CollectionView> {
    return this.changeItem(viewer, itemId, async (collectionId) => {
      const order = (await this.db.query<{ id: string }>(`select id from collection_item where collection_id = $1 order by place, id`, [collectionId])).map((row) => row.id).filter((one) => one !== itemId);
      const at = beforeId === null ? order.length : order.indexOf(beforeId);
      if (at < 0) throw new Invalid({ beforeId: 'This does not stand in the collection any more.' });
      order.splice(at, 0, itemId);
      await this.db.query(`update collection_item i set place = o.place from unnest($1::uuid[]) with ordinality as o (id, place) where i.id = o.id`, [order]);
    });
  }

  /** A steward takes it down, or puts it back with null; twice is once. */
  async setHidden(id: string, reason: string | null): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.query(`update collection set hidden_at = case when $2::text is null then null else coalesce(hidden_at, now()) end, hidden_reason = $2 where id = $1`, [id, reason]);
      if (reason !== null) await shut(this.db, 'collection', [id]);
      await this.events.publish(CollectionChanged, { collectionId: id });
    });
  }

  private changeItem(viewer: Viewer, itemId: string, work: (collectionId: string) => Promise<unknown>): Promise<CollectionView> {
    return this.db.transaction(async () => {
      const item = isId(itemId) ? await this.db.one<{ collection_id: string }>(`select collection_id from collection_item where id = $1`, [itemId]) : null;
      if (!item) throw new NotAllowed();
      return this.change(viewer, item.collection_id, async (before) => {
        // What its keeper may not read, they do not see, and so do not move.
        if (!before.items.some((one) => one.id === itemId)) throw new NotAllowed();
        await work(item.collection_id);
      });
    });
  }

  /** One change after the other, so that two who put the shelf in order do not undo each other. */
  private change(viewer: Viewer, id: string, work: (before: CollectionView) => Promise<unknown>): Promise<CollectionView> {
    return this.db.transaction(async () => {
      await this.db.query(`select from collection where id = $1 for update`, [id]);
      await work(await this.needKept(viewer, id));
      await this.db.query(`update collection set updated_at = now() where id = $1`, [id]);
      await this.events.publish(CollectionChanged, { collectionId: id });
      return this.need(viewer, id);
    });
  }

  private async need(viewer: Viewer, id: string): Promise<CollectionView> {
    const found = await this.reads.byId(viewer, id);
    if (!found) throw new NotAllowed();
    return found;
  }

  private async needKept(viewer: Viewer, id: string): Promise<CollectionView> {
    const found = await this.need(viewer, id);
    if (!found.viewerCan.keep) throw new NotAllowed();
    return found;
  }
}

/** Only who is among its readers may choose them; a team's own shelf is the team's. */
function needAudience(viewer: Viewer, audience: string, organizationId: string, conferenceId: string | null): void {
  if (!audiencesFor(viewer).includes(audience)) throw new Invalid({ audience: 'Choose who may read it from the list.' });
  if (audience.startsWith('team:') && (conferenceId || audience !== `team:${organizationId}`)) throw new Invalid({ audience: conferenceId ? 'A conference’s collection is for more than one team.' : 'This belongs to another team of yours.' });
}
