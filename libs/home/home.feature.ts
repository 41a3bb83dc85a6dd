import type { Feature } from '@app/platform/feature';
import { HomeResolver } from './home.resolver.js';
import { Home } from './home.service.js';

export const homeFeature: Feature = { name: 'home', providers: [Home], api: [HomeResolver] };
