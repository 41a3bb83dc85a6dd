import { cleanFileName } from '@app/platform/files';
import type { TakeHome } from './take-homes.service.js';

/** A pack holds at most so many bytes of files; what does not fit is named with its page. */
export const PACK_BYTES_MAX = 200 * 1024 * 1024;

/** One thing of the pack as its index lists it. */
export interface Entry {
  title: string;
  from: string | null;
  note: string;
  summary: string;
  /** Its place in the pack; null where it is not in it. */
  path: string | null;
  /** Its page in Accord, as a path of this web address. */
  page: string;
  url: string | null;
  silentSince: string | null;
  supersededBy: { id: string; title: string } | null;
  licence: string;
  tooLarge: boolean;
  /** The bytes: a file of the store, or words. */
  stored?: { name: string; size: number };
  text?: string;
}

/** What was handed out, with its place in the pack where it is a thing of the library that this team may read. */
export interface HandedOut {
  title: string;
  note: string | null;
  link: string;
  entry: Entry | null;
}

export interface Contents {
  collection: Entry[];
  handedOut: HandedOut[];
  /** All that lies in the pack, each once. */
  packed: Entry[];
}

/** The whole pack: the collection first, then what was handed out and is not in it. */
export function contentsOf({ items, materials, stored }: Pick<TakeHome, 'items' | 'materials' | 'stored'>, labelOf: Parameters<typeof entriesOf>[1]): Contents {
  const room = { left: PACK_BYTES_MAX };
  const collection = entriesOf({ items, stored }, labelOf, room);
  const known = new Map(collection.map((entry) => [entry.page, entry]));
  const others = materials.flatMap(({ resource, note }) => (resource && !known.has(`/library/${resource.id}`) ? [{ resource, note: note ?? '' }] : []));
  const more = entriesOf({ items: others, stored }, labelOf, room, 'handed-out/');
  for (const entry of more) known.set(entry.page, entry);
  return {
    collection,
    handedOut: materials.map(({ title, note, link, resource }) => ({ title, note, link, entry: (resource && known.get(`/library/${resource.id}`)) ?? null })),
    packed: [...collection, ...more],
  };
}

/** How many bytes of files a pack still takes. */
export interface Room {
  left: number;
}

/** What goes into a pack and what is only named, in the order of the collection. */
export function entriesOf(
  { items, stored }: { items: readonly Pick<TakeHome['items'][number], 'resource' | 'note'>[]; stored: TakeHome['stored'] },
  labelOf: (licence: TakeHome['items'][number]['resource']['licence']) => string,
  room: Room = { left: PACK_BYTES_MAX },
  folder = '',
): Entry[] {
  return items.map(({ resource, note }, at) => {
    const number = String(at + 1).padStart(2, '0');
    // What is still being looked at leaves with nobody.
    const isOpen = resource.file?.gate === 'open';
    const storedName = resource.file && isOpen ? stored.get(resource.file.id) : undefined;
    const fits = resource.file !== null && storedName !== undefined && resource.file.size <= room.left;
    if (fits) room.left -= resource.file?.size ?? 0;
    const path = resource.file ? (fits ? `${folder}files/${number} ${safeName(resource.file.name)}` : null) : resource.body === null ? null : `${folder}texts/${number} ${safeName(`${resource.title.slice(0, 80)}.md`)}`;
    return {
      title: resource.title, from: resource.owner.name, note, summary: resource.summary, path,
      page: `/library/${resource.id}`, url: resource.url, silentSince: resource.silentSince, supersededBy: resource.supersededBy, licence: labelOf(resource.licence),
      tooLarge: resource.file !== null && isOpen && !fits,
      ...(fits && storedName ? { stored: { name: storedName, size: resource.file?.size ?? 0 } } : {}),
      ...(resource.body === null ? {} : { text: `# ${resource.title}\n\n${resource.summary ? `${resource.summary}\n\n` : ''}${resource.body}\n` }),
    };
  });
}

/** A name that every computer can unpack: no way out of its folder, and nothing that Windows refuses. */
export function safeName(name: string): string {
  return cleanFileName(name.replace(/[/\\]+/g, '-')) || 'unnamed';
}
