import type { Feature } from '@app/platform/feature';
import { chapters } from '@app/platform/story';
import { successionChapter } from './demo/succession.js';
import { HomeResolver } from './home.resolver.js';
import { Home } from './home.service.js';

export const homeFeature: Feature = { name: 'home', providers: [Home], api: [HomeResolver], contributes: [chapters.with(successionChapter)] };
