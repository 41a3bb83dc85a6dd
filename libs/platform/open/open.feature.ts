import type { Feature } from '@app/platform/feature';
import { httpRoutes } from '@app/platform/http';
import { registerFeeds } from './feeds.routes.js';
import { CreateOpenGone1700000035000 } from './migrations/1700000035000-create-open-gone.js';
import { registerPages } from './pages.routes.js';
import { OpenShell } from './shell.js';
import { OpenShelves } from './shelves.service.js';
import { registerSitemap } from './sitemap.routes.js';
import { StillPages } from './still.js';
import { registerTables } from './tables.routes.js';

export const openFeature: Feature = {
  name: 'platform/open',
  migrations: [CreateOpenGone1700000035000],
  providers: [OpenShell, OpenShelves, StillPages],
  contributes: [httpRoutes.with(registerPages, registerSitemap, registerFeeds, registerTables)],
};
