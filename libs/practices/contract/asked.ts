export type PracticeStateName = 'recorded' | 'told' | 'affirmed' | 'in_force' | 'due' | 'lapsed';
export type PathwayName = 'long_standing' | 'crisis' | 'new_leadership';
export type InstrumentName = 'contract' | 'mou' | 'policy' | 'practice';
export type BoundName = 'at_least' | 'more_than' | 'exactly' | 'at_most' | 'less_than';

/** What is asked of the practices. All of it stands in the address, so that a question can be sent on and kept. */
export interface Asked {
  q: string;
  /** A district's place in addresses. */
  district: string | null;
  by: InstrumentName | null;
  status: PracticeStateName | null;
  confirmed: number | null;
  pathway: PathwayName | null;
  under: number | null;
  state: string | null;
  /** What is counted, as `label|unit`; complete with a bound and a number. */
  figure: { label: string; unit: string; bound: BoundName; value: string } | null;
}

export const STATES: readonly PracticeStateName[] = ['in_force', 'affirmed', 'due', 'told', 'recorded', 'lapsed'];
export const PATHWAYS: readonly PathwayName[] = ['long_standing', 'crisis', 'new_leadership'];
export const INSTRUMENTS: readonly InstrumentName[] = ['contract', 'mou', 'policy', 'practice'];
export const BOUNDS: readonly BoundName[] = ['at_least', 'more_than', 'exactly', 'at_most', 'less_than'];

export const nothingAsked: Asked = { q: '', district: null, by: null, status: null, confirmed: null, pathway: null, under: null, state: null, figure: null };

const words = (value: string): string => value.replaceAll('_', '-');
const among = <T extends string>(known: readonly T[], value: string | null): T | null => known.find((one) => words(one) === value) ?? null;
const numberOf = (value: string | null, pattern: RegExp): number | null => (value !== null && pattern.test(value) ? Number(value) : null);

const principleIn = (value: string | null): number | null => numberOf(value, /^([1-9]|10)$/);

/** A cell of the grid, `?district=helena&principle=5`, as the question that the list is asked where there is no grid; null where the address is none. */
export function cellIn(params: URLSearchParams): Asked | null {
  const [district, under] = [params.get('district'), principleIn(params.get('principle'))];
  return district && under ? { ...nothingAsked, district, under } : null;
}

/** Reads the question out of an address; what it does not understand is not asked, and neither is what opens a cell of the grid. */
export function askedIn(params: URLSearchParams): Asked {
  const bound = among(BOUNDS, params.get('is'));
  const label = params.get('figure');
  return {
    q: params.get('q') ?? '',
    district: cellIn(params) ? null : params.get('district') || null,
    by: among(INSTRUMENTS, params.get('by')),
    status: among(STATES, params.get('status')),
    confirmed: numberOf(params.get('confirmed'), /^20\d\d$/),
    pathway: among(PATHWAYS, params.get('pathway')),
    under: principleIn(params.get('under')),
    state: /^[A-Z]{2}$/.test(params.get('state') ?? '') ? params.get('state') : null,
    figure: label ? { label, unit: params.get('unit') ?? '', bound: bound ?? 'at_least', value: params.get('value') ?? '' } : null,
  };
}

/** The question as an address has it: `?status=in-force&confirmed=2027&figure=Staff+vote&unit=%25&is=at-least&value=80`. */
export function addressOf({ q, district, by, status, confirmed, pathway, under, state, figure }: Asked): Record<string, string> {
  return {
    ...(q ? { q } : {}),
    ...(district ? { district } : {}),
    ...(by ? { by } : {}),
    ...(status ? { status: words(status) } : {}),
    ...(confirmed ? { confirmed: String(confirmed) } : {}),
    ...(pathway ? { pathway: words(pathway) } : {}),
    ...(under ? { under: String(under) } : {}),
    ...(state ? { state } : {}),
    ...(figure ? { figure: figure.label, ...(figure.unit ? { unit: figure.unit } : {}), is: words(figure.bound), ...(figure.value ? { value: figure.value } : {}) } : {}),
  };
}

export function isAsked(asked: Asked): boolean {
  return Object.keys(addressOf(asked)).length > 0;
}

/** The question as the list of practices takes it. */
export interface Wanted {
  search: string | null;
  district: string | null;
  instrument: InstrumentName | null;
  state: PracticeStateName | null;
  confirmedIn: number | null;
  pathway: PathwayName | null;
  principle: number | null;
  inState: string | null;
  threshold: { label: string; bound: BoundName; value: number; unit: string | null } | null;
}

/** The question as the server is asked. A figure without its number is not asked yet. */
export function variablesOf({ q, district, by, status, confirmed, pathway, under, state, figure }: Asked): Wanted {
  const value = figure && /^\d+([.,]\d+)?$/.test(figure.value.trim()) ? Number(figure.value.trim().replace(',', '.')) : null;
  return {
    search: q || null,
    district,
    instrument: by,
    state: status,
    confirmedIn: confirmed,
    pathway,
    principle: under,
    inState: state,
    threshold: figure && value !== null ? { label: figure.label, bound: figure.bound, value, unit: figure.unit || null } : null,
  };
}
