import type { Feature } from '@app/platform/feature';
import { NotificationsResolver } from './notifications.resolver.js';
import { Notifications } from './notifications.service.js';

export const notificationsFeature: Feature = { name: 'notifications', providers: [Notifications], api: [NotificationsResolver] };
