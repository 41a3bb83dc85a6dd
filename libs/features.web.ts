import type { WebFeature } from '@app/platform/web';
import { peopleWeb } from './people/web/routes.js';
import { organizationsWeb } from './organizations/web/routes.js';
import { signaturesWeb } from './signatures/web/routes.js';
import { frameworkWeb } from './framework/web/routes.js';
import { likenessWeb } from './likeness/web/routes.js';
import { notificationsWeb } from './notifications/web/routes.js';
import { digestsWeb } from './digests/web/routes.js';
import { searchWeb } from './search/web/routes.js';
import { statementsWeb } from './statements/web/routes.js';
import { moderationWeb } from './moderation/web/routes.js';
import { discussionsWeb } from './discussions/web/routes.js';
import { practicesWeb } from './practices/web/routes.js';
import { resourcesWeb } from './resources/web/routes.js';
import { conferencesWeb } from './conferences/web/routes.js';
import { collectionsWeb } from './collections/web/routes.js';
import { caseStudiesWeb } from './case-studies/web/routes.js';
import { mentoringWeb } from './mentoring/web/routes.js';
import { outreachWeb } from './outreach/web/routes.js';
import { homeWeb } from './home/web/routes.js';

/** The pages of the product, feature by feature, in the order of `features.ts`. */
export const webFeatures: WebFeature[] = [peopleWeb, organizationsWeb, signaturesWeb, frameworkWeb, likenessWeb, notificationsWeb, digestsWeb, searchWeb, moderationWeb, statementsWeb, discussionsWeb, practicesWeb, resourcesWeb, conferencesWeb, collectionsWeb, caseStudiesWeb, mentoringWeb, outreachWeb, homeWeb];
