import { describe, expect, test } from '@jest/globals';
import { silenceByName, tooLong, undeclaredEntrances, usesOfAny, usesOfForwardRef } from './code-rules.js';
import { forbiddenImports } from './import-rules.js';
import { packagesNotInstalled, promisedTwice, runsInstalled } from './packages.js';
import { circleAmong, orderOf } from './libs.js';

// A rule that cannot fail guards nothing: each is shown here a house that breaks it.
const order = ['people', 'discussions', 'digests'];
const importing = (path: string, from: string): string[] => forbiddenImports({ path, text: `import { x } from '${from}';` }, order);

describe('imports that are refused', () => {
  test.each([
    ['a lib that comes later', 'libs/people/people.service.ts', '@app/discussions', 'cannot import it: tell it by an event'],
    ['a lib that is not in the list', 'libs/digests/a.ts', '@app/mystery', 'missing from libs/features.ts'],
    ['a feature from the platform', 'libs/platform/mail/mail.ts', '@app/people', 'knows no feature'],
    ['a feature from the design system', 'libs/ui/Button.tsx', '@app/people/web', 'knows no feature'],
    ['a file behind the facade', 'libs/digests/a.ts', '@app/people/accounts.service', 'reaches past the facade'],
    ['a platform file behind the facade', 'libs/digests/a.ts', '@app/platform/mail/ledger', 'reaches past the facade'],
    ['its own lib by alias', 'libs/digests/a.ts', '@app/digests', 'inside a lib paths are relative'],
    ['another lib by a relative path', 'libs/digests/a.ts', '../people/index.js', 'stays inside its lib'],
    ['anything, from a contract', 'libs/digests/contract/limits.ts', 'zod', 'a contract imports nothing'],
    ['its own lib, from a contract', 'libs/digests/contract/limits.ts', '../digests.types.js', 'a contract imports nothing'],
    ['its own server half, from web', 'libs/digests/web/Page.tsx', '../digests.types.js', 'cannot import the server file'],
    ['a server half, from web', 'libs/digests/web/Page.tsx', '@app/people', 'cannot import the server half'],
    ['a server package, from web', 'libs/digests/web/Page.tsx', '@nestjs/common', 'runs in the browser'],
    ['a built-in of Node, from the shell', 'apps/web/main.tsx', 'node:fs', 'runs in the browser'],
    ['web code, from the server', 'libs/digests/a.ts', '@app/people/web', 'cannot import web code'],
    ['its own web code, from the server', 'libs/digests/a.ts', './web/Page.js', 'cannot import the web file'],
    ['the design system, from the server', 'libs/digests/a.ts', '@app/ui', 'cannot import web code'],
    ['builders, from the product', 'libs/digests/a.ts', '@app/people/testing', 'for specs and seeds only'],
    ['its own builders, from the product', 'libs/digests/a.ts', './testing/builders.js', 'for specs and seeds only'],
    ['an app, from a lib', 'libs/digests/a.ts', '../../apps/api/main.js', 'nobody imports apps'],
    ['an app, from another app', 'apps/worker/main.ts', '../api/main.js', 'nobody imports apps'],
    ['the tools of the tests, from the product', 'libs/digests/a.ts', '../../test/setup/database.js', 'stays inside its lib'],
    ['the list of all features', 'libs/digests/a.ts', '@app/features.js', 'does not know the list'],
    ['a lib by a relative path, from an app', 'apps/api/main.ts', '../../libs/people/index.js', 'use @app/'],
  ])('%s', (_, path, from, why) => {
    expect(importing(path, from).join()).toContain(why);
  });

  test.each([
    ['export { x } from "@app/digests";'],
    ['const x = await import("@app/digests");'],
    ['type X = import("@app/digests").X;'],
    ['import type { X } from "@app/digests";'],
  ])('in whichever form: %s', (text) => {
    expect(forbiddenImports({ path: 'libs/people/a.ts', text }, order)).toHaveLength(1);
  });
});

