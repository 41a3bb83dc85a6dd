import { event } from '@app/platform/events';

interface LetterFact {
  threadId: string;
  postId: string;
  number: number;
}

/** A thread exists, most often with its first letter. */
export const ThreadOpened = event<{ threadId: string; organizationId: string; authorId: string }>('discussions.thread-opened');
/** A letter was added to a thread; the first letter of a thread is one too. `quiet` when its feature tells people itself. */
export const PostReplied = event<LetterFact & { authorId: string; quiet?: boolean }>('discussions.post-replied');
/** The words of a letter changed, or it can be read again. */
export const PostEdited = event<LetterFact>('discussions.post-edited');
/** A letter was removed by its author or taken down by a steward. */
export const PostRemoved = event<LetterFact>('discussions.post-removed');
/** A thread was closed or opened again, or who may read it changed with its subject. */
export const ThreadChanged = event<{ threadId: string }>('discussions.thread-changed');
