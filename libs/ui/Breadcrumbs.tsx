import { Breadcrumb, Breadcrumbs as AriaBreadcrumbs, Link } from 'react-aria-components';
import { words } from './words.js';

/** The way back up: each step above this page, the nearest last. */
export function Breadcrumbs({ steps }: { steps: readonly { label: string; to: string }[] }) {
  return (
    <nav aria-label={words.breadcrumbs}>
      <AriaBreadcrumbs className="ui-crumbs">
        {steps.map((step) => (
          <Breadcrumb key={step.to} className="ui-crumb">
            <Link href={step.to} className="ui-link" aria-current={undefined}>
              {step.label}
            </Link>
          </Breadcrumb>
        ))}
      </AriaBreadcrumbs>
    </nav>
  );
}