test.each([
  ['libs/digests/a.ts', '@app/people'],
  ['libs/digests/a.ts', '@app/people/contract'],
  ['libs/digests/a.ts', '@app/platform/mail'],
  ['libs/digests/a.ts', './contract/limits.js'],
  ['libs/digests/a.spec.ts', '@app/people/testing'],
  ['libs/digests/a.spec.ts', '../../test/setup/database.js'],
  ['libs/digests/testing/builders.ts', '@app/people/testing'],
  ['libs/digests/web/Page.tsx', '@app/people/web'],
  ['libs/digests/web/Page.tsx', '../contract/limits.js'],
  ['libs/digests/web/Page.tsx', '@app/ui'],
  ['libs/digests/web/Page.tsx', 'react'],
  ['libs/platform/mail/a.ts', '@app/platform/database'],
  ['libs/features.ts', './people/index.js'],
  ['apps/api/main.ts', '../../libs/features.js'],
  ['apps/web/main.tsx', '@app/features.web.js'],
  ['apps/web/vite.config.ts', 'node:url'],
  ['apps/api/commands/a.ts', '../app.js'],
  ['apps/api/demo.ts', '@app/people/testing'],
])('%s may import %s', (path, from) => {
  expect(importing(path, from)).toEqual([]);
});

test('a circle of libs is found, whichever lib it starts from', () => {
  const ring = [
    { path: 'libs/platform/mail/a.ts', text: "import '@app/platform/jobs';" },
    { path: 'libs/platform/jobs/a.ts', text: "import '@app/platform/events';" },
    { path: 'libs/platform/events/a.ts', text: "import '@app/platform/mail';" },
  ];
  expect(circleAmong(ring)).toEqual(['platform/mail', 'platform/jobs', 'platform/events', 'platform/mail']);
  expect(circleAmong(ring.slice(0, 2))).toBeNull();
});

test('the order of the features is read from their list', () => {
  const text = `import { a } from '@app/platform/events'; import { b } from './people/index.js'; import { c } from '@app/digests'; export const features: F[] = [a, c, b];`;
  expect(orderOf({ path: 'libs/features.ts', text })).toEqual(['digests', 'people']);
});

test('a resolver that does not say who may enter is found', () => {
  const resolver = (method: string) => undeclaredEntrances({ path: 'libs/x/x.resolver.ts', text: `@Resolver() class R { ${method} }` });
  expect(resolver('@Query(() => X) x() {}')).toHaveLength(1);
  expect(resolver('@Mutation(() => X) x(@Args("a") viewer: string) {}')).toHaveLength(1);
  expect(resolver('@ResolveField(() => X) x(@Parent() p: P) {}')).toEqual([]);
  expect(resolver('@Public() @Query(() => X) x() {}')).toEqual([]);
  expect(resolver('@Query(() => X) x(@CurrentViewer() viewer: Viewer) {}')).toEqual([]);
  expect(resolver('helper() {}')).toEqual([]);
});

test('any and forwardRef are found, and words that contain them are not', () => {
  const any = (text: string) => usesOfAny({ path: 'libs/x/a.ts', text });
  expect(any('const x: any = 1;')).toHaveLength(1);
  expect(any('const x = y as any[];')).toHaveLength(1);
  expect(any('const anything = "any"; // any')).toEqual([]);
  expect(usesOfForwardRef({ path: 'libs/x/a.ts', text: 'inject(forwardRef(() => X))' })).toHaveLength(1);
});

test('a long file is found', () => {
  expect(tooLong({ path: 'a.ts', text: 'x\n'.repeat(400) })).toHaveLength(1);
  expect(tooLong({ path: 'a.ts', text: 'x\n'.repeat(399) })).toEqual([]);
});

test('a rule that lets guests write is found, in SQL and in code', () => {
  const found = (text: string) => silenceByName({ path: 'libs/x/x.queries.ts', text });
  expect(found(`where st.role <> 'observer'`)).toHaveLength(1);
  expect(found(`seats.some((seat) => seat.role !== 'observer')`)).toHaveLength(1);
  expect(found('where st.role not in (${READERS_ONLY})')).toEqual([]);
});

test('a package that only development has is missed where an installation runs', () => {
  const promised = { dependencies: { pg: '8' }, devDependencies: { jest: '30', pg: '8' } };
  const missing = (text: string): string[] => packagesNotInstalled({ path: 'libs/digests/a.ts', text }, promised);
  expect(missing(`import { test } from 'jest/globals';`)).toEqual(['libs/digests/a.ts imports jest, which is not among the dependencies']);
  expect(missing(`import pg from 'pg';\nimport { join } from 'node:path';\nimport { x } from '@app/people';\nimport type { Y } from 'jest';`)).toEqual([]);
  expect(promisedTwice(promised)).toEqual(['pg']);
  expect(['libs/digests/a.ts', 'apps/worker/main.ts', 'libs/digests/web/a.ts', 'libs/digests/a.spec.ts', 'apps/start/main.ts'].map((path) => runsInstalled({ path, text: '' }))).toEqual([true, true, false, false, false]);
});
