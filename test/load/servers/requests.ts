import { randomBytes } from 'node:crypto';
import { print } from 'graphql';
import { Documents } from '../../setup/documents.js';
import { audienceOf, districtOfPerson, idOf, lettersOf, openerOf, SESSIONS, type Size, tokenOf } from '../data/community.js';
import { WORDS } from '../data/words.js';

export const OPS = ['q1', 'q2', 'q3', 'q4', 'q5'] as const;
export type Op = (typeof OPS)[number];

export const OP_NAMES: Record<Op, string> = { q1: 'district page', q2: 'threads', q3: 'thread, 20 letters', q4: 'search, facets', q5: 'add a letter' };

/** The same wish in both languages. */
export interface Wish {
  cookie: string;
  product: string;
  bare: string;
}

/** The web app's own documents; the three that a district's page sends are sent as one. */
export async function documents(): Promise<Record<Op, string>> {
  const web = await Documents.read();
  const profile = print(web.operation('DistrictProfile').selectionSet).replace(/^\{|\}$/g, '');
  const page = `query DistrictPage($slug: String!, $id: ID!) {
    ${profile}
    threads(organizationId: $id, first: 10) { nodes { ...ThreadLine } pageInfo { endCursor hasNextPage } }
    resources(filter: { organizationId: $id }, first: 10) { nodes { resource { ...ResourceLine } } }
  }`;
  return { q1: web.whole(page), q2: web.text('Threads'), q3: web.text('ThreadPage'), q4: web.text('SearchPage'), q5: web.text('Reply') };
}

/** Makes random wishes of an operation: another reader and another thing each time, so that nothing is warm because it was just asked. */
export function wisher(size: Size, texts: Record<Op, string>): (op: Op) => Wish {
  const letters = lettersOf(size);
  const below = (n: number): number => Math.floor(Math.random() * n);
  const shared = (): number => {
    for (;;) {
      const thread = below(size.threads);
      if (['members', 'public'].includes(audienceOf('thread', thread, districtOfPerson(size, openerOf(size, 'thread', thread))))) return thread;
    }
  };
  const wish = (op: Op, variables: object, bare: object): Wish => ({ cookie: `accord=${tokenOf(below(SESSIONS))}`, product: JSON.stringify({ query: texts[op], variables }), bare: JSON.stringify({ op, ...bare }) });
  return (op) => {
    switch (op) {
      case 'q1': {
        const district = below(size.districts);
        const asked = { slug: `district-${district}`, id: idOf('organization', district) };
        return wish(op, asked, asked);
      }
      case 'q2':
        return wish(op, { first: 20 }, {});
      case 'q3': {
        const thread = shared();
        // Pages deep in a long thread must cost no more than its first.
        const asked = { id: idOf('thread', thread), after: 20 * below(Math.ceil((letters[thread] ?? 1) / 20)) };
        return wish(op, asked, asked);
      }
      case 'q4': {
        const text = searched();
        return wish(op, { filter: { text }, first: 20 }, { text });
      }
      case 'q5': {
        const [id, body, key] = [idOf('thread', shared()), 'Thank you. We tried this last year and would do it again, with more time for the first meeting.', randomBytes(12).toString('hex')];
        return wish(op, { input: { threadId: id, body, idempotencyKey: key } }, { id, body, key });
      }
    }
  };
}

/** What people look for: a rare word, or two frequent ones together; the middle one finds some hundreds. */
function searched(): string {
  const word = (from: number, to: number): string => WORDS[from + Math.floor(Math.random() * (to - from))] ?? '';
  return Math.random() < 0.7 ? word(2000, 8000) : `${word(60, 400)} ${word(60, 400)}`;
}

/** A word that nearly everything holds. */
export const commonest = (n: number): string => WORDS[n % 5] ?? '';
