import { liveRules } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { mailTemplates } from '@app/platform/mail';
import { rooms } from '@app/platform/realtime';
import { chapters } from '@app/platform/story';
import { keysOfViewer, viewerParts, writingSources } from '@app/people';
import { audienceTeams, handoverSections } from '@app/organizations';
import { digestSections } from '@app/digests';
import { audienceKeepers, threadSubjects } from '@app/discussions';
import { waitingSources } from '@app/notifications';
import { mentoringChapter } from './demo/chapter.js';
import { mentorsSection } from './mentoring.digest.js';
import { answeredMail, askedMail, endedMail } from './mentoring.mail.js';
import { linkKeepers, MentoringMail, openAsks } from './mentoring.notifications.js';
import { linksPart } from './mentoring.policy.js';
import { linkReaders } from './mentoring.readers.js';
import { MentoringReads } from './mentoring.queries.js';
import { linkNews, linkRoom } from './mentoring.realtime.js';
import { MentoringLinkResolver, MentorResolver } from './mentoring.resolver.js';
import { Mentoring } from './mentoring.service.js';
import { openLinks, ownAsks } from './mentoring.succession.js';
import { MentoringLink } from './mentoring-link.entity.js';
import { MentoringLinks } from './mentoring-links.service.js';
import { CreateMentoring1700000008100 } from './migrations/1700000008100-create-mentoring.js';

export const mentoringFeature: Feature = {
  name: 'mentoring',
  entities: [MentoringLink],
  migrations: [CreateMentoring1700000008100],
  providers: [MentoringLinks, MentoringReads, MentoringMail, Mentoring],
  api: [MentorResolver, MentoringLinkResolver],
  contributes: [
    viewerParts.with(linksPart),
    audienceTeams.with(linkReaders),
    liveRules.with(...linkNews),
    rooms.with(linkRoom),
    mailTemplates.with(askedMail, answeredMail, endedMail),
    waitingSources.with(openAsks),
    digestSections.with(mentorsSection),
    handoverSections.with(openLinks),
    writingSources.with(ownAsks),
    audienceKeepers.with(linkKeepers),
    threadSubjects.with({
      kind: 'mentoring',
      find: async (get, viewer, id) => {
        const link = await get(MentoringReads).link(keysOfViewer(viewer), id);
        // Before the mentor has accepted there is nothing to talk about in the room.
        return link?.threadId ? { title: 'Mentoring', path: `/mentoring/${id}`, audience: `link:${id}` } : null;
      },
    }),
    chapters.with(mentoringChapter),
  ],
};
