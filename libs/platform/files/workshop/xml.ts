import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

const LARGEST_PART = 100 * 1024 * 1024;

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
   * Walks through one part: `open` and `close` hear of each element by its name without prefix, `text` of the letters
   * within. A part that is missing is empty. Nothing outside the part is ever fetched, and entities of its own are an error.
   */
  async walk(name: string, on: { open?: (tag: string, attributes: Record<string, string>) => void; close?: (tag: string) => void; text?: (text: string) => void }): Promise<void> {
    const entry = this.entries.get(name);
    if (!entry) return;
    if (entry.uncompressedSize > LARGEST_PART) throw new Error(`${name} is too large`);
    const parser = new SaxesParser({ xmlns: false });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', (tag: SaxesTagPlain) => {
      on.open?.(local(tag.name), tag.attributes);
      // An element that is closed at once is told of by the parser as well.
    });
    parser.on('closetag', (tag: SaxesTagPlain) => on.close?.(local(tag.name)));
    parser.on('text', (text) => on.text?.(text));
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

  /** The title and the language that the file gives itself. */
  async core(): Promise<{ title: string | null; language: string | null }> {
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
    return { title: found.title?.trim() || null, language: found.language?.trim() || null };
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
