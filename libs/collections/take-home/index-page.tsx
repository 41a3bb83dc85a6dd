import { dayInWords, easternToday } from '@app/organizations';
import type { Contents } from './contents.js';
import type { Presented } from './presented.js';
import { sheet } from './sheet.js';
import type { TakeHome } from './take-homes.service.js';
import { words } from './words.js';

interface PackProps {
  pack: TakeHome;
  contents: Contents;
  presented: readonly Presented[];
  /** The full address of a page of this Accord. */
  link: (path: string) => string;
}

/** The first page of the pack. */
export function indexPage(props: PackProps): string {
  return sheet(words.title(props.pack.team.name, props.pack.conference.title), <Pack {...props} />);
}

function Pack({ pack, contents: { collection, handedOut }, presented, link }: PackProps) {
  return (
    <>
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
      {collection.length === 0 && <p>{words.nothing}</p>}
      <ol>
        {collection.map((entry) => (
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
                  <a href={placeOf(entry.path)}>{words.file}</a>
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
      {handedOut.length > 0 && (
        <section>
          <h2>{words.materials}</h2>
          <ul>
            {handedOut.map((material) => (
              <li key={material.link}>
                <a href={material.link.startsWith('/') ? link(material.link) : material.link} rel="noopener noreferrer">
                  {material.title}
                </a>
                {material.note && <p>{material.note}</p>}
                {material.entry?.tooLarge && <p>{words.tooLarge}</p>}
                {material.entry?.path && (
                  <p>
                    <a href={placeOf(material.entry.path)}>{words.file}</a>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {presented.length > 0 && (
        <section>
          <h2>{words.presented}</h2>
          <p className="q">{words.presentedAbout}</p>
          <ul>
            {presented.map(({ title, team, path, page }) => (
              <li key={page}>
                <a href={placeOf(path)}>{title}</a>
                <p className="q">{words.from(team)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** A place in the pack as an address. */
const placeOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The same in plain words, for whoever opens no page from a folder. */
export function readme({ pack, contents: { collection, handedOut }, presented, link }: PackProps): string {
  const lines = [words.title(pack.team.name, pack.conference.title), '', words.lead(dayInWords(pack.day)), words.private, ''];
  if (pack.statement) lines.push(`${words.statement}: your-statement.txt`, '');
  lines.push(words.collection, '');
  if (collection.length === 0) lines.push(words.nothing);
  for (const [at, entry] of collection.entries()) {
    lines.push(`${at + 1}. ${entry.title}`);
    const about = [entry.note, entry.summary, entry.from && words.from(entry.from), `${words.licence}: ${entry.licence}`, entry.tooLarge && words.tooLarge, entry.supersededBy && words.superseded(entry.supersededBy.title), entry.silentSince && words.silent(sinceDay(entry.silentSince))];
    lines.push(...about.filter(Boolean).map((line) => `   ${String(line)}`), ...(entry.path ? [`   ${entry.path}`] : []), ...(entry.url ? [`   ${entry.url}`] : []), `   ${link(entry.page)}`, '');
  }
  if (handedOut.length > 0) lines.push(words.materials, '', ...handedOut.flatMap(({ title, link: to, entry }) => [`- ${title}: ${to.startsWith('/') ? link(to) : to}`, ...(entry?.path ? [`  ${entry.path}`] : [])]), '');
  if (presented.length > 0) lines.push(words.presented, '', ...presented.flatMap(({ title, team, path, page }) => [`- ${title} (${team}): ${link(page)}`, `  ${path}`]));
  return `${lines.join('\r\n')}\r\n`;
}

const sinceDay = (instant: string): string => dayInWords(easternToday(new Date(instant)));
