import type { DetailedError, PreviousUpload } from 'tus-js-client';
import { sessionExpired } from './session-expired.js';
import { UploadError } from './upload.js';
import { words } from './words.js';

const PLACE = '/uploads';
/** Small enough that a proxy in front takes it, large enough that a film is not a thousand questions. */
const PIECE = 8 * 1024 * 1024;
const AGAIN_AFTER = [500, 1000, 2000, 4000, 8000, 15_000, 30_000];
/** Whoever signs in again, waits a little or finds the other piece done may go on. */
const COMES_BACK = [401, 408, 409, 423, 429];
/** How the library names what it keeps in the browser, and how we do within that. */
const TUS = 'tus::';
const KEPT = 'accord-';
const A_DAY = 24 * 60 * 60 * 1000;

/** The reason to stop for somebody who does not want to send the file any more. */
export const TAKEN_BACK = 'taken back';

export interface SendingOptions {
  /** Whose upload it is: another person at the same browser does not go on with it. */
  owner: string;
  onProgress: (done: number) => void;
  /** The line is lost, or back. It goes on by itself meanwhile. */
  onWaiting?: (waiting: boolean) => void;
  /** The same file was on its way before, and goes on from there. */
  onGoesOn?: () => void;
  /** Stops it; what has come stays for a day, unless the reason is {@link TAKEN_BACK}. */
  signal?: AbortSignal;
}

/**
 * Sends a file in pieces and resolves to its id. Where the line breaks it waits and goes on where it stopped; where the
 * same file was on its way before the page was loaded anew, it goes on from there.
 */
export async function sendFile(file: File, { owner, onProgress, onWaiting = () => undefined, onGoesOn = () => undefined, signal }: SendingOptions): Promise<string> {
  const { Upload } = await import('tus-js-client');
  let before: string | null = null;
  const fingerprint = `${KEPT}${owner}-${file.name}-${file.size}-${file.lastModified}`;
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: `${window.location.origin}${PLACE}`,
      chunkSize: PIECE,
      retryDelays: AGAIN_AFTER,
      headers: { 'apollo-require-preflight': '1' },
      // Half of a character that takes two cannot be sent.
      metadata: { filename: file.name.replace(/\p{Cs}/gu, '') },
      fingerprint: async () => fingerprint,
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => {
        const status = statusOf(error);
        const again = status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507);
        if (again) onWaiting(true);
        return again;
      },
      onProgress: (sent, total) => {
        onWaiting(false);
        // Where the server has let go of it meanwhile, it has another address and begins anew.
        if (before !== null && upload.url === before) onGoesOn();
        onProgress(total > 0 ? sent / total : 0);
      },
      onSuccess: () => over(() => resolve(upload.url?.split('/').at(-1) ?? '')),
      onError: (error) => {
        const status = statusOf(error);
        if (status === 401) sessionExpired();
        if (isRefusal(status)) forget(fingerprint);
        over(() => reject(new UploadError(reason(error, status), status)));
      },
    });
    const over = (settle: () => void): void => {
      window.removeEventListener('online', goOn);
      signal?.removeEventListener('abort', stop);
      settle();
    };
    // Nobody has to wait for the next try once the line is back.
    const goOn = (): void => void upload.abort().then(() => upload.start());
    const stop = (): void => {
      void upload.abort(signal?.reason === TAKEN_BACK).catch(() => undefined);
      over(() => reject(new UploadError(words.uploadStopped, 0)));
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop);
    window.addEventListener('online', goOn);
    void upload.findPreviousUploads().then((found) => {
      const [last] = found.filter(isFresh);
      if (last) {
        before = last.uploadUrl;
        upload.resumeFromPreviousUpload(last);
      }
      upload.start();
    }, reject);
  });
}

/** The names of files that were on their way in this browser and have not arrived: choosing one of them again goes on. */
export function unfinishedFiles(owner: string): string[] {
  const found: string[] = [];
  for (const [key, value] of stored()) {
    if (!key.startsWith(`${TUS}${KEPT}`)) continue;
    const kept = read(value);
    if (!kept || !isFresh(kept)) localStorage.removeItem(key);
    else if (key.startsWith(`${TUS}${KEPT}${owner}-`)) found.push(kept.metadata.filename ?? '');
  }
  return found.filter(Boolean);
}

/** What was refused will be refused again, and is not on its way. */
function forget(fingerprint: string): void {
  for (const [key] of stored()) if (key.startsWith(`${TUS}${fingerprint}::`)) localStorage.removeItem(key);
}

const isRefusal = (status: number): boolean => status >= 400 && status < 500 && !COMES_BACK.includes(status);

function stored(): [string, string][] {
  try {
    return Object.entries({ ...localStorage });
  } catch {
    // A browser that keeps nothing: an upload there begins anew.
    return [];
  }
}

function read(value: string): PreviousUpload | null {
  try {
    return JSON.parse(value) as PreviousUpload;
  } catch {
    return null;
  }
}

function isFresh({ creationTime }: PreviousUpload): boolean {
  return Date.parse(creationTime) > Date.now() - A_DAY;
}

function statusOf(error: Error | DetailedError): number {
  return ('originalResponse' in error && error.originalResponse?.getStatus()) || 0;
}

function reason(error: Error | DetailedError, status: number): string {
  if (status === 0) return words.uploadFailed;
  if (status === 401) return words.signedOut;
  const text = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
  try {
    const { message } = JSON.parse(text ?? '') as { message?: unknown };
    if (typeof message === 'string') return message;
  } catch {
    // Not ours, such as a proxy's page.
  }
  return status >= 500 ? words.server : words.uploadRefused;
}
