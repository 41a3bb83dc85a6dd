import { sendFile, TAKEN_BACK, UploadError, useSessionInfo } from '@app/platform/web';
import { useEffect, useRef, useState } from 'react';

/** A file on its way to the server, there, or refused. */
export interface SentFile {
  name: string;
  /** From 0 to 1 while it is on its way. */
  progress?: number;
  /** The line is lost; it goes on by itself when it is back. */
  waiting?: boolean;
  /** It was on its way before the page was loaded anew, and goes on from there. */
  goesOn?: boolean;
  fileId?: string;
  error?: string;
  /** It stopped for want of a line, and can go on where it stopped. */
  canGoOn?: boolean;
}

/** Sends one file at a time. Choosing another or taking it away ends the one under way; leaving the page lets it wait for a day. */
export function useUpload() {
  const owner = useSessionInfo()?.person?.id ?? '';
  const [file, setFile] = useState<SentFile | null>(null);
  const stop = useRef<AbortController | null>(null);
  const bytes = useRef<{ chosen: File; onThere?: ((fileId: string) => void) | undefined } | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function send(chosen: File, onThere?: (fileId: string) => void): Promise<void> {
    if (bytes.current?.chosen !== chosen) stop.current?.abort(TAKEN_BACK);
    const own = new AbortController();
    stop.current = own;
    bytes.current = { chosen, onThere };
    const { name } = chosen;
    let [progress, waiting, goesOn] = [0, false, false];
    const show = (next: SentFile): void => {
      if (stop.current === own) setFile(next);
    };
    show({ name, progress });
    try {
      const fileId = await sendFile(chosen, {
        owner,
        signal: own.signal,
        onProgress: (done) => show({ name, progress: (progress = done), waiting, goesOn }),
        onWaiting: (is) => show({ name, progress, waiting: (waiting = is), goesOn }),
        onGoesOn: () => (goesOn = true),
      });
      show({ name, fileId });
      if (stop.current === own) onThere?.(fileId);
    } catch (error) {
      if (own.signal.aborted) return;
      show({ name, error: error instanceof UploadError ? error.message : String(error), canGoOn: error instanceof UploadError && (error.status === 0 || error.status === 503) });
    }
  }

  function remove(): void {
    stop.current?.abort(TAKEN_BACK);
    stop.current = null;
    bytes.current = null;
    setFile(null);
  }

  return { file, send, remove, goOn: () => void (bytes.current && send(bytes.current.chosen, bytes.current.onThere)), underway: file?.progress !== undefined };
}
