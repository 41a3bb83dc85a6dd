import { useSessionInfo, type WebFeature } from '@app/platform/web';
import { Link } from 'react-router';
import { navItems } from './navigation.js';
import { words } from './words.js';

/** The foot of every page: help and the small print, in the same place each time. */
export function Footer({ features }: { features: readonly WebFeature[] }) {
  const session = useSessionInfo();
  const brought = navItems(features, 'foot', session);
  const taken = new Set(brought.map((item) => item.to));
  const items = [...brought, ...words.foot.filter((item) => !taken.has(item.to))];
  return (
    <footer className="shell-foot">
      <div className="shell-wide">
        <p>{words.purpose}</p>
        <nav aria-label={words.footNav}>
          <ul>
            {items.map((item) => (
              <li key={item.to}>
                <Link to={item.to} className="ui-link">
                  {item.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
