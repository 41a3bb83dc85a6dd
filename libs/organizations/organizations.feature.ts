import type { Feature } from '@app/platform/feature';
import { httpCallers } from '@app/platform/http';
import { mailTemplates } from '@app/platform/mail';
import { searchSources } from '@app/platform/search';
import { chapters, foundations } from '@app/platform/story';
import { viewerParts, waitingSources } from '@app/people';
import { Claims } from './claims.service.js';
import { castChapter } from './demo/cast.js';
import { teamsChapter } from './demo/teams.js';
import { seatedCallers } from './http-caller.js';
import { DistrictImport } from './import/district-import.service.js';
import { Invitations } from './invitations.service.js';
import { seatsPart } from './membership.js';
import { CreateOrganizations1700000002000 } from './migrations/1700000002000-create-organizations.js';
import { AddDirectory1700000002100 } from './migrations/1700000002100-add-directory.js';
import { AddPoverty1700000002400 } from './migrations/1700000002400-add-poverty.js';
import { Organization } from './organization.entity.js';
import { namedOrganizations } from './organizations.foundation.js';
import { claimAnsweredMail, claimWaitingMail, seatInvitationMail, stewardMail } from './organizations.mail.js';
import { OrganizationsResolver, SponsorOrganizationsResolver } from './organizations.resolver.js';
import { districtSearch, organizationSearch } from './organizations.search.js';
import { Organizations } from './organizations.service.js';
import { claimsWaiting } from './organizations.waiting.js';
import { PersonSeatResolver } from './person-seat.resolver.js';
import { Seat } from './seat.entity.js';
import { SeatClaim } from './seat-claim.entity.js';
import { SeatInvitation } from './seat-invitation.entity.js';
import { ClaimsResolver, InvitationsResolver, TeamsResolver } from './seats.resolver.js';
import { Teams } from './teams.service.js';

export const organizationsFeature: Feature = {
  name: 'organizations',
  entities: [Organization, Seat, SeatClaim, SeatInvitation],
  migrations: [CreateOrganizations1700000002000, AddDirectory1700000002100, AddPoverty1700000002400],
  providers: [Organizations, Teams, Claims, Invitations, DistrictImport],
  api: [OrganizationsResolver, SponsorOrganizationsResolver, ClaimsResolver, InvitationsResolver, TeamsResolver, PersonSeatResolver],
  contributes: [
    viewerParts.with(seatsPart),
    httpCallers.with(seatedCallers),
    foundations.with(namedOrganizations),
    chapters.with(castChapter, teamsChapter),
    mailTemplates.with(claimWaitingMail, claimAnsweredMail, seatInvitationMail, stewardMail),
    waitingSources.with(claimsWaiting),
    searchSources.with(districtSearch, organizationSearch),
  ],
};
