import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const STYLE = `body{font:17px/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#16201c;background:#fff}h1,h2{line-height:1.25}li{margin:0 0 1rem}p{margin:.2rem 0}section p{margin:.2rem 0 .8rem}dt{font-weight:bold}dd{margin:0 0 .5rem}.q{color:#4a564f}a{color:#0b5a43}@media(prefers-color-scheme:dark){body{background:#141a17;color:#eef2ef}.q{color:#b9c3bd}a{color:#7fd0b3}}`;

/** A page of the pack: readable from a folder, without a server and without anything that runs. */
export function sheet(title: string, children: ReactNode): string {
  const page = (
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
          {children}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
