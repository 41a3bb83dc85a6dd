import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { NestFactory } from '@nestjs/core';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { features } from '../../libs/features.js';

/** Prints the schema of the resolvers, without a database: `print-schema FILE`. */
const file = process.argv[2] ?? 'apps/api/schema.graphql';
const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
await app.init();
type Resolver = Parameters<GraphQLSchemaFactory['create']>[0][number];
const classes = features.flatMap((feature) => feature.api ?? []).filter((provider): provider is Resolver => typeof provider === 'function');
const isScalar = (provider: Resolver): boolean => Reflect.hasMetadata('graphql:scalar_name', provider) || provider.name.endsWith('Scalar');
const schema = await app.get(GraphQLSchemaFactory).create(classes.filter((c) => !isScalar(c)), classes.filter(isScalar) as never);
writeFileSync(file, `# Printed by "npm run schema"; do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`);
process.exit(0);
