import { event } from '@app/platform/events';

export const CollectionOpened = event<{ collectionId: string; organizationId: string }>('collections.collection-opened');
/** Its words, its order, its readers or what stands in it; or a steward took it down or put it back. */
export const CollectionChanged = event<{ collectionId: string }>('collections.collection-changed');
export const CollectionRemoved = event<{ collectionId: string }>('collections.collection-removed');
