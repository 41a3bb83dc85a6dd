import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Files } from '@app/platform/files';
import { Invalid, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { needVoice } from '@app/organizations';
import { Discussions } from '@app/discussions';
import { TAGS_MAX } from './contract/limits.js';
import { webAddress } from './link.js';
import { Resource, type ResourceForm } from './resource.entity.js';
import { ResourceChanged, ResourceFoundUseful, ResourcePosted, ResourceRemoved } from './resources.events.js';
import { audiencesFor, canEdit, seatToPraise } from './resources.policy.js';
import { factsOf, ResourceReads, type ResourceView } from './resources.queries.js';

/** What somebody fills in: the thing itself by its form, what it is about, who may read it. */
export interface ResourceWords {
  title: string;
  summary: string;
  body?: string | null;
  url?: string | null;
  fileId?: string | null;
  audience: string;
  principles?: number[] | null;
  topics?: string[] | null;
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
  ) {}

  async post(viewer: Viewer, given: ResourceToPost): Promise<ResourceView> {
    const seat = needVoice(viewer, given.organizationId ?? teamOf(given.audience));
    needAudience(viewer, given.audience, seat.organizationId);
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
      await this.db.of(Resource).insert({ id, form, title, summary, ...thing, organizationId, authorId, audience, ...tagsOf(given), hiddenAt: null, hiddenReason: null, createdAt: at, updatedAt: at });
      await this.events.publish(ResourcePosted, { resourceId: id, organizationId });
      return id;
    });
  }

  /** Changes what is given anew; its form and its district stay. */
  async edit(viewer: Viewer, id: string, given: ResourceWords): Promise<ResourceView> {
    return this.db.transaction(async () => {
      const before = await this.needOwn(viewer, id);
      if (given.audience !== before.audience) needAudience(viewer, given.audience, before.owner.id);
      const thing = thingOf(before.form, { ...given, fileId: given.fileId ?? before.file?.id ?? null });
      if (thing.fileId && thing.fileId !== before.file?.id) {
        await this.files.attach(viewer.accountId, thing.fileId, { kind: 'resource', id, chargedTo: before.owner.id });
        await this.files.release({ kind: 'resource', id }, [thing.fileId]);
      }
      await this.db.of(Resource).update({ id }, { title: given.title, summary: given.summary, ...thing, audience: given.audience, ...tagsOf(given), updatedAt: new Date() });
      await this.discussions.subjectChanged('resource', id, { title: given.title, path: `/library/${id}`, audience: given.audience });
      await this.events.publish(ResourceChanged, { resourceId: id });
      return this.need(viewer, id);
    });
  }

  /** Takes it away for good, with its file; what was said about it stays with those who said it. */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.needOwn(viewer, id);
      await this.files.release({ kind: 'resource', id });
      await this.db.of(Resource).delete({ id });
      await this.discussions.subjectChanged('resource', id, null);
      await this.events.publish(ResourceRemoved, { resourceId: id });
    });
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
      await this.events.publish(ResourceChanged, { resourceId: id });
    });
  }

  private async need(viewer: Viewer, id: string): Promise<ResourceView> {
    const found = await this.reads.find(viewer, id);
    if (!found) throw new NotAllowed();
    return found;
  }

  private async needOwn(viewer: Viewer, id: string): Promise<ResourceView> {
    const found = await this.need(viewer, id);
    if (!canEdit(viewer, factsOf(found))) throw new NotAllowed();
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
