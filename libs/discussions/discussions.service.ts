import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { isId } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { needVoice, Organizations, seatsOf, speaks } from '@app/organizations';
import { audiencesFor, canClose, canDelete, canEdit, voiceIn } from './discussions.policy.js';
import { DiscussionReads, factsOf, postFactsOf, postRights, type PostRow, type ThreadRow } from './discussions.queries.js';
import type { ThreadDraft } from './discussions.types.js';
import { type LetterToWrite, Threads, type ThreadToOpen } from './threads.service.js';
import { type ThreadSubject, threadSubjects } from './subject.js';

interface Subject extends ThreadSubject {
  kind: string;
  id: string;
}

/** Conversations: opening threads, answering, and taking back what one wrote. */
@Injectable()
export class Discussions {
  private readonly get: Get;

  constructor(
    private readonly threads: Threads,
    private readonly reads: DiscussionReads,
    private readonly organizations: Organizations,
    private readonly contributions: Contributions,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** What a new thread on a subject (`kind:ID`, or none) would be about, and who could be let to read it; null when the subject is not there for this viewer. */
  async draft(viewer: Viewer, subject: string | null): Promise<ThreadDraft | null> {
    const about = subject ? await this.subjectOf(viewer, subject) : null;
    if (subject && !about) return null;
    const keys = seatsOf(viewer).some((seat) => speaks(seat.role)) ? audiencesFor(viewer, about?.audience ?? null) : [];
    const teams = await this.organizations.byIds(keys.filter((key) => key.startsWith('team:')).map((key) => key.slice('team:'.length)));
    const nameOf = (key: string): string | null => teams.find((team) => key === `team:${team.id}`)?.name ?? (key === about?.audience && key.includes(':') ? about.title : null);
    return { subject: about, audiences: keys.map((key) => ({ key, name: nameOf(key) })) };
  }

  async openThread(viewer: Viewer, given: { title: string; body: string; audience: string; subject?: string | null; organizationId?: string | null; principles?: number[] | null; topics?: string[] | null }): Promise<ThreadRow> {
    const { title, body, audience } = given;
    const subject = given.subject ? await this.subjectOf(viewer, given.subject) : null;
    if (given.subject && !subject) throw new NotAllowed();
    const team = audience.startsWith('team:') ? audience.slice('team:'.length) : null;
    const seat = needVoice(viewer, given.organizationId ?? (audiencesFor(viewer, null).includes(audience) ? team : null));
    if (!audiencesFor(viewer, subject?.audience ?? null).includes(audience)) throw new Invalid({ audience: 'Choose who may read it from the list.' });
    if (team && seat.organizationId !== team) throw new Invalid({ organizationId: 'In a team’s own thread only the team speaks.' });
    const id = await this.threads.open({ title, body, audience, organizationId: seat.organizationId, authorId: viewer.accountId, subject, principles: given.principles ?? [], topics: given.topics ?? [] });
    return this.needThread(viewer, id);
  }

  async reply(viewer: Viewer, given: { threadId: string; body: string; organizationId?: string | null }): Promise<PostRow> {
    const thread = await this.reads.facts(viewer, given.threadId);
    if (!thread) throw new NotAllowed();
    const seat = voiceIn(viewer, thread, given.organizationId);
    if (!seat || thread.hidden) throw new NotAllowed('Only somebody who holds a seat may write here.');
    if (thread.closed) throw new Conflict('This thread is closed. Open a new one to go on.');
    const letter = await this.threads.write({ threadId: given.threadId, body: given.body, organizationId: seat.organizationId, authorId: viewer.accountId });
    return postRights(viewer, thread, letter);
  }

  async editPost(viewer: Viewer, postId: string, body: string): Promise<PostRow> {
    const { post, thread } = await this.needPost(viewer, postId);
    if (!canEdit(viewer, factsOf(thread), postFactsOf(post))) throw new NotAllowed();
    await this.threads.edit(postId, body);
    return (await this.needPost(viewer, postId)).post;
  }

  async deletePost(viewer: Viewer, postId: string): Promise<PostRow> {
    const { post, thread } = await this.needPost(viewer, postId);
    if (!canDelete(viewer, factsOf(thread), postFactsOf(post))) throw new NotAllowed();
    await this.threads.remove(postId);
    return (await this.needPost(viewer, postId)).post;
  }

  /** Ends or resumes a thread for everybody; nothing is lost and everything stays readable. */
  async setClosed(viewer: Viewer, threadId: string, closed: boolean): Promise<ThreadRow> {
    const thread = await this.needThread(viewer, threadId);
    if (!canClose(viewer, factsOf(thread))) throw new NotAllowed();
    if ((thread.closedAt !== null) !== closed) await this.threads.setClosed(threadId, closed);
    return this.needThread(viewer, threadId);
  }

  async markRead(viewer: Viewer, threadId: string, number: number): Promise<ThreadRow> {
    await this.needThread(viewer, threadId);
    await this.threads.read(viewer.accountId, threadId, number);
    return this.needThread(viewer, threadId);
  }

  /** For features that open a thread themselves, such as mentoring on `link:ID`: the caller has decided that they may. Answers the thread's id. */
  openFor(given: ThreadToOpen): Promise<string> {
    return this.threads.open(given);
  }

  /** Adds a letter for a feature that has decided that its author may write; answers the letter's id. */
  async replyFor(given: LetterToWrite): Promise<string> {
    return (await this.threads.write(given)).id;
  }

  /** Closes a thread for a feature whose own thing has ended; everything in it stays readable. */
  closeFor(threadId: string): Promise<void> {
    return this.threads.setClosed(threadId, true);
  }

  /** To be called in the transaction in which a subject is renamed, gets other readers or goes away (null). */
  subjectChanged(kind: string, id: string, now: ThreadSubject | null): Promise<void> {
    return this.threads.subjectChanged(kind, id, now);
  }

  private async needThread(viewer: Viewer, id: string): Promise<ThreadRow> {
    const thread = await this.reads.thread(viewer, id);
    if (!thread) throw new NotAllowed();
    return thread;
  }

  private async needPost(viewer: Viewer, id: string): Promise<{ post: PostRow; thread: ThreadRow }> {
    const found = await this.reads.post(viewer, id);
    if (!found) throw new NotAllowed();
    return found;
  }

  private async subjectOf(viewer: Viewer, subject: string): Promise<Subject | null> {
    const [kind = '', id = ''] = subject.split(':', 2);
    const known = this.contributions.of(threadSubjects).find((candidate) => candidate.kind === kind);
    const found = known && isId(id) ? await known.find(this.get, viewer, id) : null;
    return found && { ...found, kind, id };
  }
}
