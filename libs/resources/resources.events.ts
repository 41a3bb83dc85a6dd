import { event } from '@app/platform/events';

export const ResourcePosted = event<{ resourceId: string; organizationId: string }>('resources.resource-posted');
/** Its words, its thing, its tags, its readers or what stands beside it are others; or a steward took it down or put it back. */
export const ResourceChanged = event<{ resourceId: string }>('resources.resource-changed');
export const ResourceRemoved = event<{ resourceId: string }>('resources.resource-removed');
/** A team says that it is useful to it. */
export const ResourceFoundUseful = event<{ resourceId: string; organizationId: string }>('resources.resource-found-useful');
/** A team says how it used it. */
export const ResourceUsed = event<{ resourceId: string; organizationId: string }>('resources.resource-used');
/** A seat of a district endorses it, or its newest version. */
export const ResourceEndorsed = event<{ resourceId: string; organizationId: string; role: string }>('resources.resource-endorsed');
/** A batch of at most 500 came out of an inventory, new or changed. */
export const ResourcesImported = event<{ ids: string[] }>('resources.resources-imported');
