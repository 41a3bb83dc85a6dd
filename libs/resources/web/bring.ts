import { recordWords as words } from './record-words.js';

/** What a file would do, or has done, as the server says it. */
export interface ImportReport {
  rows: number;
  fresh: number;
  changed: number;
  same: number;
  problems: { row: number; column: string; message: string }[];
  problemCount: number;
  ignored: string[];
  /** Of how many things more people would be readers than until now. */
  opened: number;
  things: { row: number; title: string; what: string; changes: string[]; replaces: string[]; keeps: string[]; opens: boolean }[];
}

type Line = { done: number; of: number } | { report: ImportReport } | { failed: string };

/** Sends an inventory and hears line by line how far it has come; answers how it ended. Never rejects. */
export async function bringInventory(organizationId: string, file: File, onProgress: (done: number, of: number) => void): Promise<{ report: ImportReport } | { failed: string }> {
  try {
    // Packed, the lines would come all at once.
    const response = await fetch(`/files/inventory/${organizationId}/import`, { method: 'PUT', body: file.slice(), headers: { 'content-type': 'text/csv', 'apollo-require-preflight': '1', 'x-no-compression': '1' } });
    if (!response.ok || !response.body) return { failed: ((await response.json()) as { message?: string }).message ?? words.broken };
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = `${rest}${part.value}`.split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines.filter(Boolean)) {
        const line = JSON.parse(text) as Line;
        if ('done' in line) onProgress(line.done, line.of);
        else return line;
      }
    }
  } catch {
    // falls through to the one answer
  }
  return { failed: words.broken };
}
