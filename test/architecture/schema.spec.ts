import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType, type GraphQLSchema } from 'graphql';

const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9’']+/g) ?? [];
const partsOf = (name: string): string[] => words(name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '));

const EMPTY = ['a', 'an', 'the', 'of', 'it', 'its', 'this', 'is', 'to', 'for', 'in'];

/** A description earns its place when it has at least two words that neither the name has nor any sentence. */
function saysNothing(name: string, description: string | null | undefined): boolean {
  const known = new Set([...partsOf(name), ...EMPTY]);
  return words(description ?? '').filter((word) => !known.has(word)).length < 2;
}

/** Everything in a schema that has no sentence of its own. */
function silent(schema: GraphQLSchema): string[] {
  const found: string[] = [];
  const look = (path: string, name: string, description: string | null | undefined): void => {
    if (saysNothing(name, description)) found.push(path);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    const root = [schema.getQueryType(), schema.getMutationType()].includes(type as never);
    if (!root) look(type.name, type.name, type.description);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field.name, field.description);
        // "input" stands for its type, whose own sentence is looked at.
        for (const argument of field.args) if (argument.name !== 'input') look(`${type.name}.${field.name}(${argument.name})`, argument.name, argument.description);
      }
    }
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field.name, field.description);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.name, value.description);
  }
  return found;
}

const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));

test('every type, field, argument and choice has a sentence that says more than its name', () => {
  expect(silent(schema)).toEqual([]);
});

test('a sentence that only repeats the name is found', () => {
  const poor = buildSchema('"""The thread."""\ntype Thread { """The title of it."""\n title: String }\ntype Query { thread("The id" id: ID!): Thread }');
  expect(silent(poor)).toEqual(expect.arrayContaining(['Thread', 'Thread.title', 'Query.thread', 'Query.thread(id)']));
});

test('every mutation takes one input and answers a union that can name a problem', () => {
  const odd = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) => {
    const type = 'ofType' in field.type ? field.type.ofType : field.type;
    const takesInput = field.args.length === 1 && field.args[0]?.name === 'input';
    return !takesInput || !String(type).endsWith('Result');
  });
  expect(odd.map((field) => field.name)).toEqual([]);
});
