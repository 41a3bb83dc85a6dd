import { OutOfBounds, workshopAt } from '@app/platform/workshop';
import type { LinkTask } from './link-child.js';
import type { FetcherOptions, LinkAnswer } from './link-fetcher.js';

/** A batch computes little; what takes so much has something to hide. */
const BOUNDS = { ms: 20_000, bytes: 400 * 1024 * 1024 };

const ask = workshopAt<LinkTask, LinkAnswer[]>(new URL('./link-child', import.meta.url), { atOnce: 1 });

/** Has pages of strangers asked in a process of its own, which knows no setting and no secret of this one. */
export class LinkAsker {
  constructor(private readonly options: Omit<FetcherOptions, 'lookup'> = {}) {}

  /** Answers in the order of the links. When one takes the process down, each is asked by itself, and that one has not answered. */
  async askAll(urls: readonly string[]): Promise<LinkAnswer[]> {
    if (urls.length === 0) return [];
    try {
      return await ask({ urls, options: this.options }, BOUNDS);
    } catch (error) {
      if (!(error instanceof OutOfBounds)) throw error;
      if (urls.length === 1) return [{ there: false, why: 'no_answer' }];
      const answers: LinkAnswer[] = [];
      for (const url of urls) answers.push(...(await this.askAll([url])));
      return answers;
    }
  }
}
