import type { Raw } from './read.js';
import type { TextPart } from './tasks.js';
import { attribute, OfficeParts } from './xml.js';

async function opened<T>(path: string, work: (parts: OfficeParts) => Promise<T>): Promise<T> {
  const parts = await OfficeParts.open(path);
  try {
    return await work(parts);
  } finally {
    parts.close();
  }
}

/** A letter or a paper, split at its headings. */
export function readDocument(path: string): Promise<Raw> {
  return opened(path, async (office) => {
    const { headings, language } = await stylesOf(office);
    const parts: TextPart[] = [{ kind: 'heading', label: 'Beginning', text: '' }];
    let [words, isHeading, inText, undescribed] = ['', false, false, 0];
    await office.walk('word/document.xml', {
      open: (tag, attributes) => {
        if (tag === 'p') [words, isHeading] = ['', false];
        else if (tag === 't') inText = true;
        else if (tag === 'tab') words += '\t';
        else if (tag === 'br' || tag === 'cr') words += '\n';
        else if (tag === 'pStyle') isHeading = headings.has(attribute(attributes, 'val') ?? '');
        else if (tag === 'outlineLvl') isHeading = Number(attribute(attributes, 'val') ?? 9) < 6;
        else if (tag === 'docPr' && !attributes.descr?.trim() && !attributes.title?.trim()) undescribed += 1;
      },
      text: (text) => {
        if (inText) words += text;
      },
      close: (tag) => {
        if (tag === 't') inText = false;
        if (tag === 'tc') append(parts, '\t');
        if (tag !== 'p' || !words.trim()) return;
        if (isHeading) parts.push({ kind: 'heading', label: words.trim(), text: `${words.trim()}\n` });
        else append(parts, `${words}\n`);
        words = '';
      },
    });
    const own = await office.core();
    const found = parts.filter((part) => part.text.trim());
    return { parts: found, count: found.length, facts: { title: own.title, language: own.language ?? language, headings: parts.length - 1, undescribed } };
  });
}

function append(parts: TextPart[], text: string): void {
  const last = parts.at(-1);
  if (last) last.text += text;
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

/** Slides in the order in which they are shown, with what the speaker has noted. */
export function readSlides(path: string, most: number): Promise<Raw> {
  return opened(path, async (office) => {
    const places = await inOrder(office, 'ppt/presentation.xml', 'sldId');
    const parts: TextPart[] = [];
    let [language, undescribed]: [string | null, number] = [null, 0];
    for (const [at, { target }] of places.slice(0, most).entries()) {
      const notes = [...(await office.relations(target)).values()].find(({ type }) => type === 'notesSlide')?.target;
      let [words, inText, inPicture] = ['', false, false];
      for (const name of [target, notes ?? '']) {
        await office.walk(name, {
          open: (tag, attributes) => {
            if (tag === 't') inText = true;
            else if (tag === 'pic') inPicture = true;
            else if (tag === 'rPr' && attributes.lang) language ??= attributes.lang;
            else if (tag === 'cNvPr' && inPicture && !attributes.descr?.trim()) undescribed += 1;
          },
          text: (text) => {
            if (inText) words += text;
          },
          close: (tag) => {
            if (tag === 't') inText = false;
            else if (tag === 'pic') inPicture = false;
            else if (tag === 'p' || tag === 'br') words += '\n';
            else if (tag === 'tc') words += '\t';
          },
        });
      }
      parts.push({ kind: 'slide', label: `Slide ${at + 1}`, text: words });
    }
    const own = await office.core();
    return { parts, count: places.length, facts: { title: own.title, language: own.language ?? language, undescribed } };
  });
}

/** The sheets of a workbook, a line for each row. */
export function readSheets(path: string, most: number): Promise<Raw> {
  return opened(path, async (office) => {
    const shared = await sharedStrings(office);
    const places = await inOrder(office, 'xl/workbook.xml', 'sheet');
    const parts: TextPart[] = [];
    for (const { target, attributes } of places.slice(0, most)) {
      const rows: string[] = [];
      let [row, kind, value, inValue]: [string[], string, string, boolean] = [[], '', '', false];
      await office.walk(target, {
        open: (tag, given) => {
          if (tag === 'row') row = [];
          else if (tag === 'c') [kind, value] = [given.t ?? '', ''];
          else if (tag === 'v' || tag === 't') inValue = true;
        },
        text: (text) => {
          if (inValue) value += text;
        },
        close: (tag) => {
          if (tag === 'v' || tag === 't') inValue = false;
          else if (tag === 'c') row.push(kind === 's' ? (shared[Number(value)] ?? '') : value);
          else if (tag === 'row' && row.some((cell) => cell.trim())) rows.push(row.join('\t'));
        },
      });
      parts.push({ kind: 'sheet', label: attributes.name ?? `Sheet ${parts.length + 1}`, text: rows.join('\n') });
    }
    const hiddenSheets = places.filter(({ attributes }) => /hidden/i.test(attributes.state ?? '')).length;
    return { parts, count: places.length, facts: { ...(await office.core()), hiddenSheets } };
  });
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

/** The slides or sheets that a file lists, in its order. */
async function inOrder(office: OfficeParts, list: string, element: string): Promise<{ target: string; attributes: Record<string, string> }[]> {
  const relations = await office.relations(list);
  const found: { target: string; attributes: Record<string, string> }[] = [];
  await office.walk(list, {
    open: (tag, attributes) => {
      const target = tag === element ? relations.get(Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '')?.target : undefined;
      if (target && office.has(target)) found.push({ target, attributes });
    },
  });
  return found;
}
