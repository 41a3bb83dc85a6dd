import type { Feature } from '@app/platform/feature';
import { openPages } from '@app/platform/open';
import { chapters } from '@app/platform/story';
import { successionChapter } from './demo/succession.js';
import { frontPage } from './home.open.js';
import { HomeResolver } from './home.resolver.js';
import { Home } from './home.service.js';

export const homeFeature: Feature = { name: 'home', providers: [Home], api: [HomeResolver], contributes: [openPages.with(frontPage), chapters.with(successionChapter)] };
