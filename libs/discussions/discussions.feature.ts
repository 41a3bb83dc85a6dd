import { listeners, liveRules } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { mailTemplates } from '@app/platform/mail';
import { rooms } from '@app/platform/realtime';
import { searchSources } from '@app/platform/search';
import { chapters } from '@app/platform/story';
import { digestSections } from '@app/digests';
import { reportables } from '@app/moderation';
import { waitingSources } from '@app/notifications';
import { handoverSections } from '@app/organizations';
import { writingSources } from '@app/people';
import { lettersChapter } from './demo/chapter.js';
import { reportedChapter } from './demo/reported.js';
import { conversationsSection } from './discussions.digest.js';
import { replyMail } from './discussions.mail.js';
import { reportablePost } from './discussions.moderation.js';
import { mailReplies, unreadLetters } from './discussions.notifications.js';
import { DiscussionReads } from './discussions.queries.js';
import { threadNews, threadRoomRule } from './discussions.realtime.js';
import { DiscussionsResolver } from './discussions.resolver.js';
import { threadSource } from './discussions.search.js';
import { Discussions } from './discussions.service.js';
import { openThreads, ownLetters } from './discussions.succession.js';
import { CreateDiscussions1700000006100 } from './migrations/1700000006100-create-discussions.js';
import { Post } from './post.entity.js';
import { Thread } from './thread.entity.js';
import { Threads } from './threads.service.js';

export const discussionsFeature: Feature = {
  name: 'discussions',
  entities: [Thread, Post],
  migrations: [CreateDiscussions1700000006100],
  providers: [Threads, DiscussionReads, Discussions],
  api: [DiscussionsResolver],
  contributes: [
    listeners.with(mailReplies),
    liveRules.with(...threadNews),
    rooms.with(threadRoomRule),
    mailTemplates.with(replyMail),
    waitingSources.with(unreadLetters),
    searchSources.with(threadSource),
    digestSections.with(conversationsSection),
    handoverSections.with(openThreads),
    writingSources.with(ownLetters),
    reportables.with(reportablePost),
    chapters.with(lettersChapter, reportedChapter),
  ],
};
