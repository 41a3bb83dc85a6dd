import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

const LARGEST_PART = 100 * 1024 * 1024;
/** Around what a program that does not know a newer element shows in its place: the same words a second time. */
const AGAIN = 'mc:Fallback';

/** What hears of the elements of a part, by their names without prefix, and of the letters within. */
export interface Walk {
  open?: (tag: string, attributes: Record<string, string>) => void;
  close?: (tag: string) => void;
  text?: (text: string) => void;
}

/** Opens an Office file for as long as `work` takes. */
export async function inParts<T>(path: string, work: (office: OfficeParts) => Promise<T>): Promise<T> {
  const parts = await OfficeParts.open(path);
  try {
    return await work(parts);
  } finally {
    parts.close();
  }
}

/** The parts of an Office file, read one at a time and never unpacked to a disk. */
export class OfficeParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: Map<string, Entry>,
  ) {}

  static async open(path: string): Promise<OfficeParts> {
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return new OfficeParts(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * Walks through one part. A part that is missing is empty. Nothing outside the part is ever fetched, and entities of its
   * own are an error. What stands there once more for older programs is left out.
   */
  async walk(name: string, on: Walk): Promise<void> {
    const entry = this.entries.get(name);
    if (!entry) return;
    if (entry.uncompressedSize > LARGEST_PART) throw new Error(`${name} is too large`);
    const parser = new SaxesParser({ xmlns: false });
    parser.on('error', (error) => {
      throw error;
    });
    let again = 0;
    parser.on('opentag', (tag: SaxesTagPlain) => {
      if (tag.name === AGAIN) again += 1;
      if (again === 0) on.open?.(local(tag.name), tag.attributes);
    });
    parser.on('closetag', (tag: SaxesTagPlain) => {
      // An element that is closed at once is told of as well.
      if (again === 0) on.close?.(local(tag.name));
      if (tag.name === AGAIN) again -= 1;
    });
    const text = (letters: string): void => {
      if (again === 0) on.text?.(letters);
    };
    parser.on('text', text);
    parser.on('cdata', text);
    const decoder = new TextDecoder('utf-8');
    for await (const chunk of await this.zip.openReadStreamPromise(entry)) parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  }

  /** What a part points to, by the ids it uses: a slide of the presentation, a sheet of the workbook. */
  async relations(of: string): Promise<Map<string, { target: string; type: string }>> {
    const [folder, file] = [of.slice(0, of.lastIndexOf('/') + 1), of.slice(of.lastIndexOf('/') + 1)];
    const found = new Map<string, { target: string; type: string }>();
    await this.walk(`${folder}_rels/${file}.rels`, {
      open: (tag, { Id, Target, Type = '', TargetMode }) => {
        if (tag === 'Relationship' && Id && Target && TargetMode !== 'External') found.set(Id, { target: resolved(folder, Target), type: Type.slice(Type.lastIndexOf('/') + 1) });
      },
    });
    return found;
  }

  /** The slides or sheets that a part lists, in its order. */
  async inOrder(list: string, element: string): Promise<{ target: string; attributes: Record<string, string> }[]> {
    const relations = await this.relations(list);
    const found: { target: string; attributes: Record<string, string> }[] = [];
    await this.walk(list, {
      open: (tag, attributes) => {
        const target = tag === element ? relations.get(Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '')?.target : undefined;
        if (target && this.has(target)) found.push({ target, attributes });
      },
    });
    return found;
  }

  /** The title and the language that the file gives itself, and whether it says who made it. */
  async core(): Promise<{ title: string | null; language: string | null; named: boolean }> {
    const found: Record<string, string> = {};
    let at = '';
    await this.walk('docProps/core.xml', {
      open: (tag) => {
        at = tag;
      },
      close: () => {
        at = '';
      },
      text: (text) => {
        if (at) found[at] = (found[at] ?? '') + text;
      },
    });
    return { title: found.title?.trim() || null, language: found.language?.trim() || null, named: Boolean(found.creator?.trim() || found.lastModifiedBy?.trim()) };
  }

  close(): void {
    this.zip.close();
  }
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => local(key) === name)?.[1];
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
