import { sessionExpired } from './session-expired.js';
import { words } from './words.js';

/** Why a file did not arrive. */
export class UploadError extends Error {
  override readonly name = 'UploadError';

  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export interface UploadOptions {
  method?: 'PUT' | 'POST';
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Sends a file and tells how far it has come, from 0 to 1; resolves to the server's answer as
 * text. By XMLHttpRequest, since fetch cannot tell the progress of what it sends.
 */
export function uploadFile(url: string, file: Blob, onProgress: (done: number) => void, options: UploadOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(options.method ?? 'PUT', url);
    request.withCredentials = true;
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('apollo-require-preflight', '1');
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        onProgress(1);
        resolve(request.responseText);
        return;
      }
      if (request.status === 401) sessionExpired();
      reject(new UploadError(reason(request), request.status));
    };
    request.onerror = () => reject(new UploadError(words.uploadFailed, 0));
    request.onabort = () => reject(new UploadError(words.uploadStopped, 0));
    if (options.signal?.aborted) {
      reject(new UploadError(words.uploadStopped, 0));
      return;
    }
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function reason(request: XMLHttpRequest): string {
  if (request.status === 401) return words.signedOut;
  if (request.status === 413) return words.uploadTooLarge;
  if (request.status >= 500) return words.server;
  try {
    const body = JSON.parse(request.responseText) as { message?: unknown };
    if (typeof body.message === 'string') return body.message;
  } catch {
    // Not JSON: our own words serve.
  }
  return words.uploadRefused;
}
