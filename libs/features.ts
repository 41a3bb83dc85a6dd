import type { Feature } from '@app/platform/feature';
import { eventsFeature } from '@app/platform/events';
import { graphqlFeature } from '@app/platform/graphql';
import { mailFeature } from '@app/platform/mail';
import { realtimeFeature } from '@app/platform/realtime';
import { secretsFeature } from '@app/platform/secrets';
import { storyFeature } from '@app/platform/story';
import { peopleFeature } from './people/index.js';
import { organizationsFeature } from './organizations/index.js';

/**
 * The map of the house. The order is the order of registration, of imports (a lib imports only libs named above it)
 * and of reading for a newcomer.
 */
export const features: Feature[] = [
  eventsFeature,
  graphqlFeature,
  secretsFeature,
  mailFeature,
  realtimeFeature,
  storyFeature,
  peopleFeature,
  organizationsFeature,
];
