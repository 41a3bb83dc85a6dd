import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import armorPackage from '@escape.tech/graphql-armor';
import type { Config } from '@app/platform/config';
import type { Log } from '@app/platform/log';
import { answeringWhatCameAlong } from './along.js';
import { contextOf } from './context.js';
import { answerFor } from './errors.js';
import { tryAgainPlugin } from './try-again.plugin.js';

/** What one query may cost at most; the web app's own pages stay well below. */
export const LIMITS = { depth: 10, aliases: 15, directives: 5, tokens: 500, recursiveSelections: 10_000 } as const;

/** GraphQL over HTTP with its limits in force from the first request. `schemaFile` true keeps the schema in memory. */
export function graphModule(config: Config, log: Log, schemaFile: string | true): DynamicModule {
  const open = config.NODE_ENV === 'development';
  const armor = new armorPackage.ApolloArmor({
    maxAliases: { n: LIMITS.aliases, allowList: [] },
    maxDirectives: { n: LIMITS.directives },
    maxTokens: { n: LIMITS.tokens },
    maxDepth: { n: LIMITS.depth, flattenFragments: true, ignoreIntrospection: open },
    // Cost counts what depth, tokens and page sizes bound already.
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: !open },
  }).protect();
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: schemaFile,
    sortSchema: true,
    playground: false,
    graphiql: false,
    introspection: open,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !open,
    maxRecursiveSelections: LIMITS.recursiveSelections,
    csrfPrevention: true,
    validationRules: armor.validationRules,
    plugins: [...armor.plugins, tryAgainPlugin] as ApolloDriverConfig['plugins'],
    context: contextOf,
    transformSchema: answeringWhatCameAlong,
    // Nest would turn every status back into 200.
    preserveHttpStatusForExecutionErrors: false,
    formatError: (formatted, error) => answerFor(formatted, error, log),
  });
}
