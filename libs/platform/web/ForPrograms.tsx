import { words } from './words.js';

export interface ForProgramsProps {
  /** The page whose table or facts these are: '/practices'. */
  path?: string;
  /** What the list is narrowed by, as the address has it. */
  question?: Readonly<Record<string, string>>;
  /** Whether there is a table, and not only one thing. */
  table?: boolean;
  feed?: string;
}

/** The same for spreadsheets, programs and feed readers, in one quiet line at the end of what is open to everybody. */
export function ForPrograms({ path, question = {}, table = false, feed }: ForProgramsProps) {
  const asked = new URLSearchParams(question).toString();
  const at = (ending: string): string => `${path ?? ''}.${ending}${asked ? `?${asked}` : ''}`;
  return (
    <p className="mt-4 flex flex-wrap gap-x-3 border-t border-line pt-2 text-note text-quiet print:hidden">
      {path && table && (
        <a className="ui-link" href={at('csv')} download>
          {words.asCsv}
        </a>
      )}
      {path && (
        <a className="ui-link" href={at('json')} {...(table ? { download: true } : {})}>
          {words.asJson}
        </a>
      )}
      {feed && (
        <a className="ui-link" href={feed} type="application/rss+xml">
          {words.feed}
        </a>
      )}
    </p>
  );
}
