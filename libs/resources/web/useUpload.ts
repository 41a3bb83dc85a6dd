import { uploadFile, UploadError } from '@app/platform/web';
import { useEffect, useRef, useState } from 'react';

/** A file on its way to the server, there, or refused. */
export interface SentFile {
  name: string;
  /** From 0 to 1 while it is on its way. */
  progress?: number;
  fileId?: string;
  error?: string;
}

/** Sends one file at a time; choosing another or leaving the page stops the one under way. */
export function useUpload() {
  const [file, setFile] = useState<SentFile | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function send(chosen: File): Promise<void> {
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    const { name } = chosen;
    setFile({ name, progress: 0 });
    const show = (next: SentFile | null) => {
      if (stop.current === own) setFile(next);
    };
    try {
      // Without its type: what it is, the server finds out from the bytes.
      const answer = await uploadFile('/files', chosen.slice(), (progress) => show({ name, progress }), { signal: own.signal, headers: { 'x-file-name': encodeURIComponent(name.replace(/\p{Cs}/gu, '')) } });
      const { fileId } = JSON.parse(answer) as { fileId: string };
      show({ name, fileId });
    } catch (error) {
      if (own.signal.aborted) return;
      show({ name, error: error instanceof UploadError ? error.message : String(error) });
    }
  }

  function remove(): void {
    stop.current?.abort();
    stop.current = null;
    setFile(null);
  }

  return { file, send, remove, underway: file?.progress !== undefined };
}
