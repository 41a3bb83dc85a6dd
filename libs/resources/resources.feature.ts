import { listeners } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { fileOwners } from '@app/platform/files';
import { httpRoutes } from '@app/platform/http';
import { jobs, schedules } from '@app/platform/jobs';
import { mailTemplates } from '@app/platform/mail';
import { openPages, openShelves, openTables } from '@app/platform/open';
import { searchSources } from '@app/platform/search';
import { chapters } from '@app/platform/story';
import { writingSources } from '@app/people';
import { handoverSections } from '@app/organizations';
import { digestSections } from '@app/digests';
import { reportables } from '@app/moderation';
import { threadSubjects } from '@app/discussions';
import { waitingSources } from '@app/notifications';
import { CoAuthors } from './co-authors.service.js';
import { libraryChapter } from './demo/chapter.js';
import { recordChapter } from './demo/record.js';
import { Endorsements } from './endorsements.service.js';
import { ResourceDoors } from './doors.service.js';
import { registerImportRoutes } from './import/import.routes.js';
import { Imports } from './import/imports.service.js';
import { Library } from './library.service.js';
import { LinkAsker } from './link-asker.js';
import { Links } from './links.service.js';
import { CreateResource1700000005300 } from './migrations/1700000005300-create-resource.js';
import { IndexResourceAudience1700000005310 } from './migrations/1700000005310-index-resource-audience.js';
import { GrowResource1700000005340 } from './migrations/1700000005340-grow-resource.js';
import { TellSearchOfResources1700000035110 } from './migrations/1700000035110-tell-search-of-resources.js';
import { LetOldFilesGo1700000035140 } from './migrations/1700000035140-let-old-files-go.js';
import { RememberImports1700000036050 } from './migrations/1700000036050-remember-imports.js';
import { EndorseVersionsInSearch1700000036051 } from './migrations/1700000036051-endorse-versions-in-search.js';
import { IndexOpenLibrary1700000035010 } from './migrations/1700000035010-index-open-library.js';
import { RecordReads } from './record.queries.js';
import { RecordResolver } from './record.resolver.js';
import { Resource } from './resource.entity.js';
import { ResourceFilesResolver } from './resource-files.resolver.js';
import { resourceFiles, ResourceFiles } from './resource-files.service.js';
import { librarySection } from './resources.digest.js';
import { askForReviews, askLinks, resourceSchedules, tellsOfThreads } from './resources.jobs.js';
import { coAuthorMail, reviewMail, silentMail, threadMail } from './resources.mail.js';
import { ResourceMail } from './resources.mails.js';
import { reportableResource, reportableUse, resourceSubject } from './resources.moderation.js';
import { libraryTable, openLibrary, resourcePage } from './resources.open.js';
import { ResourceReads } from './resources.queries.js';
import { Shelf } from './shelf.queries.js';
import { ResourcesResolver } from './resources.resolver.js';
import { resourceSource } from './resources.search.js';
import { Resources } from './resources.service.js';
import { endorsedResources, ownResources, ownUses, sharedResources } from './resources.succession.js';
import { libraryWaiting } from './resources.waiting.js';
import { RoomsResolver } from './rooms/rooms.resolver.js';
import { Rooms } from './rooms/rooms.service.js';
import { Uses } from './uses.service.js';
import { Versions } from './versions.service.js';

export const resourcesFeature: Feature = {
  name: 'resources',
  entities: [Resource],
  migrations: [
    CreateResource1700000005300,
    IndexResourceAudience1700000005310,
    GrowResource1700000005340,
    TellSearchOfResources1700000035110,
    LetOldFilesGo1700000035140,
    IndexOpenLibrary1700000035010,
    RememberImports1700000036050,
    EndorseVersionsInSearch1700000036051,
  ],
  providers: [
    { provide: LinkAsker, useFactory: () => new LinkAsker() },
    ResourceReads, RecordReads, ResourceMail, Links, ResourceDoors, Resources, ResourceFiles, Versions, CoAuthors, Uses, Endorsements, Imports, Library, Shelf, Rooms,
  ],
  api: [ResourcesResolver, ResourceFilesResolver, RecordResolver, RoomsResolver],
  contributes: [
    fileOwners.with(resourceFiles),
    searchSources.with(resourceSource),
    digestSections.with(librarySection),
    handoverSections.with(sharedResources, endorsedResources),
    writingSources.with(ownResources, ownUses),
    waitingSources.with(libraryWaiting),
    reportables.with(reportableResource, reportableUse),
    mailTemplates.with(silentMail, reviewMail, coAuthorMail, threadMail),
    listeners.with(tellsOfThreads),
    jobs.with(askLinks, askForReviews),
    schedules.with(...resourceSchedules),
    httpRoutes.with(registerImportRoutes),
    threadSubjects.with(resourceSubject),
    openPages.with(resourcePage),
    openShelves.with(openLibrary),
    openTables.with(libraryTable),
    chapters.with(libraryChapter, recordChapter),
  ],
};
