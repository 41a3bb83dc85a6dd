import { serve } from '@app/platform/workshop';
import { type FetcherOptions, LinkFetcher } from './link-fetcher.js';

/** Links to ask, with what a test allows. */
export interface LinkTask {
  urls: readonly string[];
  options: Omit<FetcherOptions, 'lookup'>;
}

// Where pages of strangers are asked and read: a process of its own, which ends with its one batch.
serve<LinkTask>(({ urls, options }) => new LinkFetcher(options).askAll(urls));
