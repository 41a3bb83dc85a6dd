import { TextDecoder } from 'node:util';
import { Parser } from 'htmlparser2';

/** What a page says of itself. */
export interface PageHead {
  title: string | null;
  description: string | null;
}

const TITLE_MAX = 200;
const DESCRIPTION_MAX = 400;

/** Reads the head of a page as its bytes come; `take` answers true once there is no more to learn. The body is never looked at. */
export function headOf(charset = 'utf-8'): { take: (chunk: Uint8Array) => boolean; head: () => PageHead | null } {
  const said = { title: '', ogTitle: '', description: '', ogDescription: '' };
  let inTitle = false;
  let over = false;
  const parser = new Parser(
    {
      onopentag: (name, { name: meta, property, content = '' }) => {
        if (name === 'title' && !said.title) inTitle = true;
        if (name === 'body') over = true;
        if (name !== 'meta') return;
        const key = (meta ?? property ?? '').toLowerCase();
        if (key === 'description') said.description ||= content;
        if (key === 'og:description') said.ogDescription ||= content;
        if (key === 'og:title') said.ogTitle ||= content;
      },
      ontext: (text) => {
        if (inTitle && said.title.length < 10 * TITLE_MAX) said.title += text;
      },
      onclosetag: (name) => {
        if (name === 'title') inTitle = false;
        if (name === 'head') over = true;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  const decoder = decoderFor(charset);
  return {
    take: (chunk) => {
      parser.write(decoder.decode(chunk, { stream: true }));
      return over;
    },
    head: () => {
      const title = tidy(said.ogTitle || said.title, TITLE_MAX);
      const description = tidy(said.ogDescription || said.description, DESCRIPTION_MAX);
      return title || description ? { title, description } : null;
    },
  };
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** One line without what cannot be seen: words of a stranger stand on our page only as words. */
function tidy(text: string, most: number): string | null {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFFFD]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!line) return null;
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
