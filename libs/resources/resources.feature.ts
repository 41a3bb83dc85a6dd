import type { Feature } from '@app/platform/feature';
import { fileOwner, fileOwners } from '@app/platform/files';
import { searchSources } from '@app/platform/search';
import { chapters } from '@app/platform/story';
import { type Viewer, writingSources } from '@app/people';
import { handoverSections } from '@app/organizations';
import { digestSections } from '@app/digests';
import { reportables } from '@app/moderation';
import { threadSubjects } from '@app/discussions';
import { libraryChapter } from './demo/chapter.js';
import { Library } from './library.service.js';
import { CreateResource1700000005300 } from './migrations/1700000005300-create-resource.js';
import { IndexResourceAudience1700000005310 } from './migrations/1700000005310-index-resource-audience.js';
import { Resource } from './resource.entity.js';
import { librarySection } from './resources.digest.js';
import { reportableResource, resourceSubject } from './resources.moderation.js';
import { ResourceReads } from './resources.queries.js';
import { Shelf } from './shelf.queries.js';
import { ResourcesResolver } from './resources.resolver.js';
import { resourceSource } from './resources.search.js';
import { Resources } from './resources.service.js';
import { ownResources, sharedResources } from './resources.succession.js';

export const resourcesFeature: Feature = {
  name: 'resources',
  entities: [Resource],
  migrations: [CreateResource1700000005300, IndexResourceAudience1700000005310],
  providers: [ResourceReads, Resources, Library, Shelf],
  api: [ResourcesResolver],
  contributes: [
    fileOwners.with(fileOwner<Viewer>('resource', (get, viewer, id) => get(ResourceReads).mayRead(viewer, id))),
    searchSources.with(resourceSource),
    digestSections.with(librarySection),
    handoverSections.with(sharedResources),
    writingSources.with(ownResources),
    reportables.with(reportableResource),
    threadSubjects.with(resourceSubject),
    chapters.with(libraryChapter),
  ],
};
