import type { LikenessFeatureName, LikenessLevelName } from '../contract/index.js';

/** Every word that likeness says on pages. The reasons themselves come from the server. */
export const words = {
  order: 'Order',
  byName: 'By name',
  likeOurs: (name: string) => `Most like ${name}`,
  noDistrict: 'This order compares districts with your own, and you speak for none.',
  backToNames: 'Show them by name',
  counted: (total: number | null) => (total === null ? '' : total === 1 ? '1 district, compared with yours' : `${total.toLocaleString('en-US')} districts, the most alike first`),
  nothing: 'No district matches',
  nothingMore: 'Try a shorter name, or take a filter away.',
  notLoaded: 'The districts could not be compared',
  comparing: 'Comparing districts',
  matters: 'What matters to you',
  mattersChosen: (count: number) => `What matters to you (${count} chosen)`,
  mattersLead: 'What is unknown counts half, so that a gap in the record neither helps nor harms. Your choices stand in the address of this page; nobody else sees them.',
  features: {
    size: 'Size',
    locale: 'Kind of place',
    grades: 'Grades served',
    affiliation: 'Affiliation',
    poverty: 'Poverty',
    state: 'State',
    region: 'Part of the country',
    principles: 'Principles practised',
    asked: 'What you ask about',
  } satisfies Record<LikenessFeatureName | 'asked', string>,
  levels: { not: 'Not', some: 'Some', lot: 'A lot' } satisfies Record<LikenessLevelName, string>,
  asUsual: 'As it was',
  nothingMatters: 'Something must matter. Choose “some” or “a lot” for at least one.',
  defaultsAre: 'What you have not chosen counts as it does for everybody',
  defaultsNobody: 'where everything counts some.',
  defaultsBy: (name: string | null) => `as ${name ?? 'a steward'} has set it,`,
  makeDefault: 'Let this count for everybody',
  madeDefault: 'This counts for everybody now.',
  points: (points: number, of: number) => `${number(points)} of ${number(of)} points`,
  howCounted: (name: string) => `, how ${name} counts`,
  neutral: 'unknown, so it counts half',
};

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}
