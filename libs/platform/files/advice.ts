import { LETTERS_A_PAGE, type ReadDone } from './workshop/tasks.js';

/** What would make a file easier to use for everybody, told to who shares it. The page has the words; figures stand behind colons, as in `partly-scanned:38:40`. */
export const ADVICE = [
  'scanned',
  'partly-scanned',
  'locked',
  'pdf-untagged',
  'no-title',
  'no-language',
  'no-headings',
  'pictures-undescribed',
  'hidden-sheets',
  'tracked-changes',
  'comments',
  'names-its-author',
  'contract',
] as const;

export type Advice = (typeof ADVICE)[number] | `partly-scanned:${number}:${number}`;

const LONG = 3000;
const PAGES_READ = 1000;
/** A blank page now and then is none that was scanned. */
const MANY_SILENT = 0.1;

/** Whether a file has words that anybody could find or hear. A scanned page has hardly any. */
export function hasText({ parts, count }: Pick<ReadDone, 'parts' | 'count'>): boolean {
  const letters = parts.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
  return letters >= Math.max(1, Math.min(count, PAGES_READ) * (parts[0]?.kind === 'page' || count > parts.length ? LETTERS_A_PAGE : 0));
}

export function adviceFor(ending: string, done: ReadDone): Advice[] {
  const { facts } = done;
  const office = ['docx', 'pptx', 'xlsx'].includes(ending);
  const letters = done.parts.reduce((sum, { text }) => sum + text.length, 0);
  const [silent, pages] = [facts.silentPages ?? 0, Math.min(done.count, PAGES_READ)];
  const scanned = ending === 'pdf' && !done.locked && (!hasText(done) || silent === pages);
  const found: [Advice, boolean][] = [
    ['locked', done.locked],
    ['scanned', scanned],
    [`partly-scanned:${silent}:${pages}`, !scanned && silent > 0 && silent >= pages * MANY_SILENT],
    ['pdf-untagged', ending === 'pdf' && !done.locked && facts.tagged === false],
    ['no-title', (ending === 'pdf' || office) && !done.locked && !facts.title],
    ['no-language', (ending === 'pdf' || ending === 'docx' || ending === 'pptx') && !done.locked && !facts.language],
    ['no-headings', ending === 'docx' && facts.headings === 0 && letters > LONG],
    ['pictures-undescribed', (facts.undescribed ?? 0) > 0],
    ['hidden-sheets', (facts.hiddenSheets ?? 0) > 0],
    ['tracked-changes', facts.changes === true],
    ['comments', facts.comments === true],
    ['names-its-author', facts.named === true],
    ['contract', done.isContract],
  ];
  return found.filter(([, is]) => is).map(([advice]) => advice);
}
