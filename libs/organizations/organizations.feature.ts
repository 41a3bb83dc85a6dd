import type { Feature } from '@app/platform/feature';
import { httpCallers } from '@app/platform/http';
import { chapters } from '@app/platform/story';
import { viewerParts } from '@app/people';
import { castChapter } from './demo/cast.js';
import { seatedCallers } from './http-caller.js';
import { seatsPart } from './membership.js';
import { CreateOrganizations1700000002000 } from './migrations/1700000002000-create-organizations.js';
import { Organization } from './organization.entity.js';
import { Organizations } from './organizations.service.js';
import { OrganizationsResolver } from './organizations.resolver.js';
import { Seat } from './seat.entity.js';

export const organizationsFeature: Feature = {
  name: 'organizations',
  entities: [Organization, Seat],
  migrations: [CreateOrganizations1700000002000],
  providers: [Organizations],
  api: [OrganizationsResolver],
  contributes: [viewerParts.with(seatsPart), httpCallers.with(seatedCallers), chapters.with(castChapter)],
};
