import { LIKENESS_FEATURES, type LikenessFeatureName, type LikenessLevels } from './contract/index.js';
import { ASKED_POINTS, FACTOR, IN_COMMON, LOCALES, NEUTRAL, POINTS, POVERTY_BANDS, SAME_REGION, SIZE_BANDS, SPANS, UNIONS } from './definition.js';
import { PLACE_OF_STATE } from './regions.js';
import type { ScalarTrait, Traits } from './traits.js';

/** What one value of another district counts against ours, and why in words. */
export interface Outcome {
  /** From 0, unlike, to 1, alike. */
  share: number;
  reason: string;
  /** It belongs into the sentence that is read first; the rest stands in the reckoning. */
  said: boolean;
  unknown: boolean;
}

/** A principle that a team asks about, with the words for it: `{ number: 5, name: 'teacher evaluation' }`. */
export interface Asked {
  number: number;
  name: string;
}

/** How one feature is judged. Each of these is a look-up, so that code and SQL cannot differ in arithmetic. */
export type Rule =
  /** Nothing of ours is known: everybody counts the same. */
  | { kind: 'constant'; outcome: Outcome }
  | { kind: 'value'; trait: ScalarTrait; outcomes: ReadonlyMap<string, Outcome>; otherwise: Outcome; missing: Outcome }
  /** The first step that the number does not exceed; `below` leaves its own end out. The last step takes all that is left. */
  | { kind: 'steps'; trait: ScalarTrait; zeroIsMissing: boolean; steps: readonly { to: number; below: boolean; outcome: Outcome }[]; missing: Outcome }
  /** How many of our principles they have too. */
  | { kind: 'common'; ours: readonly number[]; outcomes: readonly Outcome[]; missing: Outcome }
  | { kind: 'has'; principle: number; yes: Outcome; no: Outcome };

export interface PlannedFeature {
  feature: LikenessFeatureName | 'asked';
  /** How many points it can give. */
  of: number;
  rule: Rule;
}

/** What counts for one district, ready to be held against any other. */
export interface Plan {
  features: readonly PlannedFeature[];
  of: number;
}

const outcome = (share: number, reason: string, said = false): Outcome => ({ share, reason, said, unknown: false });
const unknown = (reason: string, said = false): Outcome => ({ share: NEUTRAL, reason, said, unknown: true });

/** Judges every other district from the place of one. Features that matter not are left out. */
export function planFor(ours: Traits, levels: LikenessLevels = {}, asked: readonly Asked[] = []): Plan {
  // What somebody asks about stands in the place of what both work on anyway.
  const compared = LIKENESS_FEATURES.filter((feature) => feature !== 'principles' || asked.length === 0);
  const features = [
    ...compared.map((feature): PlannedFeature => ({ feature, of: POINTS[feature] * FACTOR[levels[feature] ?? 'some'], rule: RULES[feature](ours) })),
    ...asked.map((principle): PlannedFeature => ({ feature: 'asked', of: ASKED_POINTS / asked.length, rule: askedRule(principle) })),
  ].filter(({ of }) => of > 0);
  return { features, of: features.reduce((sum, { of }) => sum + of, 0) };
}

