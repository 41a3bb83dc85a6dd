export { notificationsFeature } from './notifications.feature.js';
export { Notifications } from './notifications.service.js';
export { type WaitingItem, type WaitingSource, waitingSources } from './waiting.js';
