import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';

const ALONG = Symbol('came along');

/** What was read in the same statement as a thing, by the fields of its GraphQL type; a function decides by the arguments, and answers undefined to have the field's own resolver asked. */
export type CameAlong = Record<string, unknown>;

type Carrier = Record<symbol, CameAlong | undefined>;

/** Notes for whom asks for fields of `thing` that they are known already, as this viewer may see them. */
export function cameAlong<Thing extends object>(thing: Thing, fields: CameAlong): Thing {
  (thing as Carrier)[ALONG] = fields;
  return thing;
}

/** Makes fields that came along be answered at once: their resolvers, with their guards and pipes, are for things that came without them. */
export function answeringWhatCameAlong(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const [name, field] of Object.entries(type.getFields())) if (field.resolve) field.resolve = atOnce(name, field.resolve);
  }
  return schema;
}

function atOnce(name: string, resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    const along = (source as Carrier | undefined | null)?.[ALONG];
    if (along) {
      const known = along[name];
      const value = typeof known === 'function' ? (known as (given: unknown) => unknown)(args) : known;
      if (value !== undefined) return value;
    }
    return resolve(source, args, context, info);
  };
}
