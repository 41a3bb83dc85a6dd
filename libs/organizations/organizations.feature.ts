import type { Feature } from '@app/platform/feature';
import { listeners } from '@app/platform/events';
import { filePayers } from '@app/platform/files';
import { httpCallers } from '@app/platform/http';
import { jobs, schedules } from '@app/platform/jobs';
import { mailTemplates } from '@app/platform/mail';
import { openFeeds, openPages, openShelves, openTables } from '@app/platform/open';
import { searchSources } from '@app/platform/search';
import { chapters, foundations } from '@app/platform/story';
import { viewerParts, waitingSources } from '@app/people';
import { Additions } from './additions.service.js';
import { AffiliateResolver, AffiliatesResolver } from './affiliates.resolver.js';
import { Affiliates } from './affiliates.service.js';
import { Briefs } from './briefs.service.js';
import { DirectoryCircles } from './circles.service.js';
import { Claims } from './claims.service.js';
import { YearlyConfirmationsResolver, SeatChecksResolver } from './yearly-confirmations.resolver.js';
import { YearlyConfirmations } from './yearly-confirmations.service.js';
import { castChapter } from './demo/cast.js';
import { joiningChapter, wideningChapter } from './demo/joining.js';
import { teamsChapter } from './demo/teams.js';
import { handoverSections } from './handover-section.js';
import { BriefsResolver, HandoversResolver, SeatRecordsResolver } from './handovers.resolver.js';
import { Handovers } from './handovers.service.js';
import { Holdings } from './holdings.service.js';
import { districtPays, seatedCallers } from './http-caller.js';
import { DistrictImport } from './import/district-import.service.js';
import { JoinLeaders } from './join-leaders.service.js';
import { JoinLeader, JoinRequest } from './join-request.entity.js';
import { joinAskedBackMail, joinAskedMail, joinDeclinedMail, joinOpenedMail, joinWaitingMail } from './joining.mail.js';
import { JoiningNotices } from './joining.notices.js';
import { JoiningResolver, JoinLeadersResolver } from './joining.resolver.js';
import { Joining } from './joining.service.js';
import { joiningWaiting } from './joining.waiting.js';
import { Invitations } from './invitations.service.js';
import { MailedLinks } from './mailed-links.js';
import { seatsPart } from './membership.js';
import { CreateOrganizations1700000002000 } from './migrations/1700000002000-create-organizations.js';
import { AddDirectory1700000002100 } from './migrations/1700000002100-add-directory.js';
import { KeepHoldings1700000002200 } from './migrations/1700000002200-keep-holdings.js';
import { AddPlaces1700000002300 } from './migrations/1700000002300-add-places.js';
import { CreateAffiliates1700000002310 } from './migrations/1700000002310-create-affiliates.js';
import { CreateJoining1700000002320 } from './migrations/1700000002320-create-joining.js';
import { AddPoverty1700000002400 } from './migrations/1700000002400-add-poverty.js';
import { FindNearNames1700000035200 } from './migrations/1700000035200-find-near-names.js';
import { SourceGrants1700000036251 } from './migrations/1700000036251-source-grants.js';
import { ListOrganizationsLater1700000036300 } from './migrations/1700000036300-list-organizations-later.js';
import { IndexOpenDistricts1700000035020 } from './migrations/1700000035020-index-open-districts.js';
import { Opening } from './opening.service.js';
import { Organization } from './organization.entity.js';
import { namedOrganizations } from './organizations.foundation.js';
import { districtFeed, districtPage, districtTable, openDistricts, openOrganizations, organizationPage } from './organizations.open.js';
import { claimAnsweredMail, claimWaitingMail, seatInvitationMail, stewardMail } from './organizations.mail.js';
import { OrganizationsResolver, SponsorOrganizationsResolver } from './organizations.resolver.js';
import { districtSearch, organizationSearch } from './organizations.search.js';
import { personSearch } from './people.search.js';
import { Organizations } from './organizations.service.js';
import { claimsSection, teamSection } from './organizations.succession.js';
import { claimsWaiting } from './organizations.waiting.js';
import { PersonSeatResolver } from './person-seat.resolver.js';
import { audienceTeams, Readers, teamAudience } from './readers.js';
import { ReadersResolver } from './readers.resolver.js';
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
  entities: [Organization, Seat, SeatHolding, SeatHandover, SeatCheck, SeatClaim, SeatInvitation, JoinRequest, JoinLeader],
  migrations: [
    CreateOrganizations1700000002000,
    AddDirectory1700000002100,
    KeepHoldings1700000002200,
    AddPlaces1700000002300,
    CreateAffiliates1700000002310,
    CreateJoining1700000002320,
    AddPoverty1700000002400,
    FindNearNames1700000035200,
    SourceGrants1700000036251,
    ListOrganizationsLater1700000036300,
    IndexOpenDistricts1700000035020,
  ],
  providers: [
    Organizations,
    Holdings,
    Teams,
    Claims,
    Invitations,
    DistrictImport,
    MailedLinks,
    Handovers,
    YearlyConfirmations,
    SeatChecks,
    Terms,
    Briefs,
    JoiningNotices,
    JoinLeaders,
    Joining,
    Opening,
    Readers,
    Affiliates,
    Additions,
    DirectoryCircles,
  ],
  api: [
    OrganizationsResolver,
    SponsorOrganizationsResolver,
    ClaimsResolver,
    InvitationsResolver,
    TeamsResolver,
    PersonSeatResolver,
    SeatRecordsResolver,
    HandoversResolver,
    BriefsResolver,
    YearlyConfirmationsResolver,
    SeatChecksResolver,
    JoiningResolver,
    JoinLeadersResolver,
    ReadersResolver,
    AffiliatesResolver,
    AffiliateResolver,
  ],
  contributes: [
    openPages.with(districtPage, organizationPage),
    openShelves.with(openDistricts, openOrganizations),
    openFeeds.with(districtFeed),
    openTables.with(districtTable),
    viewerParts.with(seatsPart),
    audienceTeams.with(teamAudience),
    httpCallers.with(seatedCallers),
    filePayers.with(districtPays),
    foundations.with(namedOrganizations),
    chapters.with(castChapter, teamsChapter, wideningChapter, joiningChapter),
    mailTemplates.with(claimWaitingMail, claimAnsweredMail, seatInvitationMail, stewardMail, joinAskedMail, joinWaitingMail, joinAskedBackMail, joinOpenedMail, joinDeclinedMail),
    mailTemplates.with(handoverMail, handoverWithdrawnMail, seatEndedMail, briefMail, confirmSeatMail, seatCheckMail, termEndingMail),
    jobs.with(dueSeats, dueQuestions),
    schedules.with(...successionSchedules),
    listeners.with(asksAfterBounces, briefsSuccessors),
    handoverSections.with(teamSection, claimsSection),
    waitingSources.with(claimsWaiting, joiningWaiting, seatChecksWaiting, ownSeatsWaiting),
    searchSources.with(districtSearch, organizationSearch, personSearch),
  ],
};
