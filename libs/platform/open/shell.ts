import { Injectable } from '@nestjs/common';

const BARE = '<!doctype html>\n<html lang="en-US">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Accord</title>\n</head>\n<body>\n<div id="root"></div>\n</body>\n</html>\n';
const TITLE = /<title>[^<]*<\/title>/;
const SCRIPTS = /\s*(<script\b[^>]*>.*?<\/script>|<link\b[^>]*rel="modulepreload"[^>]*>)/gs;
const ROOT = '<div id="root"></div>';

/** The web app's own page, into which open pages are set; a bare one where there is no web app. */
@Injectable()
export class OpenShell {
  /** The page as it is for whoever signs in: it asks for everything itself. */
  bare = '';
  /** No page is older than the process that serves it: another release has other files. */
  readonly since = new Date(Math.floor(Date.now() / 1000) * 1000);
  private parts: [string, string, string] = ['', '', ''];

  constructor() {
    this.use(BARE);
  }

  /** Takes the built page. Throws when it is not one that pages can be set into. */
  use(html: string): void {
    // What the head and the body say themselves, or make untrue.
    const open = html.replace(/\s*<meta name="description"[^>]*>/, '').replace(/\s*<noscript>.*?<\/noscript>/s, '');
    const [before, after, ...more] = open.split(TITLE);
    const [between, end, ...others] = (after ?? '').split(ROOT);
    if (before === undefined || between === undefined || end === undefined || more.length + others.length > 0) throw new Error('The page of the web app needs one title and one empty element with the id "root".');
    this.bare = html;
    this.parts = [before, between, end];
  }

  /** As {@link with}, in the same dress and without a script that would take its place. */
  still(head: string, body: string): string {
    const [before, between, end] = this.parts.map((part) => part.replace(SCRIPTS, ''));
    return `${before}${head}${between}<div id="root">${body}</div>${end}`;
  }

  /** The page with a head and a body of its own, both of them markup. */
  with(head: string, body: string): string {
    const [before, between, end] = this.parts;
    return `${before}${head}${between}<div id="root">${body}</div>${end}`;
  }
}
