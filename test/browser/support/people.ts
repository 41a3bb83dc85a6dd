import type { APIRequestContext } from '@playwright/test';

/** The demo's people that the browser tests sign in as, by the name that the demo gives them. */
export const people = {
  dana: 'Dana Whitfield',
  luis: 'Luis Ortega',
  ana: 'Ana Brandt',
  ruth: 'Ruth Lindqvist',
  pete: 'Pete Novak',
  gloria: 'Gloria Tennant',
  tom: 'Tom Ackerman',
  carol: 'Carol Jensen',
  priya: 'Priya Raman',
  eleanor: 'Eleanor Marsh',
  marcus: 'Marcus Bell',
  denise: 'Denise Fox',
  walt: 'Walt Becker',
  grace: 'Grace Olsen',
  james: 'James Okafor',
  hal: 'Hal Brooks',
  sam: 'Sam Rivera',
  nora: 'Nora Singh',
  mei: 'Mei-Lin Cho',
  tess: 'Tess Moran',
  edna: 'Edna Whitlock',
  paula: 'Paula Young',
} as const;

export type PersonKey = keyof typeof people;

/** Asks the API as the browser would, with its cookies; throws what the API complains of. */
export async function ask<Answer>(request: APIRequestContext, query: string, variables: object = {}): Promise<Answer> {
  const response = await request.post('/graphql', { data: { query, variables }, headers: { 'apollo-require-preflight': '1' } });
  const body = (await response.json()) as { data?: Answer; errors?: unknown };
  if (!body.data || body.errors) throw new Error(`The API answered ${response.status()}: ${JSON.stringify(body.errors ?? body)}`);
  return body.data;
}

/** Signs one of the demo's people in by the button that the demo offers, without the page around it. */
export async function signInAs(request: APIRequestContext, key: PersonKey): Promise<void> {
  const { cast } = await ask<{ cast: { id: string; name: string }[] }>(request, '{ cast { id name } }');
  const person = cast.find((one) => one.name === people[key]);
  if (!person) throw new Error(`${people[key]} is not among the demo's people.`);
  const { signInAsCast } = await ask<{ signInAsCast: { __typename: string } }>(request, 'mutation ($input: SignInAsCastInput!) { signInAsCast(input: $input) { __typename } }', {
    input: { personId: person.id },
  });
  if (signInAsCast.__typename !== 'SignedIn') throw new Error(`${people[key]} was not signed in: ${signInAsCast.__typename}`);
}
