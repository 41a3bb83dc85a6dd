import type { Feature } from '@app/platform/feature';
import { listeners } from '@app/platform/events';
import { httpCallers } from '@app/platform/http';
import { jobs, schedules } from '@app/platform/jobs';
import { mailTemplates } from '@app/platform/mail';
import { searchSources } from '@app/platform/search';
import { chapters, foundations } from '@app/platform/story';
import { viewerParts, waitingSources } from '@app/people';
import { Briefs } from './briefs.service.js';
import { Claims } from './claims.service.js';
import { ConfirmationsResolver, SeatChecksResolver } from './confirmations.resolver.js';
import { Confirmations } from './confirmations.service.js';
import { castChapter } from './demo/cast.js';
import { teamsChapter } from './demo/teams.js';
import { handoverSections } from './handover-section.js';
import { BriefsResolver, HandoversResolver, SeatRecordsResolver } from './handovers.resolver.js';
import { Handovers } from './handovers.service.js';
import { Holdings } from './holdings.service.js';
import { seatedCallers } from './http-caller.js';
import { DistrictImport } from './import/district-import.service.js';
import { Invitations } from './invitations.service.js';
import { MailedLinks } from './mailed-links.js';
import { seatsPart } from './membership.js';
import { CreateOrganizations1700000002000 } from './migrations/1700000002000-create-organizations.js';
import { AddDirectory1700000002100 } from './migrations/1700000002100-add-directory.js';
import { KeepHoldings1700000002200 } from './migrations/1700000002200-keep-holdings.js';
import { Organization } from './organization.entity.js';
import { namedOrganizations } from './organizations.foundation.js';
import { claimAnsweredMail, claimWaitingMail, seatInvitationMail, stewardMail } from './organizations.mail.js';
import { OrganizationsResolver, SponsorOrganizationsResolver } from './organizations.resolver.js';
import { districtSearch, organizationSearch } from './organizations.search.js';
import { Organizations } from './organizations.service.js';
import { claimsSection, teamSection } from './organizations.succession.js';
import { claimsWaiting } from './organizations.waiting.js';
import { PersonSeatResolver } from './person-seat.resolver.js';
import { Seat } from './seat.entity.js';
import { SeatCheck } from './seat-check.entity.js';
import { SeatChecks } from './seat-checks.service.js';
import { SeatClaim } from './seat-claim.entity.js';
import { SeatHandover } from './seat-handover.entity.js';
import { SeatHolding } from './seat-holding.entity.js';
import { SeatInvitation } from './seat-invitation.entity.js';
import { ClaimsResolver, InvitationsResolver, TeamsResolver } from './seats.resolver.js';
import { asksAfterBounces, briefsSuccessors, dueQuestions, dueSeats, successionSchedules } from './succession.jobs.js';
import { briefMail, confirmSeatMail, handoverMail, handoverWithdrawnMail, seatCheckMail, seatEndedMail, termEndingMail } from './succession.mail.js';
import { ownSeatsWaiting, seatChecksWaiting } from './succession.waiting.js';
import { Teams } from './teams.service.js';
import { Terms } from './terms.service.js';

export const organizationsFeature: Feature = {
  name: 'organizations',
  entities: [Organization, Seat, SeatClaim, SeatInvitation, SeatHolding, SeatHandover, SeatCheck],
  migrations: [CreateOrganizations1700000002000, AddDirectory1700000002100, KeepHoldings1700000002200],
  providers: [Organizations, Holdings, Teams, Claims, Invitations, MailedLinks, Handovers, Confirmations, SeatChecks, Terms, Briefs, DistrictImport],
  api: [OrganizationsResolver, SponsorOrganizationsResolver, ClaimsResolver, InvitationsResolver, TeamsResolver, PersonSeatResolver, SeatRecordsResolver, HandoversResolver, BriefsResolver, ConfirmationsResolver, SeatChecksResolver],
  contributes: [
    viewerParts.with(seatsPart),
    httpCallers.with(seatedCallers),
    foundations.with(namedOrganizations),
    chapters.with(castChapter, teamsChapter),
    mailTemplates.with(claimWaitingMail, claimAnsweredMail, seatInvitationMail, stewardMail),
    mailTemplates.with(handoverMail, handoverWithdrawnMail, seatEndedMail, briefMail, confirmSeatMail, seatCheckMail, termEndingMail),
    jobs.with(dueSeats, dueQuestions),
    schedules.with(...successionSchedules),
    listeners.with(asksAfterBounces, briefsSuccessors),
    handoverSections.with(teamSection, claimsSection),
    waitingSources.with(claimsWaiting, seatChecksWaiting, ownSeatsWaiting),
    searchSources.with(districtSearch, organizationSearch),
  ],
};
