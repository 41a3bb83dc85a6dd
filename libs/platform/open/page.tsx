import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { citationsOf } from './citation.js';
import type { Named, OpenView } from './open.js';
import type { OpenShell } from './shell.js';
import { words } from './words.js';

interface Around {
  /** Makes a full address of a path. */
  url: (path: string) => string;
  /** The lists that every open page leads to. */
  sections: readonly Named[];
  unlisted?: boolean;
}

/** An open page as it is sent: the web app's own page, with a head for those who point to it and a body that needs no script. */
export function openPage(shell: OpenShell, view: OpenView, around: Around): string {
  return shell.with(renderToStaticMarkup(<Head view={view} around={around} />) + linkedData(view, around.url), renderToStaticMarkup(<Body view={view} sections={around.sections} />));
}

/** A page that says only one thing. It is the same for every address, so that it tells nothing of any. */
export function plainWord(shell: OpenShell, title: string, text: string, sections: readonly Named[]): string {
  const head = renderToStaticMarkup(
    <>
      <title>{`${title} — ${words.name}`}</title>
      <meta name="robots" content="noindex" />
    </>,
  );
  return shell.with(head, renderToStaticMarkup(<Frame title={title} lead={text} sections={sections} />));
}

/** A page that stays as it is sent: no script takes its place. */
export function stillPage(shell: OpenShell, { title, lead, body }: { title: string; lead?: string; body?: ReactNode }, sections: readonly Named[]): string {
  const head = renderToStaticMarkup(
    <>
      <title>{`${title} — ${words.name}`}</title>
      <meta name="robots" content="noindex" />
    </>,
  );
  return shell.still(head, renderToStaticMarkup(<Frame title={title} lead={lead} sections={sections} still>{body}</Frame>));
}

function Head({ view, around: { url, unlisted } }: { view: OpenView; around: Around }) {
  const { path, title, description, type, feeds = [], table, previous, next, facts } = view;
  const short = shortened(description, 300);
  return (
    <>
      <title>{`${title} — ${words.name}`}</title>
      <meta name="description" content={short} data-open="" />
      {unlisted && <meta name="robots" content="noindex" data-open="" />}
      <link rel="canonical" href={url(path)} data-open="" />
      <meta property="og:title" content={title} data-open="" />
      <meta property="og:description" content={short} data-open="" />
      <meta property="og:type" content={type} data-open="" />
      <meta property="og:url" content={url(path)} data-open="" />
      <meta property="og:site_name" content={words.name} data-open="" />
      {feeds.map((feed) => (
        <link key={feed.path} rel="alternate" type="application/rss+xml" title={feed.title} href={url(feed.path)} data-open="" />
      ))}
      {table && <link rel="alternate" type="text/csv" title={words.asCsv} href={url(endingOn(table, 'csv'))} data-open="" />}
      {(table ?? facts) && <link rel="alternate" type="application/json" title={words.asJson} href={url(jsonPathOf(table ?? path))} data-open="" />}
      {previous && <link rel="prev" href={url(previous)} data-open="" />}
      {next && <link rel="next" href={url(next)} data-open="" />}
    </>
  );
}

/** The thing and its place among the pages. Nothing in it can end the element it stands in. */
function linkedData({ linked, crumbs = [], title, path }: OpenView, url: (path: string) => string): string {
  if (!linked) return '';
  const steps = [{ title: words.front, path: '/' }, ...crumbs, ...(path === '/' ? [] : [{ title, path }])];
  const breadcrumbs = { '@type': 'BreadcrumbList', itemListElement: steps.map((step, at) => ({ '@type': 'ListItem', position: at + 1, name: step.title, item: url(step.path) })) };
  const graph = { '@context': 'https://schema.org', '@graph': [{ ...linked(url), '@id': url(path), url: url(path) }, breadcrumbs] };
  const data = JSON.stringify(graph).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `<script type="application/ld+json" data-open="">${data}</script>`;
}

function Body({ view, sections }: { view: OpenView; sections: readonly Named[] }) {
  const { path, title, lead, body, crumbs = [], feeds = [], table, previous, next, work, facts, report } = view;
  const elsewhere = [
    ...(table ? [{ title: words.asCsv, path: endingOn(table, 'csv') }] : []),
    ...(table || facts ? [{ title: words.asJson, path: jsonPathOf(table ?? path) }] : []),
    ...feeds.map((feed) => ({ title: `${words.feed}: ${feed.title}`, path: feed.path })),
    ...(work ? [['bib', words.bibtex], ['ris', words.ris], ['csl.json', words.csl]].map(([ending = '', label = '']) => ({ title: label, path: endingOn(path, ending) })) : []),
    ...(report ? [{ title: words.report, path: report }] : []),
  ];
  return (
    <Frame title={title} lead={lead} crumbs={crumbs} sections={sections}>
      {body}
      {(previous || next) && (
        <nav aria-label={words.pages}>
          <p>
            {previous && (
              <a href={previous} rel="prev" className="ui-link">
                {words.previous}
              </a>
            )}{' '}
            {next && (
              <a href={next} rel="next" className="ui-link">
                {words.next}
              </a>
            )}
          </p>
        </nav>
      )}
      {work && (
        <section className="ui-section">
          <h2 className="ui-section-title">{words.cite}</h2>
          <dl>
            {Object.entries(citationsOf(work)).map(([style, text]) => (
              <div key={style}>
                <dt>{words.styles[style as keyof typeof words.styles]}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {elsewhere.length > 0 && (
        <nav aria-label={words.elsewhere}>
          <ul className="plain-row">
            {elsewhere.map((one) => (
              <li key={one.path}>
                <a href={one.path} className="ui-link">
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Frame>
  );
}

function Frame({ title, lead, crumbs = [], sections, still = false, children }: { title: string; lead?: ReactNode; crumbs?: readonly Named[]; sections: readonly Named[]; still?: boolean; children?: ReactNode }) {
  return (
    <div className="shell plain" data-plain={still ? 'still' : ''}>
      <header className="shell-head">
        <div className="shell-wide shell-head-row">
          <a href="/" className="shell-logo">
            <span className="shell-wordmark">{words.name}</span>
          </a>
          <nav className="shell-nav" aria-label={words.sections}>
            <ul>
              {[...sections, { title: words.search, path: '/search' }, { title: words.signIn, path: '/sign-in' }].map((section) => (
                <li key={section.path}>
                  <a href={section.path} className="shell-nav-link">
                    {section.title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main className="shell-wide shell-main">
        <div className="ui-page-head">
          {crumbs.length > 0 && (
            <nav aria-label={words.trail} className="ui-page-above">
              {crumbs.map((crumb, at) => (
                <span key={crumb.path}>
                  {at > 0 && ' / '}
                  <a href={crumb.path} className="ui-link">
                    {crumb.title}
                  </a>
                </span>
              ))}
            </nav>
          )}
          <h1 className="ui-page-title">{title}</h1>
          {lead && <p className="ui-page-lead">{lead}</p>}
        </div>
        {children}
      </main>
      <footer className="shell-foot">
        <div className="shell-wide">
          <p>{words.purpose}</p>
          <a href="/terms">{words.terms}</a>
        </div>
      </footer>
    </div>
  );
}

/** The address of the same page with an ending, before what is asked of it: '/library/7.json?version=2'. */
export function endingOn(path: string, ending: string): string {
  const [before = '', question] = path.split('?');
  return `${before}.${ending}${question ? `?${question}` : ''}`;
}

export const jsonPathOf = (path: string): string => endingOn(path, 'json');

function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;
}
