import type { ConferenceNote, ConferenceRow } from '@app/conferences';
import { dayInWords, easternToday } from '@app/organizations';
import { PART_LIMITS, PARTS, type PartName } from './contract/limits.js';

export type Parts = Record<PartName, string>;

const HEADINGS: Record<PartName, string> = { context: 'Context', process: 'Process', tools: 'Tools', outcomes: 'Outcomes', how: 'How it came about' };

/** The whole as a plain text: what the seats of the district read and sign. */
export function signedText(study: Parts): string {
  return PARTS.map((part) => `${HEADINGS[part]}\n${study[part]}`).join('\n\n');
}

/** Who noted something, and where: the line beneath it. */
function source({ by, organizationName, changedAt }: Noted, conference: string): string {
  return `(Noted by ${[by, organizationName].filter(Boolean).join(', ')}, at ${conference}, ${dayInWords(easternToday(new Date(changedAt)))}.)`;
}

/** Something that did not fit into a part of the first draft. */
export interface LeftOut {
  part: PartName;
  text: string;
}

export const emptyParts: Parts = { context: '', process: '', tools: '', outcomes: '', how: '' };

type Noted = Pick<ConferenceNote, 'body' | 'by' | 'organizationName' | 'changedAt'>;
type Material = Pick<ConferenceRow['materials'][number], 'title' | 'link' | 'note'>;

/**
 * The first draft out of what a district showed at a conference: where and when it did, what it handed out and what was noted
 * on that, each note with who wrote it, where and when. It says nothing that is not there, and what does not fit is left beside it; the writer goes on from it.
 */
export function firstDraft(conference: Pick<ConferenceRow, 'title' | 'city' | 'state' | 'firstDay' | 'lastDay' | 'theme'>, district: string, materials: readonly Material[], noted: readonly Noted[] = []): { parts: Parts; leftOut: LeftOut[] } {
  const place = [conference.city, conference.state].filter(Boolean).join(', ');
  const days = [...new Set([conference.firstDay, conference.lastDay])].filter(Boolean).join(' to ');
  const notes = materials.filter(({ note }) => note).map(({ title, note }) => `${title}: ${note}`);
  const leftOut: LeftOut[] = [];
  const fitted = (part: PartName, lines: readonly string[]): string =>
    lines.reduce((text, line) => {
      const longer = text ? `${text}\n${line}` : line;
      if (longer.length <= PART_LIMITS[part]) return longer;
      leftOut.push({ part, text: line });
      return text;
    }, '');
  const parts = {
    ...emptyParts,
    context: fitted('context', [`${district} showed its work at ${conference.title} in ${place}${days ? `, ${days}` : ''}.`, ...(conference.theme ? [`The theme there: ${conference.theme}.`] : [])]),
    process: fitted('process', [...notes, ...noted.map((note) => `${note.body}\n${source(note, conference.title)}`)]),
    tools: fitted('tools', materials.map(({ title, link }) => `${title}: ${link}`)),
  };
  return { parts, leftOut };
}
