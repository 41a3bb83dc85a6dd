import type { Feature } from '@app/platform/feature';
import { liveRules } from '@app/platform/events';
import { jobs, schedules } from '@app/platform/jobs';
import { openParts } from '@app/platform/open';
import { rooms } from '@app/platform/realtime';
import { chapters, foundations } from '@app/platform/story';
import { viewerParts, writingSources } from '@app/people';
import { directoryCircles } from '@app/organizations';
import { digestSections } from '@app/digests';
import { reportables } from '@app/moderation';
import { threadSubjects } from '@app/discussions';
import { searchSources } from '@app/search';
import { ConferenceMaterial } from './conference-material.entity.js';
import { Conference } from './conference.entity.js';
import { cameToConference } from './conferences.circle.js';
import { materialsSection } from './conferences.digest.js';
import { conferenceSchedules, endDue } from './conferences.jobs.js';
import { conferencesUnderPrinciple } from './conferences.open.js';
import { conferenceNews, conferenceRoom } from './conferences.realtime.js';
import { ConferencesResolver } from './conferences.resolver.js';
import { conferenceSource, materialSource, noteSource } from './conferences.search.js';
import { Conferences } from './conferences.service.js';
import { conferenceSubject } from './conferences.subject.js';
import { notesChapter } from './demo/notes.js';
import { ridgelineChapter } from './demo/ridgeline.js';
import { historyFoundation } from './history.js';
import { ConferenceMaterials } from './materials.service.js';
import { conferencesPart } from './membership.js';
import { CreateConferences1700000007100 } from './migrations/1700000007100-create-conferences.js';
import { CreateConferenceNotes1700000035120 } from './migrations/1700000035120-create-conference-notes.js';
import { TagConferences1700000036252 } from './migrations/1700000036252-tag-conferences.js';
import { ownNotes, reportableNote } from './notes.moderation.js';
import { ConferenceNotesResolver } from './notes.resolver.js';
import { ConferenceNotes } from './notes.service.js';
import { ConferenceProgramResolver } from './program.resolver.js';
import { ConferencePrograms } from './program.service.js';

export const conferencesFeature: Feature = {
  name: 'conferences',
  entities: [Conference, ConferenceMaterial],
  migrations: [CreateConferences1700000007100, CreateConferenceNotes1700000035120, TagConferences1700000036252],
  providers: [Conferences, ConferenceMaterials, ConferenceNotes, ConferencePrograms],
  api: [ConferencesResolver, ConferenceNotesResolver, ConferenceProgramResolver],
  contributes: [
    viewerParts.with(conferencesPart),
    foundations.with(historyFoundation),
    chapters.with(ridgelineChapter, notesChapter),
    digestSections.with(materialsSection),
    searchSources.with(conferenceSource, materialSource, noteSource),
    threadSubjects.with(conferenceSubject),
    directoryCircles.with(cameToConference),
    reportables.with(reportableNote),
    writingSources.with(ownNotes),
    jobs.with(endDue),
    schedules.with(...conferenceSchedules),
    openParts.with(conferencesUnderPrinciple),
    liveRules.with(...conferenceNews),
    rooms.with(conferenceRoom),
  ],
};
