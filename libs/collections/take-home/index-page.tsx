import { renderToStaticMarkup } from 'react-dom/server';
import { dayInWords, easternToday } from '@app/organizations';
import type { Entry } from './contents.js';
import type { TakeHome } from './take-homes.service.js';
import { words } from './words.js';

const STYLE = `body{font:17px/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#16201c;background:#fff}h1,h2{line-height:1.25}li{margin:0 0 1rem}p{margin:.2rem 0}.q{color:#4a564f}a{color:#0b5a43}@media(prefers-color-scheme:dark){body{background:#141a17;color:#eef2ef}.q{color:#b9c3bd}a{color:#7fd0b3}}`;

interface PackProps {
  pack: TakeHome;
  entries: readonly Entry[];
  /** The full address of a page of this Accord. */
  link: (path: string) => string;
}

/** The first page of the pack: readable from a folder, without a server and without anything that runs. */
export function indexPage(props: PackProps): string {
  return `<!doctype html>${renderToStaticMarkup(<Pack {...props} />)}`;
}

function Pack({ pack, entries, link }: PackProps) {
  const title = words.title(pack.team.name, pack.conference.title);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{words.lead(dayInWords(pack.day))}</p>
          <p className="q">{words.private}</p>
          {pack.statement && (
            <section>
              <h2>{words.statement}</h2>
              <p className="q">{words.statementAbout}</p>
              {pack.statement.split(/\n{2,}/).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </section>
          )}
          <h2>{words.collection}</h2>
          {entries.length === 0 && <p>{words.nothing}</p>}
          <ol>
            {entries.map((entry) => (
              <li key={entry.page}>
                <p>
                  <strong>{entry.title}</strong>
                </p>
                {entry.note && <p>{entry.note}</p>}
                {entry.summary && <p>{entry.summary}</p>}
                <p className="q">
                  {entry.from && words.from(entry.from)}. {words.licence}: {entry.licence}.
                </p>
                {entry.tooLarge && <p>{words.tooLarge}</p>}
                {entry.supersededBy && (
                  <p>
                    <a href={link(`/library/${entry.supersededBy.id}`)}>{words.superseded(entry.supersededBy.title)}</a>
                  </p>
                )}
                {entry.silentSince && <p>{words.silent(sinceDay(entry.silentSince))}</p>}
                <p>
                  {entry.path && (
                    <>
                      <a href={entry.path.split('/').map(encodeURIComponent).join('/')}>{words.file}</a>
                      {' · '}
                    </>
                  )}
                  {entry.url && (
                    <>
                      <a href={entry.url} rel="noopener noreferrer">
                        {words.link}: {entry.url}
                      </a>
                      {' · '}
                    </>
                  )}
                  <a href={link(entry.page)}>{words.page}</a>
                </p>
              </li>
            ))}
          </ol>
          {pack.conference.materials.length > 0 && (
            <section>
              <h2>{words.materials}</h2>
              <ul>
                {pack.conference.materials.map((material) => (
                  <li key={material.id}>
                    <a href={material.link.startsWith('/') ? link(material.link) : material.link} rel="noopener noreferrer">
                      {material.title}
                    </a>
                    {material.note && <p>{material.note}</p>}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </main>
      </body>
    </html>
  );
}

/** The same in plain words, for whoever opens no page from a folder. */
export function readme({ pack, entries, link }: PackProps): string {
  const lines = [words.title(pack.team.name, pack.conference.title), '', words.lead(dayInWords(pack.day)), words.private, ''];
  if (pack.statement) lines.push(`${words.statement}: your-statement.txt`, '');
  lines.push(words.collection, '');
  if (entries.length === 0) lines.push(words.nothing);
  for (const [at, entry] of entries.entries()) {
    lines.push(`${at + 1}. ${entry.title}`);
    const about = [entry.note, entry.summary, entry.from && words.from(entry.from), `${words.licence}: ${entry.licence}`, entry.tooLarge && words.tooLarge, entry.supersededBy && words.superseded(entry.supersededBy.title), entry.silentSince && words.silent(sinceDay(entry.silentSince))];
    lines.push(...about.filter(Boolean).map((line) => `   ${String(line)}`), ...(entry.path ? [`   ${entry.path}`] : []), ...(entry.url ? [`   ${entry.url}`] : []), `   ${link(entry.page)}`, '');
  }
  if (pack.conference.materials.length > 0) lines.push(words.materials, '', ...pack.conference.materials.map((material) => `- ${material.title}: ${material.link.startsWith('/') ? link(material.link) : material.link}`));
  return `${lines.join('\r\n')}\r\n`;
}

const sinceDay = (instant: string): string => dayInWords(easternToday(new Date(instant)));
