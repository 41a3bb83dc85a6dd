/** The permanent address of a collection: the words it began with, and enough of its id that no two are alike. */
export function slugOf(title: string, id: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return [words, id.replaceAll('-', '').slice(-6)].filter(Boolean).join('-').replace(/-{2,}/g, '-');
}
