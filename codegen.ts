import type { CodegenConfig } from '@graphql-codegen/cli';

/** Beside every `X.graphql` of the web app, its types and its text as `X.generated.ts`; nothing of the schema that no document names. */
const config: CodegenConfig = {
  schema: 'apps/api/schema.graphql',
  documents: ['libs/*/web/**/*.graphql', 'libs/platform/*/web/**/*.graphql', 'apps/web/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    './': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts' },
      plugins: ['typescript-operations', './apps/start/build/typed-document.plugin.mjs'],
      config: {
        enumsAsTypes: true,
        // Documents ask for __typename where they need it; the types must not promise it elsewhere.
        skipTypename: true,
        immutableTypes: true,
        useTypeImports: true,
        inlineFragmentTypes: 'combine',
        strictScalars: true,
        scalars: { ID: 'string', Instant: 'string', LocalDate: 'string' },
        avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
      },
    },
  },
};

export default config;
