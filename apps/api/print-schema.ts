import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { NestFactory } from '@nestjs/core';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { features } from '../../libs/features.js';

/** Prints the schema of the resolvers, without a database: `print-schema FILE`. */
const file = process.argv[2] ?? 'apps/api/schema.graphql';
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
await app.init();
type Classes = Parameters<GraphQLSchemaFactory['create']>[0];
const classes = features.flatMap((feature) => feature.api ?? []).filter((provider) => typeof provider === 'function') as unknown as Classes;
const isScalar = (candidate: Classes[number]): boolean => candidate.name.endsWith('Scalar');
const schema = await app.get(GraphQLSchemaFactory).create(
  classes.filter((candidate) => !isScalar(candidate)),
  classes.filter(isScalar),
);
writeFileSync(file, `# Printed by "npm run schema"; do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`);
process.exit(0);
