import type { WebFeature } from '@app/platform/web';
import { joiningWords } from './joining-words.js';
import { placeWords } from './place-words.js';
import { words } from './words.js';

export const organizationsWeb: WebFeature = {
  name: 'organizations',
  routes: [
    { path: '/districts', title: words.directory, for: 'everyone', page: () => import('./DistrictsPage.js') },
    { path: '/districts/:slug', title: words.directory, for: 'everyone', page: () => import('./DistrictPage.js') },
    { path: '/districts/:slug/edit', title: words.profile.edit, for: 'members', page: () => import('./EditProfilePage.js') },
    { path: '/organizations', title: words.organizations, for: 'everyone', page: () => import('./OrganizationsPage.js') },
    { path: '/organizations/new', title: placeWords.add, for: 'steward', page: () => import('./AddOrganizationPage.js') },
    { path: '/organizations/:slug/affiliates', title: words.organizations, for: 'everyone', page: () => import('./AffiliatesPage.js') },
    { path: '/organizations/:slug', title: words.organizations, for: 'everyone', page: () => import('./OrganizationPage.js') },
    { path: '/organizations/:slug/edit', title: words.profile.edit, for: 'members', page: () => import('./EditProfilePage.js') },
    { path: '/claim', title: words.claim.title, for: 'everyone', page: () => import('./ClaimPage.js') },
    { path: '/team/seats', title: words.team.title, for: 'signed-in', page: () => import('./TeamSeatsPage.js') },
    { path: '/joining', title: joiningWords.title, for: 'everyone', page: () => import('./JoiningPage.js') },
    { path: '/joining/queue', title: joiningWords.queue.title, for: 'members', page: () => import('./JoinQueuePage.js') },
    { path: '/joining/answer/:token', title: joiningWords.title, for: 'everyone', page: () => import('./JoiningAnswerPage.js') },
    { path: '/team/seats/:seatId/hand-over', title: words.handOver.title, for: 'members', page: () => import('./NameSuccessorPage.js') },
    { path: '/team/seats/:seatId/brief', title: words.brief.title, for: 'members', page: () => import('./BriefPage.js') },
    { path: '/team/confirm/:token', title: words.confirmation.title, for: 'everyone', page: () => import('./ConfirmSeatPage.js') },
    { path: '/handover/:token', title: words.handover.title, for: 'everyone', page: () => import('./HandoverPage.js') },
    { path: '/seat-checks/:id', title: words.record.askedTitle, for: 'signed-in', page: () => import('./SeatCheckPage.js') },
    { path: '/districts/:slug/seats', title: words.stewardSeats.link, for: 'signed-in', page: () => import('./DistrictSeatsPage.js') },
    { path: '/invitation/:token', title: words.invitation.title, for: 'everyone', page: () => import('./InvitationPage.js') },
  ],
  nav: [
    { label: words.directory, to: '/districts', order: 20, for: 'everyone' },
    { label: words.organizations, to: '/organizations', order: 20, for: 'everyone', place: 'foot' },
    { label: words.team.title, to: '/team/seats', order: 5, for: 'signed-in', place: 'account' },
  ],
};
