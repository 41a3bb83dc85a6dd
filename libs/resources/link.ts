import { URL_MAX } from './contract/limits.js';

/** The address of a link as it is kept; null for what is not an address of a page on the web. */
export function webAddress(given: string): string | null {
  const text = /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  // A name and password in an address would be posted for all to read; they also dress up one host as another.
  if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password || !url.hostname.includes('.')) return null;
  return url.href.length <= URL_MAX ? url.href : null;
}

/** The host that a link leads to, as ASCII: a look-alike in another alphabet shows as what it is. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}
