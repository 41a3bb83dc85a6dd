import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { argumentsOf, cameAlong, Invalid, type Page } from '@app/platform/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import { DiscussionReads, type PostRow, type ThreadRow } from './discussions.queries.js';
import { Discussions } from './discussions.service.js';
import {
  CloseThreadInput, CloseThreadResult, DeletePostInput, DeletePostResult, EditPostInput, EditPostResult, LettersArgs, MarkThreadReadInput, MarkThreadReadResult, OpenThreadInput,
  OpenThreadResult, PostConnection, PostType, ReopenThreadInput, ReopenThreadResult, ReplyInput, ReplyResult, ThreadConnection, ThreadDraft, ThreadsArgs, ThreadType,
} from './discussions.types.js';

const MOST = 100;

@Resolver(() => ThreadType)
export class DiscussionsResolver {
  constructor(
    private readonly discussions: Discussions,
    private readonly reads: DiscussionReads,
  ) {}

  @Public()
  @Query(() => ThreadType, { nullable: true, description: 'One thread; null when it is not there or not for you.' })
  async thread(@CurrentViewer() viewer: Viewer | null, @Args('id', { type: () => ID, description: 'The last part of its path, `/threads/ID`.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<ThreadRow | null> {
    const thread = await this.reads.thread(viewer, id, lettersAsked(info));
    const letters = thread?.letters;
    return letters ? cameAlong(thread, { posts: ({ after, first }: LettersArgs) => (letters.after === after && letters.first === first ? letters.page : undefined) }) : thread;
  }

  @Public()
  @Query(() => ThreadConnection, { description: 'The threads you may read, the one with the latest letter first.' })
  threads(@CurrentViewer() viewer: Viewer | null, @Args() { subject, ...rest }: ThreadsArgs): Promise<Page<ThreadRow>> {
    const [kind = '', id = ''] = subject?.split(':', 2) ?? [];
    return this.reads.threads(viewer, { ...rest, subject: subject ? { kind, id } : null });
  }

  @Public()
  @Query(() => [PostType], { description: 'The letters of a thread after a number, in order and at most 100: what somebody who was away has missed. Ask again with the last number until nothing comes.' })
  postsSince(@CurrentViewer() viewer: Viewer | null, @Args('threadId', { type: () => ID, description: 'The one to catch up on; nothing comes from one you may not read.' }) threadId: string, @Args() { after, first }: LettersArgs): Promise<PostRow[]> {
    return this.reads.posts(viewer, threadId, after, first);
  }

  @Query(() => ThreadDraft, { nullable: true, description: 'What a new thread would be about and who may be let to read it; null when the subject is not there for you.' })
  threadDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('subject', { type: () => String, nullable: true, description: 'As `kind:ID`; nothing for an open thread.' }) subject: string | null,
  ): Promise<ThreadDraft | null> {
    return this.discussions.draft(viewer, subject);
  }

  @Public()
  @ResolveField('posts', () => PostConnection, { description: 'The letters, from a number on. `endCursor` is opaque; go on with the number of the last letter.' })
  posts(@CurrentViewer() viewer: Viewer | null, @Parent() thread: ThreadRow, @Args() { after, first }: LettersArgs): Promise<Page<PostRow>> {
    return this.reads.thread(viewer, thread.id, { after, first }).then((read) => {
      if (!read?.letters) throw new Invalid({ id: 'This thread is not there any more.' });
      return read.letters.page;
    });
  }

  @Mutation(() => OpenThreadResult, { description: 'Opens a thread with its first letter, for the organization you speak for.' })
  openThread(@CurrentViewer() viewer: Viewer, @Args('input') input: OpenThreadInput): Promise<ThreadRow> {
    return this.discussions.openThread(viewer, input);
  }

  @Mutation(() => ReplyResult, { description: 'Adds a letter to a thread. Who wrote in it before gets a mail, at most one an hour.' })
  reply(@CurrentViewer() viewer: Viewer, @Args('input') input: ReplyInput): Promise<PostRow> {
    return this.discussions.reply(viewer, input);
  }

  @Mutation(() => EditPostResult, { description: 'Changes the words of a letter of yours; it says that it was edited.' })
  editPost(@CurrentViewer() viewer: Viewer, @Args('input') input: EditPostInput): Promise<PostRow> {
    return this.discussions.editPost(viewer, input.postId, input.body);
  }

  @Mutation(() => DeletePostResult, { description: 'Takes back a letter of yours: the words are gone, its place says that you removed it.' })
  deletePost(@CurrentViewer() viewer: Viewer, @Args('input') input: DeletePostInput): Promise<PostRow> {
    return this.discussions.deletePost(viewer, input.postId);
  }

  @Mutation(() => CloseThreadResult, { description: 'Ends a thread that your organization opened: it stays readable and takes no more letters.' })
  closeThread(@CurrentViewer() viewer: Viewer, @Args('input') input: CloseThreadInput): Promise<ThreadRow> {
    return this.discussions.setClosed(viewer, input.threadId, true);
  }

  @Mutation(() => ReopenThreadResult, { description: 'Lets a thread that your organization opened take letters again.' })
  reopenThread(@CurrentViewer() viewer: Viewer, @Args('input') input: ReopenThreadInput): Promise<ThreadRow> {
    return this.discussions.setClosed(viewer, input.threadId, false);
  }

  @Mutation(() => MarkThreadReadResult, { description: 'Remembers how far you have read, so that only what is new waits for you.' })
  markThreadRead(@CurrentViewer() viewer: Viewer, @Args('input') input: MarkThreadReadInput): Promise<ThreadRow> {
    return this.discussions.markRead(viewer, input.threadId, input.number);
  }
}

/** The page of letters that the question asks for, so that it comes along in the same statement. Limits are checked where `posts` itself is answered. */
function lettersAsked(info: GraphQLResolveInfo): { after: number; first: number } | null {
  const asked = argumentsOf(info, 'posts');
  if (!asked) return null;
  return { after: Math.max(0, Number(asked['after'])), first: Math.min(MOST, Math.max(1, Number(asked['first']))) };
}
