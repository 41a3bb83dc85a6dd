/** Whether this machine knows the clocks of a zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    // Offsets such as +05:00 are understood too, but have no summer time and mean no place.
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** The place of a conference in addresses: the words of its title and its year. */
export function slugOf(title: string, year: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .split('-')
    .filter(Boolean);
  return [...words.slice(0, 8), year].join('-');
}
