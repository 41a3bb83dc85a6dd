import type { Feature } from '@app/platform/feature';
import { httpRoutes } from '@app/platform/http';
import { openFeeds, openPages, openShelves, openTables } from '@app/platform/open';
import { chapters } from '@app/platform/story';
import { writingSources } from '@app/people';
import { handoverSections } from '@app/organizations';
import { digestSections } from '@app/digests';
import { searchSources } from '@app/search';
import { reportables } from '@app/moderation';
import { resourceHolders } from '@app/resources';
import { Collection } from './collection.entity.js';
import { collectionsSection } from './collections.digest.js';
import { reportableCollection } from './collections.moderation.js';
import { collectionFeed, collectionPage, collectionTable, openCollections } from './collections.open.js';
import { CollectionReads } from './collections.queries.js';
import { CollectionsResolver } from './collections.resolver.js';
import { collectionSource, notedResources } from './collections.search.js';
import { Collections } from './collections.service.js';
import { keptCollections, ownCollections } from './collections.succession.js';
import { shelvesChapter } from './demo/chapter.js';
import { CreateCollections1700000007340 } from './migrations/1700000007340-create-collections.js';
import { ReadNotesAgain1700000036500 } from './migrations/1700000036500-read-notes-again.js';
import { registerTakeHomeRoutes } from './take-home/take-home.routes.js';
import { TakeHomes } from './take-home/take-homes.service.js';

export const collectionsFeature: Feature = {
  name: 'collections',
  entities: [Collection],
  migrations: [CreateCollections1700000007340, ReadNotesAgain1700000036500],
  providers: [CollectionReads, Collections, TakeHomes],
  api: [CollectionsResolver],
  contributes: [
    httpRoutes.with(registerTakeHomeRoutes),
    searchSources.with(collectionSource),
    resourceHolders.with(notedResources),
    digestSections.with(collectionsSection),
    handoverSections.with(keptCollections),
    writingSources.with(ownCollections),
    reportables.with(reportableCollection),
    openPages.with(collectionPage),
    openShelves.with(openCollections),
    openFeeds.with(collectionFeed),
    openTables.with(collectionTable),
    chapters.with(shelvesChapter),
  ],
};
