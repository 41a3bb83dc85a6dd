import type { FileReading, Finding } from './file.entity.js';
import { READABLE } from './file-kinds.js';

/** What stands between a file and those who may read the thing it belongs to. */
export type FileGate = 'open' | 'checking' | 'infected' | 'held';

export interface GateFacts {
  ending: string;
  scan: 'clean' | 'infected' | null;
  reading: FileReading;
  findings: readonly Finding[];
  cleared: boolean;
}

/**
 * Whether a file is handed out. Where there is a scanner, nobody gets what it has not called harmless. What can be read
 * is read first, and what looks like data of pupils waits for whoever may speak for it: they alone get it meanwhile.
 */
export function gateOf(file: GateFacts, scanned: boolean): FileGate {
  if (file.scan === 'infected') return 'infected';
  if (scanned && file.scan !== 'clean') return 'checking';
  const unread = file.reading === 'waiting' && READABLE.includes(file.ending);
  return unread || (file.findings.length > 0 && !file.cleared) ? 'held' : 'open';
}
