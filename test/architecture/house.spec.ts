import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { silenceByName, tooLong, undeclaredEntrances, usesOfAny, usesOfForwardRef } from './code-rules.js';
import { forbiddenImports } from './import-rules.js';
import { circleAmong, libOf, orderOf } from './libs.js';
import { packagesNotInstalled, type Promised, promisedTwice, runsInstalled } from './packages.js';
import { sourcesBelow } from './source.js';

const features = { path: 'libs/features.ts', text: readFileSync('libs/features.ts', 'utf8') };
const order = orderOf(features);
const code = sourcesBelow(['apps', 'libs', 'test'], /\.tsx?$/);
const product = code.filter(({ path }) => !path.startsWith('test/architecture/'));

test('the list of features names folders that exist', () => {
  expect(order.length).toBeGreaterThan(0);
  expect(order.filter((name) => !existsSync(`libs/${name}/index.ts`))).toEqual([]);
});

test('a lib imports only what comes before it, and only through its doors', () => {
  expect(product.flatMap((source) => forbiddenImports(source, order))).toEqual([]);
});

test('what an installation runs is installed with it', () => {
  const promised = JSON.parse(readFileSync('package.json', 'utf8')) as Promised;
  expect(product.filter(runsInstalled).flatMap((source) => packagesNotInstalled(source, promised))).toEqual([]);
  expect(promisedTwice(promised)).toEqual([]);
});

test('no two libs need each other', () => {
  expect(circleAmong(code)).toBeNull();
});

test('every resolver says who may enter', () => {
  expect(code.filter(({ path }) => path.endsWith('.resolver.ts')).flatMap(undeclaredEntrances)).toEqual([]);
});

test('nothing in the product is of type any', () => {
  // Tests read answers whose shape they have just asked for.
  expect(code.filter(({ path }) => !path.startsWith('test/')).flatMap(usesOfAny)).toEqual([]);
});

test('nothing uses forwardRef', () => {
  expect(code.filter(({ path }) => !path.startsWith('test/architecture/')).flatMap(usesOfForwardRef)).toEqual([]);
});

test('who only reads is known in one place', () => {
  expect(code.filter(({ path }) => path.startsWith('libs/')).flatMap(silenceByName)).toEqual([]);
});

test('no file is too long to be read at once', () => {
  expect(sourcesBelow(['apps', 'libs', 'test'], /\.(tsx?|mjs|css)$/).flatMap(tooLong)).toEqual([]);
});

test('every lib says in a short page what it is', () => {
  const libs = [...new Set(code.map(({ path }) => libOf(path)).filter((lib) => lib !== null))];
  const lacking = libs.filter((lib) => !existsSync(`libs/${lib}/README.md`));
  const long = libs.filter((lib) => !lacking.includes(lib) && readFileSync(`libs/${lib}/README.md`, 'utf8').split('\n').length > 41);
  expect({ lacking, long }).toEqual({ lacking: [], long: [] });
});

test('every lib with a server half is in the list', () => {
  const folders = readdirSync('libs', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const servers = folders.filter((name) => name !== 'platform' && name !== 'ui' && existsSync(`libs/${name}/index.ts`));
  expect(servers.filter((name) => !order.includes(name))).toEqual([]);
});
