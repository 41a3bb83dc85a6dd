import { randomFrom } from '../faults/mail/random.js';
import { ELSEWHERE, type Subject, SUBJECTS } from './subjects.js';

/** Something that an invented district has shared, and what it is about. */
export interface Shared {
  id: string;
  kind: 'resource' | 'thread';
  title: string;
  body: string;
  /** Its place in {@link DISTRICTS}. */
  district: number;
  at: Date;
  about: { key: string; how: 'titled' | 'told' | 'mentioned' }[];
}

/** Four sorts of districts, twelve of each; the first of a sort is where the reader sits. */
export const SORTS = [
  { enrollment: 900, locale: 'rural', affiliation: 'nea', state: 'NE' },
  { enrollment: 60_000, locale: 'city', affiliation: 'aft', state: 'CA' },
  { enrollment: 11_000, locale: 'suburb', affiliation: 'nea', state: 'MD' },
  { enrollment: 4000, locale: 'town', affiliation: 'both', state: 'NY' },
] as const;
const EACH = 12;

export const DISTRICTS = Array.from({ length: SORTS.length * EACH }, (_, n) => ({
  id: idOf(1, n),
  name: `${['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gum', 'Hazel', 'Ivy', 'Juniper', 'Laurel', 'Maple'][Math.floor(n / SORTS.length)] ?? 'Oak'} ${['Prairie', 'Harbor', 'Heights', 'Junction'][n % SORTS.length] ?? 'Hill'}`,
  ...(SORTS[n % SORTS.length] ?? SORTS[0]),
  // Neighbors in size, never twins.
  enrollment: Math.round((SORTS[n % SORTS.length]?.enrollment ?? 1000) * (0.85 + (n % 7) * 0.05)),
}));

export const sortOf = (district: number): number => district % SORTS.length;

function idOf(kind: number, n: number): string {
  return `018f0000-0000-7000-9${kind.toString(16).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;
}

const GENRES = ['', '', ': a guide', ': notes from year one', ': questions and answers', ', joint edition', ': what we learned', ' at a glance', ': slides', ': draft for comment', ', a short history', ': survey of members'];
const PLAIN_TITLES = ['Notes from our spring meeting', 'What we tried last year', 'Slides from the October session', 'A question for other districts', 'Draft for comment', 'Our second year', 'Handout', 'Letter to families', 'Lessons from a hard winter', 'Minutes of the joint team', 'How it began here', 'Summary for the trustees'];
const FRAMES = [
  'The {0} comes first, then the {1} and the {2}.', 'We kept the {0} and changed the {1}.', 'Nobody had looked at the {0} before.', 'Both sides wrote the {0} together in the fall.', 'A {0} without a {1} did not work for us.',
  'It took two years until the {0} was in place.', 'The {0} is reviewed every spring with the {1}.', 'Ask us about the {0}; we are glad to share.', 'People liked the {0} more than the {1}.', 'Costs were small: the {0} and some time for the {1}.',
];
const NAMING = ['This is how {form} works in our district.', 'Our {form} began after a difficult year.', 'We rely on {form} more than before.', 'Questions about {form} come up each month.'];
const PASSING = ['Somebody also asked about {form}.', '{form} was on the agenda as well, for another day.', 'For {form}, please see the office.'];

/** The whole invented library, the same in every run: about 1,500 things. */
export function library(): Shared[] {
  const random = randomFrom(2011);
  const one = <T,>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const made: Omit<Shared, 'id'>[] = [];
  const say = (words: readonly string[], sentences: number): string =>
    Array.from({ length: sentences }, () => one(FRAMES).replace(/\{\d\}/g, () => one(words))).join(' ');
  const put = (title: string, sentences: readonly string[], about: Shared['about'], sort = Math.floor(random() * SORTS.length)): void => {
    // What a text says first must not decide what it is about.
    const order = sentences.map((text) => ({ text, at: random() })).sort((a, b) => a.at - b.at);
    made.push({ kind: random() < 0.7 ? 'resource' : 'thread', title, body: order.map(({ text }) => text).join(' '), district: Math.floor(random() * EACH) * SORTS.length + sort, at: new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 300) * 86_400_000), about });
  };
  const inText = (form: string): string => (/^[A-Z]{2,}$/.test(form) || form.startsWith('National') || form.startsWith('TELL') ? form : form.toLowerCase());
  const passing = (not: string): { text: string; key: string } => {
    const subject = one(SUBJECTS.filter(({ key }) => key !== not));
    return { text: one(PASSING).replace('{form}', () => inText(one(subject.forms))), key: subject.key };
  };
  for (const subject of SUBJECTS) {
    const words = subject.words.split(' ');
    // Every sort of district has written some, and no sort keeps to one name.
    for (let n = 0; n < 10; n++) {
      const form = subject.forms[n % subject.forms.length] ?? subject.key;
      const named = random() < 0.5 ? [one(NAMING).replace('{form}', () => inText(one(subject.forms)))] : [];
      put(`${form}${one(GENRES)}`, [say(words, 3 + Math.floor(random() * 5)), ...named], [{ key: subject.key, how: 'titled' }], (n * 3 + Math.floor(n / SORTS.length)) % SORTS.length);
    }
    for (let n = 0; n < 8; n++) {
      const named = [0, 1].map(() => one(NAMING).replace('{form}', () => inText(one(subject.forms))));
      const beside = random() < 0.3 ? passing(subject.key) : null;
      put(one(PLAIN_TITLES), [say(words, 4 + Math.floor(random() * 6)), ...named, ...(beside ? [beside.text] : [])], [{ key: subject.key, how: 'told' }, ...(beside ? [{ key: beside.key, how: 'mentioned' as const }] : [])]);
    }
    for (const decoy of subject.decoys ?? []) for (let n = 0; n < 2; n++) put(n === 0 ? decoy : `${decoy}, continued`, [say(one(ELSEWHERE).split(' '), 5)], []);
  }
  for (let n = 0; n < 800; n++) {
    const words = one(ELSEWHERE).split(' ');
    const beside = random() < 0.5 ? passing('') : null;
    put(`${capital(one(words))} and ${one(words)}, ${one(PLAIN_TITLES).toLowerCase()}`, [say(words, 4 + Math.floor(random() * 8)), ...(beside ? [beside.text] : [])], beside ? [{ key: beside.key, how: 'mentioned' }] : []);
  }
  return made.map((shared, n) => ({ id: idOf(2, n), ...shared }));
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const GRADES = { titled: 3, told: 2, mentioned: 1 } as const;

/** How well each thing answers a question about a subject: 3 it is about it and says so, 2 it tells of it, 1 it mentions it. */
export function judgedFor(things: readonly Shared[], subject: Subject): Map<string, number> {
  return new Map(things.flatMap(({ id, about }) => about.filter(({ key }) => key === subject.key).map(({ how }) => [id, GRADES[how]] as const)));
}

/** The same for somebody who asks for districts like theirs: what comes from another sort of district is worth one less. */
export function judgedForLikes(things: readonly Shared[], subject: Subject, reader: number): Map<string, number> {
  const like = new Set(things.filter(({ district }) => sortOf(district) === sortOf(reader)).map(({ id }) => id));
  return new Map([...judgedFor(things, subject)].map(([id, grade]) => [id, like.has(id) ? grade : grade - 1]));
}
