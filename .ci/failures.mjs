// node .ci/failures.mjs FILE… : what failed, by the results that each step wrote of itself, a few lines each. A long log is cut where
// it is read; what is printed last is seen.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const LINES = 12;
const COLOURS = /\u001b\[[0-9;]*m/g;

/** Jest's: a file that did not run at all, or single tests of it. */
const ofJest = ({ testResults }) =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const file = name.replace(`${process.cwd()}/`, '');
    if (failed.length) return failed.map((test) => `${file} › ${test.fullName}\n${test.failureMessages.join('\n')}`);
    return assertionResults.length === 0 && message ? [`${file}\n${message}`] : [];
  });

/** Playwright's: suites within suites. */
const ofPlaywright = ({ suites, errors }) => {
  const within = (suite, path) => [
    ...(suite.suites ?? []).flatMap((inner) => within(inner, [...path, inner.title])),
    ...(suite.specs ?? []).filter(({ ok }) => !ok).map((spec) => {
      const said = spec.tests.flatMap(({ results }) => results).flatMap((result) => result.errors ?? []);
      return `${[...path, spec.title].join(' › ')}\n${said.map(({ message }) => message).join('\n')}`;
    }),
  ];
  return [...suites.flatMap((suite) => within(suite, [suite.title])), ...errors.map(({ message }) => message)];
};

function failuresOf(result) {
  if (result.testResults) return ofJest(result);
  if (result.suites) return ofPlaywright(result);
  return result.failures ?? [];
}

for (const file of process.argv.slice(2).filter((name) => existsSync(name))) {
  let failures;
  try {
    failures = failuresOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    failures = [`its result cannot be read: ${error.message}`];
  }
  for (const failure of failures) {
    const lines = failure.replace(COLOURS, '').split('\n').filter((line) => line.trim());
    console.log(`FAILED in ${basename(file, '.json')}: ${lines.slice(0, LINES).join('\n    ')}`);
  }
}
