import type { Feature } from '@app/platform/feature';
import { eventsFeature } from '@app/platform/events';
import { filesFeature } from '@app/platform/files';
import { graphqlFeature } from '@app/platform/graphql';
import { mailFeature } from '@app/platform/mail';
import { openFeature } from '@app/platform/open';
import { processesFeature } from '@app/platform/processes';
import { realtimeFeature } from '@app/platform/realtime';
import { secretsFeature } from '@app/platform/secrets';
import { storyFeature } from '@app/platform/story';
import { peopleFeature } from './people/index.js';
import { organizationsFeature } from './organizations/index.js';
import { signaturesFeature } from './signatures/index.js';
import { frameworkFeature } from './framework/index.js';
import { likenessFeature } from './likeness/index.js';
import { notificationsFeature } from './notifications/index.js';
import { digestsFeature } from './digests/index.js';
import { searchFeature } from './search/index.js';
import { statementsFeature } from './statements/index.js';
import { moderationFeature } from './moderation/index.js';
import { discussionsFeature } from './discussions/index.js';
import { practicesFeature } from './practices/index.js';
import { resourcesFeature } from './resources/index.js';
import { conferencesFeature } from './conferences/index.js';
import { collectionsFeature } from './collections/index.js';
import { caseStudiesFeature } from './case-studies/index.js';
import { mentoringFeature } from './mentoring/index.js';
import { outreachFeature } from './outreach/index.js';
import { homeFeature } from './home/index.js';

/**
 * The map of the house. The order is the order of registration, of imports (a lib imports only libs named above it)
 * and of reading for a newcomer.
 */
export const features: Feature[] = [
  eventsFeature,
  graphqlFeature,
  processesFeature,
  secretsFeature,
  mailFeature,
  realtimeFeature,
  filesFeature,
  openFeature,
  storyFeature,
  peopleFeature,
  organizationsFeature,
  signaturesFeature,
  frameworkFeature,
  likenessFeature,
  notificationsFeature,
  digestsFeature,
  searchFeature,
  moderationFeature,
  statementsFeature,
  discussionsFeature,
  practicesFeature,
  resourcesFeature,
  conferencesFeature,
  collectionsFeature,
  caseStudiesFeature,
  mentoringFeature,
  outreachFeature,
  homeFeature,
];
