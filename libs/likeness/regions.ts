/** The four regions of the US Census Bureau and their nine divisions. */
const CENSUS: Record<string, Record<string, readonly string[]>> = {
  'the Northeast': {
    'New England': ['CT', 'ME', 'MA', 'NH', 'RI', 'VT'],
    'the Middle Atlantic': ['NJ', 'NY', 'PA'],
  },
  'the Midwest': {
    'the eastern Midwest': ['IL', 'IN', 'MI', 'OH', 'WI'],
    'the western Midwest': ['IA', 'KS', 'MN', 'MO', 'NE', 'ND', 'SD'],
  },
  'the South': {
    'the South Atlantic': ['DE', 'DC', 'FL', 'GA', 'MD', 'NC', 'SC', 'VA', 'WV'],
    'the eastern South': ['AL', 'KY', 'MS', 'TN'],
    'the western South': ['AR', 'LA', 'OK', 'TX'],
  },
  'the West': {
    'the Mountain states': ['AZ', 'CO', 'ID', 'MT', 'NV', 'NM', 'UT', 'WY'],
    'the Pacific states': ['AK', 'CA', 'HI', 'OR', 'WA'],
  },
  // In none of the Bureau's regions; for one another they are the nearest there is.
  'the territories': {
    'the territories': ['AS', 'GU', 'MP', 'PR', 'VI'],
  },
};

export interface Place {
  region: string;
  division: string;
}

/** In which part of the country each state, DC and territory lies. */
export const PLACE_OF_STATE: ReadonlyMap<string, Place> = new Map(
  Object.entries(CENSUS).flatMap(([region, divisions]) => Object.entries(divisions).flatMap(([division, states]) => states.map((state): [string, Place] => [state, { region, division }]))),
);
