/** What is compared of a district. Null means that nobody has said. */
export interface Traits {
  enrollment: number | null;
  locale: string | null;
  affiliation: string | null;
  state: string | null;
  /** Numbers of the principles it has a practice under. */
  principles: readonly number[];
}

export interface Likeness {
  /** The higher, the more alike; meant for sorting and nothing else. */
  score: number;
  /** Why, each a part of one sentence: "about your size", "rural as well", "size unknown". */
  reasons: string[];
}

/** A principle that a team asks about, with the words for it: `{ number: 5, name: 'teacher evaluation' }`. */
export interface Asked {
  number: number;
  name: string;
}

interface Part {
  points: number;
  reason?: string;
  /** Nothing is known to compare: said after what is known. */
  unknown?: boolean;
}

// What is unknown counts as half of what could be reached: a gap in the record neither helps nor harms.
const SIZE = 3;
const LOCALE = 2;
const AFFILIATION = 2;
const STATE = 1;
const PRINCIPLE = 4;
const IN_COMMON = 0.5;
const IN_COMMON_MOST = 2;

/** Where a district can see itself in another: size, place, labor affiliation, state, and the principles it asks about. */
export function likeness(ours: Traits, theirs: Traits, asked: readonly Asked[] = []): Likeness {
  const parts = [size(ours, theirs), locale(ours, theirs), affiliation(ours, theirs), state(ours, theirs), ...principles(ours, theirs, asked)];
  return { score: parts.reduce((sum, part) => sum + part.points, 0), reasons: [...parts.filter((part) => !part.unknown), ...parts.filter((part) => part.unknown)].flatMap((part) => part.reason ?? []) };
}

/** Bands of the ratio, as a leader would put them; the same up and down. */
const bands: { within: number; points: number; larger: string; smaller: string }[] = [
  { within: 1.5, points: SIZE, larger: 'about your size', smaller: 'about your size' },
  { within: 3, points: 2, larger: 'somewhat larger', smaller: 'somewhat smaller' },
  { within: 10, points: 0.75, larger: 'several times your size', smaller: 'a fraction of your size' },
  { within: Number.POSITIVE_INFINITY, points: 0, larger: 'far larger', smaller: 'far smaller' },
];

function size(ours: Traits, theirs: Traits): Part {
  // A district without students on record tells as little as one without a figure.
  if (!theirs.enrollment) return { points: SIZE / 2, reason: 'size unknown', unknown: true };
  if (!ours.enrollment) return { points: SIZE / 2, reason: 'your own size unknown', unknown: true };
  const ratio = Math.log(theirs.enrollment / ours.enrollment);
  const band = bands.find((candidate) => Math.abs(ratio) <= Math.log(candidate.within));
  return band ? { points: band.points, reason: ratio >= 0 ? band.larger : band.smaller } : { points: 0 };
}

const places: Record<string, { as: string; near: string }> = {
  city: { as: 'in a city as well', near: 'suburb' },
  suburb: { as: 'suburban as well', near: 'city' },
  town: { as: 'in a town as well', near: 'rural' },
  rural: { as: 'rural as well', near: 'town' },
};

function locale(ours: Traits, theirs: Traits): Part {
  if (!theirs.locale) return { points: LOCALE / 2, reason: 'kind of place unknown', unknown: true };
  if (!ours.locale) return { points: LOCALE / 2, reason: 'your own kind of place unknown', unknown: true };
  const place = places[ours.locale];
  if (ours.locale === theirs.locale) return { points: LOCALE, ...(place && { reason: place.as }) };
  return { points: place?.near === theirs.locale ? LOCALE / 2 : 0 };
}

const unions: Record<string, readonly string[]> = { nea: ['NEA'], aft: ['AFT'], both: ['NEA', 'AFT'] };

function affiliation(ours: Traits, theirs: Traits): Part {
  if (!theirs.affiliation) return { points: AFFILIATION / 2, reason: 'affiliation unknown', unknown: true };
  if (!ours.affiliation) return { points: AFFILIATION / 2, reason: 'your own affiliation unknown', unknown: true };
  if (ours.affiliation === 'none' && theirs.affiliation === 'none') return { points: AFFILIATION, reason: 'neither affiliated nationally' };
  // Two others need not be the same other.
  if (ours.affiliation === 'other' && theirs.affiliation === 'other') return { points: AFFILIATION / 2 };
  const shared = (unions[ours.affiliation] ?? []).filter((union) => unions[theirs.affiliation ?? '']?.includes(union));
  return shared.length > 0 ? { points: AFFILIATION, reason: `both affiliated with ${shared.join(' and ')}` } : { points: 0 };
}

function state(ours: Traits, theirs: Traits): Part {
  if (!ours.state || !theirs.state) return { points: STATE / 2, reason: 'state unknown', unknown: true };
  return ours.state === theirs.state ? { points: STATE, reason: 'same state' } : { points: 0 };
}

function principles(ours: Traits, theirs: Traits, asked: readonly Asked[]): Part[] {
  if (asked.length === 0) {
    const common = theirs.principles.filter((number) => ours.principles.includes(number)).length;
    if (common === 0) return [];
    return [{ points: Math.min(common * IN_COMMON, IN_COMMON_MOST), reason: common === 1 ? 'works on one principle that you work on' : `works on ${common} principles that you work on` }];
  }
  return asked.map(({ number, name }) =>
    theirs.principles.includes(number) ? { points: PRINCIPLE / asked.length, reason: `did ${name}` } : { points: 0, reason: `nothing on record about ${name}`, unknown: true },
  );
}
