import type { NavItem, SessionInfo, WebFeature } from '@app/platform/web';

function open(item: NavItem, session: SessionInfo | null): boolean {
  if (item.for === 'everyone') return true;
  if (session === null) return false;
  if (item.for === 'signed-out') return session.person === null;
  if (item.for === 'signed-in') return session.person !== null;
  if (item.for === 'steward') return session.isSteward;
  return session.isMember || session.isSteward;
}

/** The links of one place in the order the features ask for, as far as they are open to this reader. */
export function navItems(features: readonly WebFeature[], place: 'main' | 'foot' | 'account', session: SessionInfo | null): NavItem[] {
  return features
    .flatMap((feature) => feature.nav ?? [])
    .filter((item) => (item.place ?? 'main') === place && open(item, session))
    .sort((one, other) => one.order - other.order);
}
