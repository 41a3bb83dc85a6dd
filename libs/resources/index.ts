export { type AudienceNames, audienceNames } from './audience-names.js';
export { Resource, type ResourceForm } from './resource.entity.js';
export { ResourceChanged, ResourceFoundUseful, ResourcePosted, ResourceRemoved } from './resources.events.js';
export { resourcesFeature } from './resources.feature.js';
export { ResourceReads, type ResourceView } from './resources.queries.js';
export { Resources, type ResourceToPost } from './resources.service.js';
export { ResourceType } from './resources.types.js';
