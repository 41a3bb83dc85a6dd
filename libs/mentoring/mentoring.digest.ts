import type { DigestItem, DigestSection } from '@app/digests';
import { likenessBy, planFor } from '@app/likeness';
import { type DigestRow, MentoringReads } from './mentoring.queries.js';

const MOST = 2;

/** The presenting districts most like a district, that have room and that it has not asked yet. */
export const mentorsSection: DigestSection = {
  name: 'mentoring',
  title: 'Mentors like you',
  read: async (get, readers) => {
    const rows = await get(MentoringReads).forDigest(readers.districts.map(({ organizationId }) => organizationId));
    const mentors = rows.filter((row) => row.open);
    const items = new Map<string, DigestItem[]>();
    for (const reader of rows.filter((row) => row.reads)) {
      const best = mentorsFor(reader, mentors);
      if (best.length > 0) items.set(reader.id, best);
    }
    return items;
  },
};

function mentorsFor(reader: DigestRow, mentors: readonly DigestRow[]): DigestItem[] {
  const plan = planFor(reader, reader.levels ?? {});
  return mentors
    .filter((mentor) => mentor.id !== reader.id && !reader.asked.includes(mentor.id))
    .map((mentor) => ({ mentor, ...likenessBy(plan, mentor) }))
    .sort((a, b) => b.score - a.score || a.mentor.name.localeCompare(b.mentor.name))
    .slice(0, MOST)
    .map(({ mentor, reasons }) => ({ title: mentor.name, path: `/mentoring?ask=${mentor.id}`, note: sentence(reasons) }));
}

/** "About your size, rural as well." */
function sentence(reasons: readonly string[]): string {
  const text = reasons.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
