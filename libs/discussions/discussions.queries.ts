import { Injectable } from '@nestjs/common';
import { Database, isId } from '@app/platform/database';
import { keysOf, type Page, pageOf } from '@app/platform/graphql';
import { keysOfViewer, type Viewer } from '@app/people';
import type { OrganizationKind, SeatRole } from '@app/organizations';
import { LETTERS_AT_ONCE } from './contract/limits.js';
import { canClose, canDelete, canEdit, canReply, type PostFacts, type ThreadFacts } from './discussions.policy.js';
import type { PostState } from './discussions.types.js';

export interface VoiceRow {
  person: { id: string; name: string } | null;
  role: SeatRole | null;
  title: string | null;
  organization: { id: string; name: string; kind: OrganizationKind; state: string | null; path: string; laborWord: string | null };
}

export interface PostRow {
  id: string;
  threadId: string;
  number: number;
  voice: VoiceRow;
  body: string;
  at: string;
  editedAt: string | null;
  state: PostState;
  viewerCan: { edit: boolean; delete: boolean };
}

export interface ThreadRow {
  id: string;
  title: string;
  subject: { kind: string; id: string; title: string | null; path: string | null } | null;
  audience: string;
  opener: VoiceRow;
  openedAt: string;
  replyCount: number;
  lastPostNumber: number;
  lastPostAt: string;
  lastWriter: { id: string; name: string } | null;
  closedAt: string | null;
  hidden: boolean;
  principles: number[];
  topics: string[];
  readTo: number | null;
  viewerCan: { reply: boolean; close: boolean };
  /** The page of letters that came along with it. */
  letters?: { after: number; first: number; page: Page<PostRow> };
}

export interface ThreadFilter {
  subject?: { kind: string; id: string } | null;
  organizationId?: string | null;
  audience?: string | null;
  principle?: number | null;
  first: number;
  after?: string | null;
}

/** Whoever a letter or thread `x` is by: the person as they are called now, the seat as it was then. */
const voice = (x: string): string => `(
  select json_build_object('person', case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end, 'role', ${x}.seat_role, 'title', ${x}.seat_title,
    'organization', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'state', o.state, 'laborWord', o.labor_word,
      'path', case when o.kind = 'district' then '/districts/' else '/organizations/' end || o.slug))
  from organization o left join account a on a.id = ${x}.author_id where o.id = ${x}.organization_id)`;

/** A thread `t` as JSON; $1 is the viewer's account or null. */
const THREAD = `json_build_object('id', t.id, 'title', t.title, 'audience', t.audience, 'openedAt', t.opened_at, 'opener', ${voice('t')},
  'subject', case when t.subject_kind is not null then json_build_object('kind', t.subject_kind, 'id', t.subject_id, 'title', t.subject_title, 'path', t.subject_path) end,
  'replyCount', t.reply_count, 'lastPostNumber', t.last_post_number, 'lastPostAt', t.last_post_at,
  'lastWriter', (select json_build_object('id', w.id, 'name', w.name) from account w where w.id = t.last_post_author),
  'closedAt', t.closed_at, 'hidden', t.hidden_at is not null, 'principles', t.principles, 'topics', t.topics,
  'readTo', (select r.number from thread_read r where r.account_id = $1 and r.thread_id = t.id))`;

/** A letter `p` as JSON, as a reader sees it: words that were removed are gone, words that were taken down are there for their author only. */
export const letterFor = (reader: string): string => `json_build_object('id', p.id, 'threadId', p.thread_id, 'number', p.number, 'voice', ${voice('p')}, 'at', p.at, 'editedAt', p.edited_at,
  'body', case when p.hidden_at is null or p.author_id = ${reader} then p.body else '' end,
  'state', case when p.deleted_at is not null then 'removed' when p.hidden_at is not null then 'taken_down' else 'here' end)`;

const POST = letterFor('$1');

/** Threads that the viewer $1 may read by the keys $2; a thread that was taken down is there for its author only. */
const READABLE = `t.audience = any($2) and (t.hidden_at is null or t.author_id = $1)`;

const lists = new Map<string, string>();

/** The statement of a list; there are as many as there are ways to narrow it, and each is written once. */
function listText(where: string, limit: string): string {
  const key = `${where} ${limit}`;
  let text = lists.get(key);
  if (!text) lists.set(key, (text = `select ${THREAD} as thread, t.last_post_at::text as place from thread t where ${where} order by t.last_post_at desc, t.id desc limit ${limit}`));
  return text;
}

const onePage = `(select coalesce(json_agg(${POST} order by p.number), '[]') from (select * from post where thread_id = t.id and number > $4 order by number limit $5) p)`;
const oneText = (page: string): string => `select ${THREAD} as thread, ${page} as posts from thread t where t.id = $3 and ${READABLE}`;
const FACTS = `select t.audience, t.organization_id as "organizationId", t.closed_at is not null as closed, t.hidden_at is not null as hidden from thread t where t.id = $3 and ${READABLE}`;
const THREAD_ALONE = oneText('null::json');
const THREAD_WITH_LETTERS = oneText(onePage);