const RULES: Readonly<Record<LikenessFeatureName, (ours: Traits) => Rule>> = {
  size: ({ enrollment }) => {
    // A district without students on record tells as little as one without a figure.
    if (!enrollment) return constant('your own size unknown', true);
    const up = SIZE_BANDS.map(({ within, share, larger }) => ({ to: enrollment * within, below: false, outcome: outcome(share, larger, true) }));
    const down = SIZE_BANDS.slice(1).map(({ share, smaller }, at) => ({ to: enrollment / (SIZE_BANDS[at]?.within ?? 1), below: true, outcome: outcome(share, smaller, true) }));
    return { kind: 'steps', trait: 'enrollment', zeroIsMissing: true, steps: [...down.reverse(), ...up], missing: unknown('size unknown', true) };
  },
  poverty: ({ povertyPercent }) => {
    if (povertyPercent === null) return constant('your own poverty figure unknown');
    const up = POVERTY_BANDS.map(({ within, share, more }) => ({ to: povertyPercent + within, below: false, outcome: outcome(share, more, share === 1) }));
    const down = POVERTY_BANDS.slice(1).map(({ share, fewer }, at) => ({ to: povertyPercent - (POVERTY_BANDS[at]?.within ?? 0), below: true, outcome: outcome(share, fewer) }));
    return { kind: 'steps', trait: 'povertyPercent', zeroIsMissing: false, steps: [...down.reverse(), ...up], missing: unknown('poverty figure unknown') };
  },
  locale: ({ locale }) => {
    const own = locale === null ? undefined : LOCALES[locale];
    if (!own) return constant('your own kind of place unknown', true);
    const judged = (value: string, is: string, asWell: string): Outcome => (value === locale ? outcome(1, asWell, true) : outcome(value === own.near ? NEUTRAL : 0, `${is}, yours is ${own.is}`));
    return value('locale', Object.entries(LOCALES).map(([name, { is, asWell }]) => [name, judged(name, is, asWell)]), unknown('kind of place unknown', true));
  },
  grades: ({ gradeSpan }) => {
    const own = gradeSpan === null ? undefined : SPANS[gradeSpan];
    if (!own) return constant('your own grades unknown');
    const judged = (name: string, is: string): Outcome => (name === gradeSpan ? outcome(1, `${is} as well`, gradeSpan !== 'all') : outcome(own.half.includes(name) ? NEUTRAL : 0, `${is}, yours ${own.is}`));
    return value('gradeSpan', Object.entries(SPANS).map(([name, { is }]) => [name, judged(name, is)]), unknown('grades unknown'));
  },
  affiliation: ({ affiliation }) => {
    const own = affiliation === null ? undefined : UNIONS[affiliation];
    if (!own) return constant('your own affiliation unknown', true);
    return value('affiliation', Object.entries(UNIONS).map(([name, theirs]) => [name, affiliated(affiliation ?? '', own, name, theirs)]), unknown('affiliation unknown', true));
  },
  state: ({ state }) => (state === null ? constant('your own state unknown', true) : value('state', [[state, outcome(1, 'same state', true)]], unknown('state unknown', true), outcome(0, 'another state'))),
  region: ({ state }) => {
    const own = state === null ? undefined : PLACE_OF_STATE.get(state);
    if (!own) return constant('your own part of the country unknown');
    const judged = (name: string, division: string, region: string): Outcome => {
      if (name === state) return outcome(1, 'same part of the country');
      if (division === own.division) return outcome(1, `in ${division} as well`, true);
      return region === own.region ? outcome(SAME_REGION, `in ${region} as well`, true) : outcome(0, `in ${region}, yours is in ${own.region}`);
    };
    return value('state', [...PLACE_OF_STATE].map(([name, { division, region }]) => [name, judged(name, division, region)]), unknown('part of the country unknown'));
  },
  principles: ({ principles }) => {
    if (principles.length === 0) return constant('no practice of yours on record yet');
    const common = (count: number): string => (count === 0 ? 'works on none of the principles that you work on' : count === 1 ? 'works on one principle that you work on' : `works on ${count} principles that you work on`);
    const outcomes = Array.from({ length: principles.length + 1 }, (_, count) => outcome(IN_COMMON[count] ?? 1, common(count), count > 0));
    return { kind: 'common', ours: principles, outcomes, missing: unknown('no practice on record yet') };
  },
};

const askedRule = ({ number, name }: Asked): Rule => ({
  kind: 'has',
  principle: number,
  yes: outcome(1, `did ${name}`, true),
  // Not unknown in the reckoning: whoever asks for help needs somebody who can show it.
  no: { share: 0, reason: `nothing on record about ${name}`, said: true, unknown: true },
});

function affiliated(ours: string, own: readonly string[], theirs: string, unions: readonly string[]): Outcome {
  if (ours === 'none' && theirs === 'none') return outcome(1, 'neither affiliated nationally', true);
  // Two others need not be the same other.
  if (ours === 'other' && theirs === 'other') return outcome(NEUTRAL, 'each affiliated with another organization');
  const shared = own.filter((union) => unions.includes(union));
  return shared.length > 0 ? outcome(1, `both affiliated with ${shared.join(' and ')}`, true) : outcome(0, 'differently affiliated');
}

const constant = (reason: string, said = false): Rule => ({ kind: 'constant', outcome: unknown(reason, said) });

function value(trait: ScalarTrait, outcomes: readonly (readonly [string, Outcome])[], missing: Outcome, otherwise: Outcome = outcome(0, 'another kind')): Rule {
  return { kind: 'value', trait, outcomes: new Map(outcomes), otherwise, missing };
}
