import type { Finding } from '../file.entity.js';
import type { TextPart } from './tasks.js';

/**
 * What looks like data of pupils. Rules of thumb, meant to make an author look once more, and written to err on the side
 * of asking: a number that is built like a Social Security number; a date of birth that is called one; a number that is
 * called a pupil's; a plan of support that names its pupil; a table with columns of pupils. What was seen is counted and
 * placed, and never kept.
 */
const RULES: { code: string; seen: RegExp; least: number }[] = [
  { code: 'ssn', seen: /(?<![\d-])(?!000|666|9\d\d)\d{3}[-\u2010\u2011\u2013](?!00)\d{2}[-\u2010\u2011\u2013](?!0000)\d{4}(?![\d-])/g, least: 1 },
  { code: 'birth-date', seen: /\b(?:d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?)[\s:.]{1,5}(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})\b/gi, least: 1 },
  { code: 'pupil-number', seen: /\b(?:student|pupil|learner|lunch|state student)(?:'s)? ?(?:id|number|no\.?|#)[\s:#]{1,4}[A-Z]{0,3}\d{4,12}\b/gi, least: 1 },
  { code: 'support-plan', seen: /\b(?:iep|504 plan|individualized education program|behavior intervention plan)\b[^\n]{0,40}\b(?:for|student|pupil)\b[:\s]{1,3}[A-Z][a-z]+ [A-Z][a-z]+/g, least: 1 },
];

const COLUMNS: Record<string, RegExp> = {
  pupil: /\b(student|pupil|learner|child)\b(?!.*\b(count|total|enrol|per|ratio)\b)/i,
  number: /\b(student|pupil|state|local|lunch) ?(id|number|no)\b|^\s*(sid|ssid|uic)\s*$/i,
  name: /^\s*(name|first( name)?|last( name)?|surname|full name|student|pupil|learner)\s*$|\b(student|pupil|learner|child)('s)? ?name\b/i,
  birth: /\b(dob|birth ?date|date of birth|birthday)\b/i,
  record: /^\s*(grade|gpa|score|iep|504|ell|el|frl|homeroom|attendance|absences|discipline|suspensions|race|ethnicity|lunch status|disability)\s*$|\b(test|map|lexile|reading|math) score\b/i,
};
const LEAST_ROWS = 3;
const PLACES = 5;

/** Where pupils may be named, by part. */
export function pupilFindings(parts: readonly TextPart[]): Finding[] {
  const found = new Map<string, Finding>();
  const note = (code: string, label: string, count: number): void => {
    const one = found.get(code) ?? { code, count: 0, where: [] };
    one.count += count;
    if (one.where.length < PLACES && !one.where.includes(label)) one.where.push(label);
    found.set(code, one);
  };
  for (const { label, text } of parts) {
    for (const { code, seen, least } of RULES) {
      const count = text.match(seen)?.length ?? 0;
      if (count >= least) note(code, label, count);
    }
    const rows = rosterRows(text);
    if (rows > 0) note('roster', label, rows);
  }
  return [...found.values()];
}

/** How many rows stand below a heading row that names pupils and something about each of them. */
function rosterRows(text: string): number {
  const lines = text.split('\n');
  for (const [at, line] of lines.slice(0, 200).entries()) {
    const cells = line.split(/[\t,;|]/).map((cell) => cell.replace(/["_]/g, ' ').trim());
    if (cells.length < 2 || cells.length > 60) continue;
    const has = (kind: string): boolean => cells.some((cell) => cell.length <= 40 && (COLUMNS[kind] as RegExp).test(cell));
    const whose = has('number') || (has('name') && (has('pupil') || has('birth')));
    const about = [has('name'), has('number'), has('birth'), has('record')].filter(Boolean).length;
    if (!whose || about < 2) continue;
    const rows = lines.slice(at + 1).filter((row) => row.split(/[\t,;|]/).filter((cell) => cell.trim()).length >= 2).length;
    if (rows >= LEAST_ROWS) return rows;
  }
  return 0;
}

/** Whether a text reads like an agreement, whose author should cover what is personal before it is shared. */
export function isContract(parts: readonly TextPart[]): boolean {
  const text = parts.slice(0, 10).map((part) => part.text).join('\n').slice(0, 50_000);
  const signs = [/\bmemorandum of (understanding|agreement)\b/i, /\bcollective bargaining\b/i, /\bthis agreement\b/i, /\b(the )?(board|district) and the (association|union)\b/i, /\bin witness whereof\b/i, /\barticle (i|1)\b/i, /\bgrievance\b/i];
  return signs.filter((sign) => sign.test(text)).length >= 2;
}
