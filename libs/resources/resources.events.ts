import { event } from '@app/platform/events';

export const ResourcePosted = event<{ resourceId: string; organizationId: string }>('resources.resource-posted');
/** Its words, its file, its tags or its readers are others; or a steward took it down or put it back. */
export const ResourceChanged = event<{ resourceId: string }>('resources.resource-changed');
export const ResourceRemoved = event<{ resourceId: string }>('resources.resource-removed');
/** A team says that it uses it. */
export const ResourceFoundUseful = event<{ resourceId: string; organizationId: string }>('resources.resource-found-useful');
