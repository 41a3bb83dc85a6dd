import { fileURLToPath } from 'node:url';

const swc = [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'es6' },
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
      keepClassNames: true,
      experimental: { keepImportAttributes: true },
    },
  },
];

export default {
  testEnvironment: '<rootDir>/test/setup/environment.mjs',
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testRegex: '\\.spec\\.tsx?$',
  // These need a browser or minutes of their own, and have their own commands.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/test/browser/', '<rootDir>/test/faults/', '<rootDir>/test/load/'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.accord'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '^@app/(.*?)(?:\\.js)?$': ['<rootDir>/libs/$1', '<rootDir>/libs/$1/index'],
    '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts', '$1.tsx'],
  },
  transform: { '^.+\\.tsx?$': swc },
  setupFiles: ['reflect-metadata'],
  globalSetup: './test/setup/global-setup.mjs',
  globalTeardown: './test/setup/global-teardown.mjs',
  maxWorkers: 2,
  // What a suite has imported stays in a worker's memory: a new worker is quicker than one that collects garbage all the time.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
};
