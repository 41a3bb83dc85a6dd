export { notificationsFeature } from './notifications.feature.js';
export { Notifications } from './notifications.service.js';
// The point stands in people, so that features listed before notifications can contribute too.
export { type WaitingItem, type WaitingSource, waitingSources } from '@app/people';
