import type { About } from './visitor-reports.service.js';

export const REPORT_PAGE = '/report';

/** The page on which anybody, without an account too, says what is wrong with something. */
export function reportPath(kind: string, id: string): string {
  return `${REPORT_PAGE}?about=${kind}:${id}`;
}

/** What such an address is about; null where it names nothing. */
export function aboutIn(text: unknown): About | null {
  const [, kind = '', id = ''] = /^([a-z][a-z_-]{0,59}):([0-9a-f-]{36})$/i.exec(typeof text === 'string' ? text : '') ?? [];
  return kind ? { kind, id } : null;
}
