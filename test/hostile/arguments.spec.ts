import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLInputField, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLNamedInputType, getNamedType } from 'graphql';
import { newId } from '@app/platform/database';
import { Accounts } from '@app/people';
import { Organizations } from '@app/organizations';
import { type Actor, type Answer, openHouse, type TestHouse } from '../setup/house.js';

const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

let house: TestHouse;
let everything: Actor;
let foreignId: string;

beforeAll(async () => {
  house = await openHouse();
  // Somebody with every right there is, so that nothing is refused only for want of one.
  everything = await house.as('all@rights.example', 'Al Rights');
  const account = await house.get(Accounts).findByEmail('all@rights.example');
  await house.get(Accounts).makeSteward(account?.id ?? '');
  for (const kind of ['district', 'co_sponsor']) {
    const id = newId();
    await house.db.query(`insert into organization (id, kind, slug, name) values ($1, $2, $3, $3)`, [id, kind, `all-rights-${kind}`]);
    await house.get(Organizations).seat(id, kind === 'district' ? 'superintendent' : 'representative', account?.id ?? '');
  }
  const other = await house.as('other@else.example', 'Otto Other');
  foreignId = other.accountId ?? '';
  await house.settle();
});
afterAll(() => house.close());

/** Tables in which a refused try leaves its trace on purpose (counted attempts), or every request does (when a session was last seen). */
const COUNTED = ['attempt', 'challenge', 'session'];

/** What all tables hold, in one statement: a row that is added, changed or removed shows in their number or in the newest writer. */
async function fingerprint(): Promise<string> {
  fingerprintSql ??= await fingerprintQuery();
  const [row] = await house.db.query<{ all: string }>(fingerprintSql);
  return row?.all ?? '';
}

let fingerprintSql: string | undefined;

async function fingerprintQuery(): Promise<string> {
  const tables = await house.db.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  const parts = tables
    .filter(({ name }) => !COUNTED.includes(name))
    .map(({ name }) => `select '${name}' as name, count(*) as n, max(xmin::text::bigint) as writer from "${name}"`);
  const used = `select 'challenge' as name, count(*) as n, count(used_at) as writer from challenge union all select 'session', count(*), count(ended_at) from session`;
  return `select string_agg(concat_ws(':', name, n, writer), ' ' order by name) as all from (${[...parts, used].join(' union all ')}) as one`;
}

test('the fingerprint sees a row that is added, changed or removed', async () => {
  const seen = [await fingerprint()];
  await house.db.query(`insert into organization (id, kind, slug, name) values ($1, 'other', 'seen', 'Seen')`, [newId()]);
  seen.push(await fingerprint());
  await house.db.query(`update organization set name = 'Seen again' where slug = 'seen'`);
  seen.push(await fingerprint());
  await house.db.query(`delete from organization where slug = 'seen'`);
  seen.push(await fingerprint());
  seen.slice(1).forEach((after, step) => expect(after).not.toBe(seen[step]));
});

/** A value of the right kind; what it means need not be right, since only the field under test is looked at. */
function plausible(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return plausible(type.ofType);
  if (isListType(type)) return [plausible(type.ofType)];
  if (isInputObjectType(type)) return required(Object.values(type.getFields()));
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const values: Record<string, unknown> = { ID: newId(), String: 'A plain line', Int: 1, Float: 1, Boolean: false, Instant: '2030-01-01T00:00:00Z', LocalDate: '2030-01-01' };
  return values[type.name];
}

function required(fields: readonly GraphQLInputField[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter((field) => isNonNullType(field.type)).map((field) => [field.name, plausible(field.type)]));
}

interface Case {
  mutation: string;
  inputType: string;
  field: string;
  how: string;
  input: Record<string, unknown>;
  /** Whether the answer must name the field; an id that is somebody else's is refused without saying why. */
  named: boolean;
}

const LONG = 'long '.repeat(10_000);
const CONTROL = 'bell\u0007 and null\u0000';

function casesOf(mutation: (typeof mutations)[number]): Case[] {
  const argument = mutation.args.find((candidate) => candidate.name === 'input');
  const type = argument ? getNamedType(argument.type) : null;
  if (!isInputObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  const cases: Case[] = [];
  for (const field of fields) {
    const base = required(fields);
    const add = (how: string, value: unknown, named = true): void => {
      const wrapped = isListType(isNonNullType(field.type) ? field.type.ofType : field.type) ? [value] : value;
      cases.push({ mutation: mutation.name, inputType: type.name, field: field.name, how, input: { ...base, [field.name]: wrapped }, named });
    };
    // What has a value of its own when left out is not missing.
    if (isNonNullType(field.type) && field.defaultValue === undefined) {
      const { [field.name]: _left, ...without } = base;
      cases.push({ mutation: mutation.name, inputType: type.name, field: field.name, how: 'missing', input: without, named: true });
    }
    const named: GraphQLNamedInputType = getNamedType(field.type);
    if (isEnumType(named)) add('a wrong choice', 'no_such_choice');
    if (named.name === 'String') {
      add('too long', LONG);
      add('control characters', CONTROL);
    }
    if (named.name === 'ID') {
      add('not an id', 'no id at all');
      add('control characters', CONTROL);
      add('somebody else’s id', foreignId, false);
    }
    if (named.name === 'Int') add('far too large', 2_000_000_000);
    if (named.name === 'Instant' || named.name === 'LocalDate') add('not a time', 'the day after tomorrow');
  }
  return cases;
}

function problemOf(answer: Answer): { fields: string[]; kind: string } {
  const error = answer.errors?.[0];
  if (error) {
    const fields = (error.extensions?.['fields'] ?? []) as { field: string }[];
    return { fields: fields.map((one) => one.field), kind: String(error.extensions?.['code']) };
  }
  const result = (answer.data as unknown as { result: { __typename: string; fields?: { field: string }[] } }).result;
  return { fields: (result.fields ?? []).map((one) => one.field), kind: result.__typename };
}

const PROBLEMS = ['NotAllowed', 'Invalid', 'Conflict', 'TooMany', 'BAD_USER_INPUT'];

describe.each(mutations.map((mutation) => [mutation.name, casesOf(mutation)] as const))('%s', (_name, cases) => {
  if (cases.length === 0) {
    test('takes one input with fields', () => expect(cases).not.toHaveLength(0));
    return;
  }
  test.each(cases.map((one) => [one.field, one.how, one] as const))('%s: %s gets a typed problem and changes nothing', async (field, _how, one) => {
    const before = await fingerprint();
    const answer = await everything.raw(
      `mutation($input: ${one.inputType}!) { result: ${one.mutation}(input: $input) { __typename ... on Problem { message } ... on Invalid { fields { field } } } }`,
      { input: one.input },
    );
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.ts:\d|\.js:\d|QueryFailed|syntax error|violates/);
    const problem = problemOf(answer);
    expect(PROBLEMS).toContain(problem.kind);
    if (one.named) expect(problem.fields.map((path) => path.split('.')[0])).toContain(field);
    expect(await fingerprint()).toBe(before);
  });
});
