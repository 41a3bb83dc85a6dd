import type { Raw } from './read.js';
import type { TextPart } from './tasks.js';
import { attribute, inParts, type OfficeParts, type Walk } from './xml.js';

/** What stands beside the text of a letter, in parts of its own, and what a reader would call it. */
const BESIDE: [type: string, label: string][] = [
  ['footnotes', 'Footnotes'],
  ['endnotes', 'Endnotes'],
  ['comments', 'Comments'],
  ['header', 'Headers and footers'],
  ['footer', 'Headers and footers'],
];

interface Paragraph {
  words: string;
  isHeading: boolean;
  /** Those of the text boxes that are anchored in it, which are read after it. */
  boxes: Paragraph[];
}

/** Marks of a letter that others see as well, whoever they were meant for. */
interface Marks {
  undescribed: number;
  changes: number;
  /** What was struck out and is still in the file. */
  deleted: string;
}

/** A letter or a paper, split at its headings, with its notes and comments behind it. */
export function readDocument(path: string): Promise<Raw> {
  return inParts(path, async (office) => {
    const { headings, language } = await stylesOf(office);
    const marks: Marks = { undescribed: 0, changes: 0, deleted: '' };
    const parts: TextPart[] = [{ kind: 'heading', label: 'Beginning', text: '' }];
    await office.walk('word/document.xml', paragraphs(headings, marks, parts));
    const [found, sections] = [parts.filter((part) => part.text.trim()), parts.length - 1];

    const beside = new Map<string, TextPart>();
    const targets = [...(await office.relations('word/document.xml')).values()];
    for (const [type, label] of BESIDE) {
      for (const { target } of targets.filter((one) => one.type === type)) {
        const part = beside.get(label) ?? { kind: 'heading' as const, label, text: '' };
        beside.set(label, part);
        // A heading among the notes begins nothing of its own.
        await office.walk(target, paragraphs(null, marks, [part]));
      }
    }
    const others = [...beside.values()].filter((part) => part.text.trim());
    const own = await office.core();
    return {
      parts: [...found, ...others],
      unseen: marks.deleted.trim() ? [{ kind: 'heading', label: 'Deleted words', text: marks.deleted }] : [],
      count: found.length + others.length,
      facts: { ...own, language: own.language ?? language, headings: sections, undescribed: marks.undescribed, changes: marks.changes > 0, comments: Boolean(beside.get('Comments')?.text.trim()) },
    };
  });
}

/** Puts the paragraphs of one part behind the last of `parts`, where each heading begins another; null for a part without headings. */
function paragraphs(headings: ReadonlySet<string> | null, marks: Marks, parts: TextPart[]): Walk {
  // A paragraph may hold a text box with paragraphs of its own.
  const open: Paragraph[] = [];
  let [inText, inDeleted, struck, cells] = [false, false, 0, 0];
  const say = (words: string): void => {
    const at = open.at(-1);
    if (!at) return;
    if (struck > 0) marks.deleted += words;
    else at.words += words;
  };
  const put = ({ words, isHeading, boxes }: Paragraph): void => {
    const said = words.trim();
    const last = parts.at(-1);
    if (said && isHeading) parts.push({ kind: 'heading', label: said, text: `${said}\n` });
    // A row of a table stays one line, so that it can be told that it is one.
    else if (said && last) last.text += cells > 0 ? `${said} ` : `${words}\n`;
    boxes.forEach(put);
  };
  return {
    open: (tag, attributes) => {
      if (tag === 'p') open.push({ words: '', isHeading: false, boxes: [] });
      else if (tag === 't') inText = true;
      else if (tag === 'delText') inDeleted = true;
      else if (tag === 'tab') say('\t');
      else if (tag === 'br' || tag === 'cr') say('\n');
      else if (tag === 'noBreakHyphen') say('-');
      else if (tag === 'tc') cells += 1;
      else if (tag === 'pStyle') heading(headings?.has(attribute(attributes, 'val') ?? ''));
      else if (tag === 'outlineLvl') heading(Number(attribute(attributes, 'val') ?? 9) < 6);
      else if (tag === 'docPr' && !attributes.descr?.trim() && !attributes.title?.trim()) marks.undescribed += 1;
      if (tag === 'ins' || tag === 'del' || tag === 'moveFrom' || tag === 'moveTo') marks.changes += 1;
      if (tag === 'del' || tag === 'moveFrom') struck += 1;
    },
    text: (text) => {
      if (inText) say(text);
      else if (inDeleted) marks.deleted += text;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      else if (tag === 'delText') inDeleted = false;
      else if (tag === 'tr') end('\n');
      else if (tag === 'tc') {
        cells -= 1;
        end('\t');
      } else if (tag === 'del' || tag === 'moveFrom') {
        struck -= 1;
        marks.deleted += '\n';
      } else if (tag === 'p') {
        const [closed, around] = [open.pop(), open.at(-1)];
        if (closed && around) around.boxes.push(closed);
        else if (closed) put(closed);
      }
    },
  };

  function heading(is = false): void {
    const at = open.at(-1);
    if (at && headings) at.isHeading = is;
  }

  function end(mark: string): void {
    const last = parts.at(-1);
    if (last && open.length === 0) last.text += mark;
  }
}

/** Which styles are headings, whatever the language of the program calls them, and the language of the text. */
async function stylesOf(office: OfficeParts): Promise<{ headings: Set<string>; language: string | null }> {
  const headings = new Set<string>();
  let [style, language]: [string, string | null] = ['', null];
  await office.walk('word/styles.xml', {
    open: (tag, attributes) => {
      const value = attribute(attributes, 'val') ?? '';
      if (tag === 'style') style = attribute(attributes, 'styleId') ?? '';
      else if (tag === 'name' && /^(heading [1-6]|title)$/i.test(value)) headings.add(style);
      else if (tag === 'outlineLvl' && Number(value) < 6) headings.add(style);
      else if (tag === 'lang' && !language) language = value || null;
    },
  });
  return { headings, language };
}
