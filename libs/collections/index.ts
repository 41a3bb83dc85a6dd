export { CollectionChanged, CollectionOpened, CollectionRemoved } from './collections.events.js';
export { collectionsFeature } from './collections.feature.js';
export { CollectionReads, type CollectionView } from './collections.queries.js';
export { Collections } from './collections.service.js';
