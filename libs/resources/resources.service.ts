import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Files } from '@app/platform/files';
import { Invalid, NotAllowed } from '@app/platform/graphql';
import { noteGone } from '@app/platform/open';
import { leavesOut } from '@app/platform/search';
import type { Viewer } from '@app/people';
import { easternToday, needVoice } from '@app/organizations';
import { Discussions } from '@app/discussions';
import { TAGS_MAX } from './contract/limits.js';
import { type Licence, usualLicence } from './contract/licences.js';
import { ResourceDoors } from './doors.service.js';
import { webAddress } from './link.js';
import { keepFormer, letOldFilesGo } from './former.js';
import { Links } from './links.service.js';
import { Resource, type ResourceForm } from './resource.entity.js';
import { ResourceChanged, ResourceFoundUseful, ResourcePosted, ResourceRemoved } from './resources.events.js';
import { audiencesFor, canEdit, canOwn, seatToPraise } from './resources.policy.js';
import { factsOf, ResourceReads, type ResourceView } from './resources.queries.js';

/** What somebody fills in: the thing itself by its form, what it is about, who may read it. */
export interface ResourceWords {
  title: string;
  summary: string;
  body?: string | null;
  url?: string | null;
  fileId?: string | null;
  /** What a picture shows; left out, what was said of the same file stays. */
  fileDescription?: string | null;
  audience: string;
  principles?: number[] | null;
  topics?: string[] | null;
  /** Left out, what was said before stays; of something new, what is usual for its form. */
  licence?: Licence | null;
  /** The day on which to ask whether it still holds; left out, it stays, null takes it away. */
  reviewOn?: string | null;
  /** What changed, in a line; kept only where the thing itself is another. */
  versionNote?: string | null;
}

export interface ResourceToPost extends ResourceWords {
  form: ResourceForm;
  organizationId?: string | null;
}

/** The library: sharing, changing, taking away, and saying what is of use. */
@Injectable()
export class Resources {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly files: Files,
    private readonly discussions: Discussions,
    private readonly reads: ResourceReads,
    private readonly links: Links,
    private readonly doors: ResourceDoors,
  ) {}

  async post(viewer: Viewer, given: ResourceToPost): Promise<ResourceView> {
    const seat = needVoice(viewer, given.organizationId ?? teamOf(given.audience));
    needAudience(viewer, given.audience, seat.organizationId);
    needDayToCome(given.reviewOn);
    const id = await this.postFor({ ...given, organizationId: seat.organizationId, authorId: viewer.accountId });
    return this.need(viewer, id);
  }

  /** Posts for somebody of whom it is known that they may; answers the id. */
  async postFor(given: ResourceToPost & { organizationId: string; authorId: string; at?: Date }): Promise<string> {
    const { form, organizationId, authorId, audience, title, summary } = given;
    return this.db.transaction(async () => {
      const [id, at] = [newId(), given.at ?? new Date()];
      const thing = thingOf(form, given);
      if (thing.fileId) await this.files.attach(authorId, thing.fileId, { kind: 'resource', id, chargedTo: organizationId });
      await this.describe(id, thing.fileId, given.fileDescription);
      await this.db.of(Resource).insert({
        id, form, title, summary, ...thing, organizationId, authorId, audience, ...tagsOf(given),
        licence: given.licence ?? usualLicence(form), reviewOn: given.reviewOn ?? null, version: 1, versionNote: null, versionedAt: at,
        hiddenAt: null, hiddenReason: null, createdAt: at, updatedAt: at,
      });
      if (thing.url) await this.links.set(id, thing.url);
      await this.events.publish(ResourcePosted, { resourceId: id, organizationId });
      return id;
    });
  }

  /** Changes what is given anew; its form and its team stay. Where the thing itself becomes another, the former version stays readable. */
  async edit(viewer: Viewer, id: string, given: ResourceWords): Promise<ResourceView> {
    return this.db.transaction(async () => {
      await this.lock(id);
      const before = await this.need(viewer, id);
      if (!canEdit(viewer, factsOf(before))) throw new NotAllowed();
      // Who reads it is for its team to say: a co-author changes words, not doors.
      if (given.audience !== before.audience && !before.viewerCan.own) throw new Invalid({ audience: `Only ${before.owner.name} decides who may read it.` });
      if (given.audience !== before.audience) needAudience(viewer, given.audience, before.owner.id);
      if (given.reviewOn !== before.reviewOn) needDayToCome(given.reviewOn);
      await this.rewrite(before, given, viewer.accountId);
      return this.need(viewer, id);
    });
  }

  /** As {@link edit} for somebody of whom it is known that they may. */
  async rewrite(before: ResourceView, given: ResourceWords, accountId: string, at = new Date()): Promise<void> {
    const { id } = before;
    await this.db.transaction(async () => {
      const thing = thingOf(before.form, { ...given, fileId: given.fileId ?? before.file?.id ?? null });
      const isAnother = thing.body !== before.body || thing.url !== before.url || thing.fileId !== (before.file?.id ?? null);
      if (thing.fileId && thing.fileId !== before.file?.id) await this.files.attach(accountId, thing.fileId, { kind: 'resource', id, chargedTo: before.owner.id });
      await this.describe(id, thing.fileId, given.fileDescription);
      if (isAnother) await keepFormer(this.db, id, at);
      await this.db.of(Resource).update(
        { id },
        {
          title: given.title, summary: given.summary, ...thing, audience: given.audience, ...tagsOf(given), updatedAt: at,
          ...(given.licence ? { licence: given.licence } : {}),
          ...(given.reviewOn === undefined ? {} : { reviewOn: given.reviewOn }),
          ...(isAnother ? { version: before.version + 1, versionNote: given.versionNote || null, versionedAt: at } : {}),
        },
      );
      if (isAnother && before.form === 'file') await letOldFilesGo(this.db, this.files, id);
      await this.links.set(id, thing.url);
      await this.discussions.subjectChanged('resource', id, { title: given.title, path: `/library/${id}`, audience: given.audience });
      if (leavesOut(before.audience, given.audience)) await this.doors.shut([id]);
      await this.events.publish(ResourceChanged, { resourceId: id });
    });
  }

  /** Takes it away for good, with its file; what was said about it stays with those who said it. */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.lock(id);
      const { audience } = await this.needOwn(viewer, id);
      if (audience === 'public') await noteGone(this.db, `/library/${id}`);
      await this.files.release({ kind: 'resource', id });
      await this.discussions.subjectChanged('resource', id, null);
      await this.doors.shut([id]);
      await this.db.of(Resource).delete({ id });
      await this.events.publish(ResourceRemoved, { resourceId: id });
    });
  }

  /** Its team has mended a page: the link is asked at the next turn. */
  async recheck(viewer: Viewer, id: string): Promise<ResourceView> {
    const resource = await this.need(viewer, id);
    if (!resource.viewerCan.edit) throw new NotAllowed();
    await this.links.askSoon(id);
    return resource;
  }

  /** A team says that it uses this, or takes that back; once a team. */
  async setUseful(viewer: Viewer, id: string, useful: boolean, organizationId?: string | null): Promise<ResourceView> {
    return this.db.transaction(async () => {
      const seat = seatToPraise(viewer, factsOf(await this.need(viewer, id)), organizationId);
      if (!seat) throw new NotAllowed('Only another team can say that this is useful to it.');
      if (useful) await this.praise(id, seat.organizationId, viewer.accountId);
      else await this.db.query(`delete from resource_useful where resource_id = $1 and organization_id = $2`, [id, seat.organizationId]);
      return this.need(viewer, id);
    });
  }

  /** As {@link setUseful} for a team of which it is known that it may. */
  async praise(id: string, organizationId: string, accountId: string, at = new Date()): Promise<void> {
    await this.db.transaction(async () => {
      const fresh = await this.db.one(
        `insert into resource_useful (resource_id, organization_id, account_id, at) values ($1, $2, $3, $4) on conflict do nothing returning resource_id`,
        [id, organizationId, accountId, at],
      );
      if (fresh) await this.events.publish(ResourceFoundUseful, { resourceId: id, organizationId });
    });
  }

  /** A steward takes it down, or puts it back with null; twice is once. */
  async setHidden(id: string, reason: string | null): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.query(
        `update resource set hidden_at = case when $2::text is null then null else coalesce(hidden_at, now()) end, hidden_reason = $2 where id = $1`,
        [id, reason],
      );
      if (reason !== null) await this.doors.shut([id]);
      await this.events.publish(ResourceChanged, { resourceId: id });
    });
  }

  private async describe(id: string, fileId: string | null, words: string | null | undefined): Promise<void> {
    if (words !== undefined) await this.files.describe(fileId, words || null, { kind: 'resource', id });
  }

  /** One change of a resource after the other, or two of them would each keep the same former version. */
  async lock(id: string): Promise<void> {
    await this.db.query(`select from resource where id = $1 for update`, [id]);
  }

  /** A resource as this person reads it; refuses where they do not. */
  async need(viewer: Viewer, id: string): Promise<ResourceView> {
    const found = await this.reads.find(viewer, id);
    if (!found) throw new NotAllowed();
    return found;
  }

  /** As {@link need}, for those alone who speak for the team that shares it. */
  async needOwn(viewer: Viewer, id: string): Promise<ResourceView> {
    const found = await this.need(viewer, id);
    if (!canOwn(viewer, factsOf(found))) throw new NotAllowed();
    return found;
  }
}

