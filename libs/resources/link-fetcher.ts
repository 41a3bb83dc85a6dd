import { request as askPlainly } from 'node:http';
import { request as askSecurely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { useAgent as agentFor } from 'request-filtering-agent';
import { headOf, type PageHead } from './page-head.js';

/** Why a page is taken for silent. `closed` is an address that Accord does not ask: inside a network, or another port. */
export type Silence = 'no_host' | 'no_answer' | 'gone' | 'broken' | 'closed';

export type LinkAnswer = { there: true; head: PageHead | null } | { there: false; why: Silence };

export interface FetcherOptions {
  /** Addresses that are asked although they lie in a private network; for the servers of tests. */
  allow?: string[];
  /** Ports beside 80 and 443. */
  ports?: string[];
  /** Stands for the names of the web; for tests. */
  lookup?: LookupFunction;
}

const AT_ONCE = 5;
const REDIRECTS_MAX = 3;
const BYTES_MAX = 1024 * 1024;
const STEP_MS = 3000;
const REFUSED = new Set([401, 403, 405, 406, 407, 429, 451]);

interface Step {
  status: number;
  location: string | null;
  head: PageHead | null;
}

/**
 * Asks a page of the web whether it is there and what it says of itself, and nothing inside a network: the address that a
 * name resolves to is judged and then connected to, on every hop anew. A page gets a megabyte and three seconds a hop.
 */
export class LinkFetcher {
  constructor(private readonly options: FetcherOptions = {}) {}

  async ask(url: string): Promise<LinkAnswer> {
    let at: URL;
    try {
      at = new URL(url);
      for (let hop = 0; hop <= REDIRECTS_MAX; hop += 1) {
        if (!this.mayAsk(at)) return { there: false, why: 'closed' };
        const step = await this.step(at);
        if (step.status >= 300 && step.status < 400 && step.location) {
          at = new URL(step.location, at);
          continue;
        }
        return judged(step);
      }
    } catch (error) {
      return { there: false, why: silenceOf(error) };
    }
    return { there: false, why: 'broken' };
  }

  /** As {@link ask} for several, a few at once; answers in their order. */
  async askAll(urls: readonly string[]): Promise<LinkAnswer[]> {
    const answers: LinkAnswer[] = [];
    const waiting = [...urls.entries()];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) answers[next[0]] = await this.ask(next[1]);
      }),
    );
    return answers;
  }

  private mayAsk(url: URL): boolean {
    if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password) return false;
    return url.port === '' || (this.options.ports ?? []).includes(url.port);
  }

  private step(url: URL): Promise<Step> {
    const ask = url.protocol === 'https:' ? askSecurely : askPlainly;
    return new Promise<Step>((resolve, reject) => {
      const stop = AbortSignal.timeout(STEP_MS);
      const request = ask(
        url,
        {
          method: 'GET',
          agent: agentFor(url.href, { allowIPAddressList: this.options.allow ?? [] }),
          signal: stop,
          ...(this.options.lookup && { lookup: this.options.lookup }),
          maxHeaderSize: 16 * 1024,
          // Compressed, a megabyte could become a thousand.
          headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5', 'accept-encoding': 'identity', 'user-agent': 'Accord (looks whether a link still works)', connection: 'close' },
        },
        (response) => {
          const { statusCode: status = 0, headers } = response;
          const done = (head: PageHead | null): void => {
            resolve({ status, location: headers.location ?? null, head });
            response.destroy();
          };
          const type = headers['content-type'] ?? '';
          const isPage = status === 200 && /^(text\/html|application\/xhtml\+xml)\b/i.test(type) && /^(identity)?$/i.test(headers['content-encoding'] ?? '');
          if (!isPage) return done(null);
          const reading = headOf(/charset="?([\w-]+)/i.exec(type)?.[1]);
          let size = 0;
          response.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (reading.take(chunk) || size > BYTES_MAX) done(reading.head());
          });
          response.on('end', () => done(reading.head()));
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end();
    });
  }
}

function judged({ status, head }: Step): LinkAnswer {
  // Whoever asks who we are, or wants us slower, is there: only our way of asking does not please.
  if ((status >= 200 && status < 300) || REFUSED.has(status)) return { there: true, head };
  return { there: false, why: status === 404 || status === 410 ? 'gone' : 'broken' };
}

function silenceOf(error: unknown): Silence {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no_host';
  if (/is not allowed/.test(message ?? '')) return 'closed';
  return 'no_answer';
}
