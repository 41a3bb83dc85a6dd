import { ErrorState, LinkButton } from '@app/ui';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { words } from './words.js';

/** A page of this version whose file is gone because a newer version has been put in its place. */
function isOldVersion(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script|Importing a module/i.test(error.message);
}

/** What stands in place of a page that failed; the rest of the product goes on. `bare` when the layout itself failed. */
export function PageError({ bare = false }: { bare?: boolean }) {
  const error = useRouteError();
  const old = isOldVersion(error);
  const title = old ? words.newVersionTitle : words.brokenTitle;
  useEffect(() => {
    document.title = `${title} — ${words.name}`;
    // The console is where the steward's helper looks first.
    console.error(error);
  }, [error, title]);
  const content = (
    <ErrorState
      level={1}
      title={title}
      action={
        <LinkButton to="/" look="quiet">
          {words.toFirstPage}
        </LinkButton>
      }
      onRetry={() => window.location.reload()}
    >
      <p>{old ? words.newVersionText : words.brokenText}</p>
    </ErrorState>
  );
  return bare ? <main className="shell-wide shell-main">{content}</main> : content;
}
