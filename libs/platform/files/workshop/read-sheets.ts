import type { Raw } from './read.js';
import { wordsOf } from './read-slides.js';
import type { TextPart } from './tasks.js';
import { inParts, type OfficeParts } from './xml.js';

/** What belongs to a sheet and stands in a part of its own: text boxes, and what others have remarked. */
const DRAWN = ['drawing'];
const REMARKED = ['threadedComment', 'comments'];
/** The lines that are printed above and below a sheet. */
const PRINTED = /^(odd|even|first)(Header|Footer)$/;

/** The sheets of a workbook, each its name and a line for each row. */
export function readSheets(path: string, most: number): Promise<Raw> {
  return inParts(path, async (office) => {
    const shared = await sharedStrings(office);
    const places = await office.inOrder('xl/workbook.xml', 'sheet');
    const parts: TextPart[] = [];
    let comments = false;
    for (const { target, attributes } of places.slice(0, most)) {
      const relations = [...(await office.relations(target)).values()];
      const saidBy = async (types: readonly string[]): Promise<string> => {
        const found: string[] = [];
        for (const type of types) for (const one of relations.filter((relation) => relation.type === type)) found.push(await wordsOf(office, one.target));
        return found.join('\n');
      };
      const [rows, drawn, remarked] = [await rowsOf(office, target, shared), await saidBy(DRAWN), await saidBy(REMARKED)];
      comments ||= remarked.trim() !== '';
      const label = attributes.name ?? `Sheet ${parts.length + 1}`;
      const text = [...rows, drawn, remarked].join('\n').trim();
      // A sheet without a word in it says nothing by its name.
      parts.push({ kind: 'sheet', label, text: text && `${label}\n${text}` });
    }
    const hiddenSheets = places.filter(({ attributes }) => /hidden/i.test(attributes.state ?? '')).length;
    return { parts, count: places.length, facts: { ...(await office.core()), hiddenSheets, comments } };
  });
}

async function rowsOf(office: OfficeParts, sheet: string, shared: readonly string[]): Promise<string[]> {
  const rows: string[] = [];
  let [row, kind, value, inValue]: [string[], string, string, boolean] = [[], '', '', false];
  await office.walk(sheet, {
    open: (tag, given) => {
      if (tag === 'row') row = [];
      else if (tag === 'c') [kind, value] = [given.t ?? '', ''];
      else if (PRINTED.test(tag)) [value, inValue] = ['', true];
      else if (tag === 'v' || tag === 't') inValue = true;
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') inValue = false;
      else if (tag === 'c') row.push(kind === 's' ? (shared[Number(value)] ?? '') : value);
      else if (tag === 'row' && row.some((cell) => cell.trim())) rows.push(row.join('\t'));
      else if (PRINTED.test(tag)) {
        inValue = false;
        // The codes among the words say where they stand, in which letters, and what is counted.
        rows.push(value.replace(/&("[^"]*"|[A-Z]|\d+)/g, ' '));
      }
    },
  });
  return rows;
}

async function sharedStrings(office: OfficeParts): Promise<string[]> {
  const found: string[] = [];
  let [words, inText] = ['', false];
  await office.walk('xl/sharedStrings.xml', {
    open: (tag) => {
      if (tag === 'si') words = '';
      else if (tag === 't') inText = true;
    },
    text: (text) => {
      if (inText) words += text;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      else if (tag === 'si') found.push(words);
    },
  });
  return found;
}
