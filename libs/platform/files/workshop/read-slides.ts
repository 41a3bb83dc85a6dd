import type { Raw } from './read.js';
import type { TextPart } from './tasks.js';
import { inParts, type OfficeParts } from './xml.js';

/** What belongs to a slide and stands in a part of its own: drawings made of words, charts, what the speaker has noted, what others have remarked. */
const BESIDE = ['diagramData', 'chart', 'notesSlide', 'comments'];

interface Noticed {
  language: string | null;
  undescribed: number;
}

/** Slides in the order in which they are shown. */
export function readSlides(path: string, most: number): Promise<Raw> {
  return inParts(path, async (office) => {
    const places = await office.inOrder('ppt/presentation.xml', 'sldId');
    const parts: TextPart[] = [];
    const noticed: Noticed = { language: null, undescribed: 0 };
    let comments = false;
    for (const [at, { target }] of places.slice(0, most).entries()) {
      const relations = [...(await office.relations(target)).values()];
      let words = await wordsOf(office, target, noticed);
      for (const type of BESIDE) {
        for (const { target: part } of relations.filter((one) => one.type === type)) {
          const said = await wordsOf(office, part, noticed);
          comments ||= type === 'comments' && said.trim() !== '';
          words += `\n${said}`;
        }
      }
      parts.push({ kind: 'slide', label: `Slide ${at + 1}`, text: words });
    }
    const own = await office.core();
    return { parts, count: places.length, facts: { ...own, language: own.language ?? noticed.language, undescribed: noticed.undescribed, comments } };
  });
}

/** The words of one part: `t` holds those of texts, `text` those of older comments, `v` those of charts. */
export async function wordsOf(office: OfficeParts, part: string, noticed?: Noticed): Promise<string> {
  let [words, inText, inPicture, cells] = ['', 0, false, 0];
  await office.walk(part, {
    open: (tag, attributes) => {
      if (isText(tag)) inText += 1;
      else if (tag === 'pic') inPicture = true;
      else if (tag === 'tc') cells += 1;
      else if (tag === 'rPr' && attributes.lang && noticed) noticed.language ??= attributes.lang;
      else if (tag === 'cNvPr' && inPicture && noticed && !attributes.descr?.trim()) noticed.undescribed += 1;
    },
    text: (text) => {
      if (inText > 0) words += text;
    },
    close: (tag) => {
      if (isText(tag)) inText -= 1;
      if (tag === 'pic') inPicture = false;
      // A row of a table stays one line, so that it can be told that it is one.
      else if (tag === 'p') words += cells > 0 ? ' ' : '\n';
      else if (tag === 'br' || tag === 'tr' || tag === 'text' || tag === 'v') words += '\n';
      else if (tag === 'tc') {
        cells -= 1;
        words += '\t';
      }
    },
  });
  return words;
}

const isText = (tag: string): boolean => tag === 't' || tag === 'text' || tag === 'v';