/** What people read of discussions, each page in one statement. */
@Injectable()
export class DiscussionReads {
  constructor(private readonly db: Database) {}

  /** A thread with a page of its letters; null when it is not there or not for this viewer. */
  async thread(viewer: Viewer | null, id: string, letters: { after: number; first: number } | null = null): Promise<ThreadRow | null> {
    if (!isId(id)) return null;
    const row = await this.db.readOne<{ thread: ThreadRow; posts: PostRow[] | null }>(letters ? THREAD_WITH_LETTERS : THREAD_ALONE, [
      ...by(viewer),
      id,
      ...(letters ? [letters.after, letters.first + 1] : []),
    ]);
    if (!row) return null;
    const thread = rightsOf(viewer, row.thread);
    const facts = factsOf(thread);
    if (letters && row.posts) thread.letters = { ...letters, page: pageOfLetters(row.posts.map((post) => postRights(viewer, facts, post)), letters.first) };
    return thread;
  }

  /** What the rules need to know of a thread; null when it is not there or not for this viewer. */
  async facts(viewer: Viewer | null, id: string): Promise<ThreadFacts | null> {
    return isId(id) ? this.db.preparedOne<ThreadFacts>(FACTS, [...by(viewer), id]) : null;
  }

  /** Threads, the one with the latest letter first. */
  async threads(viewer: Viewer | null, filter: ThreadFilter): Promise<Page<ThreadRow>> {
    const parameters: unknown[] = by(viewer);
    const given = (value: unknown): string => `$${parameters.push(value)}`;
    const where = [`t.audience = any($2) and t.hidden_at is null`];
    if (filter.subject) where.push(`t.subject_kind = ${given(filter.subject.kind)} and t.subject_id = ${given(filter.subject.id)}`);
    if (filter.organizationId) where.push(`t.organization_id = ${given(filter.organizationId)}`);
    if (filter.audience) where.push(`t.audience = ${given(filter.audience)}`);
    if (filter.principle) where.push(`t.principles @> array[${given(filter.principle)}::int]`);
    const last = keysOf(filter.after, 2);
    if (last) where.push(`(t.last_post_at, t.id) < (${given(last[0])}::timestamptz, ${given(last[1])}::uuid)`);
    const rows = await this.db.read<{ thread: ThreadRow; place: string }>(listText(where.join(' and '), given(filter.first + 1)), parameters);
    const page = pageOf(rows, filter.first, (row) => [row.place, row.thread.id]);
    return { ...page, nodes: page.nodes.map((row) => rightsOf(viewer, row.thread)) };
  }

  /** Letters of a thread after a number, in order: what a reader who was away has missed. */
  async posts(viewer: Viewer | null, threadId: string, after: number, first = LETTERS_AT_ONCE): Promise<PostRow[]> {
    return (await this.thread(viewer, threadId, { after, first }))?.letters?.page.nodes ?? [];
  }

  /** One letter with its thread; null when the viewer may not read it. */
  async post(viewer: Viewer | null, id: string): Promise<{ post: PostRow; thread: ThreadRow } | null> {
    if (!isId(id)) return null;
    const row = await this.db.readOne<{ thread: ThreadRow; post: PostRow }>(
      `select ${THREAD} as thread, ${POST} as post from post p join thread t on t.id = p.thread_id where p.id = $3 and ${READABLE}`,
      [...by(viewer), id],
    );
    if (!row) return null;
    const thread = rightsOf(viewer, row.thread);
    return { thread, post: postRights(viewer, factsOf(thread), row.post) };
  }
}

const by = (viewer: Viewer | null): [string | null, readonly string[]] => [viewer?.accountId ?? null, keysOfViewer(viewer)];

export function pageOfLetters(rows: PostRow[], first: number): Page<PostRow> {
  return pageOf(rows, first, (post) => [post.number]);
}

/** A thread as the rules see it. */
export function factsOf(thread: ThreadRow): ThreadFacts {
  return { audience: thread.audience, organizationId: thread.opener.organization.id, closed: thread.closedAt !== null, hidden: thread.hidden };
}

/** A letter as the rules see it. */
export function postFactsOf(post: Omit<PostRow, 'viewerCan'>): PostFacts {
  return { authorId: post.voice.person?.id ?? null, organizationId: post.voice.organization.id, removed: post.state === 'removed', hidden: post.state === 'taken_down' };
}

function rightsOf(viewer: Viewer | null, thread: ThreadRow): ThreadRow {
  const facts = factsOf(thread);
  return { ...thread, viewerCan: { reply: canReply(viewer, facts), close: canClose(viewer, facts) } };
}

/** A letter with what somebody may do with it. */
export function postRights(viewer: Viewer | null, thread: ThreadFacts, post: Omit<PostRow, 'viewerCan'>): PostRow {
  const facts = postFactsOf(post);
  return { ...post, viewerCan: { edit: canEdit(viewer, thread, facts), delete: canDelete(viewer, thread, facts) } };
}
