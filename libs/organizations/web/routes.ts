import type { WebFeature } from '@app/platform/web';
import { words } from './words.js';

export const organizationsWeb: WebFeature = {
  name: 'organizations',
  routes: [
    { path: '/districts', title: words.directory, for: 'everyone', page: () => import('./DistrictsPage.js') },
    { path: '/districts/:slug', title: words.directory, for: 'everyone', page: () => import('./DistrictPage.js') },
    { path: '/districts/:slug/edit', title: words.profile.edit, for: 'members', page: () => import('./EditProfilePage.js') },
    { path: '/organizations', title: words.organizations, for: 'everyone', page: () => import('./OrganizationsPage.js') },
    { path: '/organizations/:slug', title: words.organizations, for: 'everyone', page: () => import('./OrganizationPage.js') },
    { path: '/organizations/:slug/edit', title: words.profile.edit, for: 'members', page: () => import('./EditProfilePage.js') },
    { path: '/claim', title: words.claim.title, for: 'everyone', page: () => import('./ClaimPage.js') },
    { path: '/team/seats', title: words.team.title, for: 'signed-in', page: () => import('./TeamSeatsPage.js') },
    { path: '/invitation/:token', title: words.invitation.title, for: 'everyone', page: () => import('./InvitationPage.js') },
  ],
  nav: [
    { label: words.directory, to: '/districts', order: 20, for: 'everyone' },
    { label: words.organizations, to: '/organizations', order: 20, for: 'everyone', place: 'foot' },
    { label: words.team.title, to: '/team/seats', order: 5, for: 'signed-in', place: 'account' },
  ],
};