function teamOf(audience: string): string | null {
  return audience.startsWith('team:') ? audience.slice('team:'.length) : null;
}

/** Only who is among them may write for them; into a team's own shelf only that team writes. */
function needAudience(viewer: Viewer, audience: string, organizationId: string): void {
  if (!audiencesFor(viewer).includes(audience)) throw new Invalid({ audience: 'Choose who may read it from the list.' });
  const team = teamOf(audience);
  if (team && team !== organizationId) throw new Invalid({ audience: 'This belongs to another team of yours. Choose one that fits the team that shares it.' });
}

function needDayToCome(day: string | null | undefined): void {
  if (day && day <= easternToday()) throw new Invalid({ reviewOn: 'This day is over. Choose one that is still to come, or none.' });
}

/** The one thing that a form has, and null for the others. */
function thingOf(form: ResourceForm, { body, url, fileId }: Pick<ResourceWords, 'body' | 'url' | 'fileId'>): { body: string | null; url: string | null; fileId: string | null } {
  if (form === 'text') {
    if (!body) throw new Invalid({ body: 'Write the text, or choose to share a link or a file.' });
    return { body, url: null, fileId: null };
  }
  if (form === 'file') {
    if (!fileId) throw new Invalid({ fileId: 'Choose a file, or share a link or a text.' });
    return { body: null, url: null, fileId };
  }
  const address = url ? webAddress(url) : null;
  if (!address) throw new Invalid({ url: 'This is not the address of a page. It begins with https:// or http://.' });
  return { body: null, url: address, fileId: null };
}

function tagsOf({ principles, topics }: Pick<ResourceWords, 'principles' | 'topics'>): { principles: number[]; topics: string[] } {
  const tags = { principles: [...(principles ?? [])].sort((a, b) => a - b), topics: [...(topics ?? [])] };
  if (tags.principles.length + tags.topics.length > TAGS_MAX) throw new Invalid({ principles: `Choose at most ${TAGS_MAX} tags, principles and topics together.` });
  return tags;
}
