import { type Get, Point } from '@app/platform/feature';

/** Who stands behind a plain HTTP request. */
export interface HttpCaller {
  accountId: string;
  /** Whether they may change anything at all; who only looks on may not. */
  mayWrite: boolean;
  /** The caller as the features know them. */
  who: unknown;
}

/** How plain routes learn who is asking; the lib that knows of people fills it, once. */
export interface HttpCallers {
  identify: (get: Get, request: { headers: { cookie?: string | undefined } }) => Promise<HttpCaller | null>;
}

export const httpCallers = new Point<HttpCallers>('http.callers');
