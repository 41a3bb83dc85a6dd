import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { configSchema, loadConfig } from '@app/platform/config';
import { stagesOf } from './dockerfile.js';

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string; target: string };
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
}

const FILE = 'docker/Dockerfile';
const stages = stagesOf(FILE);
const compose = parse(readFileSync('docker/compose.yaml', 'utf8'), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const services = Object.entries(compose.services);
const settings = Object.keys(configSchema.shape);
const ours = services.filter(([, service]) => service.build);

test('the Dockerfile has no fault that a linter finds, and the linter finds one where there is one', () => {
  expect(validate(readFileSync(FILE, 'utf8'))).toEqual([]);
  expect(validate('FROM node\nWORKDIR relative\nEXPOSE many\n').length).toBeGreaterThan(0);
});

test('every image begins with Node 22 or with a stage above it', () => {
  const known: string[] = [];
  for (const { name, from } of stages) {
    expect({ name, known: known.includes(from) || /^node:22-bookworm-slim$/.test(from) }).toEqual({ name, known: true });
    known.push(name);
  }
});

test('what is copied into an image exists, or comes from a stage above', () => {
  const earlier: string[] = [];
  for (const { name, steps } of stages) {
    for (const { keyword, words, flags } of steps) {
      if (keyword !== 'COPY') continue;
      if (flags.from) expect(earlier).toContain(flags.from);
      else for (const path of words.slice(0, -1)) expect({ path, there: existsSync(path) }).toEqual({ path, there: true });
    }
    earlier.push(name);
  }
});

test('the images that run do so as an ordinary user, with settings that exist', () => {
  const runtime = stages.find(({ name }) => name === 'runtime');
  expect(runtime?.steps.map(({ keyword }) => keyword)).toContain('USER');
  const variables = stages.flatMap(({ steps }) => steps.filter(({ keyword }) => keyword === 'ENV').flatMap(({ words }) => words.map((word) => word.split('=')[0])));
  expect(variables.length).toBeGreaterThan(0);
  expect(variables.filter((name) => !settings.includes(name ?? ''))).toEqual([]);
});

test('every service is an image with a version or one of our targets, and waits only for services that exist', () => {
  const targets = stages.map(({ name }) => name);
  for (const [name, service] of services) {
    if (service.build) expect(targets).toContain(service.build.target);
    else expect({ name, image: service.image }).toEqual({ name, image: expect.stringMatching(/^[\w./-]+:v?\d[\w.-]*$/) });
    for (const needed of Object.keys(service.depends_on ?? {})) expect(Object.keys(compose.services)).toContain(needed);
    for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  }
  expect(ours.map(([name]) => name).sort()).toEqual(['api', 'migrate', 'worker']);
});

test('what the compose file sets are settings of Accord, and Accord takes their values', () => {
  for (const [name, { environment = {} }] of ours) {
    expect({ name, unknown: Object.keys(environment).filter((variable) => !settings.includes(variable)) }).toEqual({ name, unknown: [] });
    const filled = Object.fromEntries(Object.entries(environment).map(([variable, value]) => [variable, value.replace(/\$\{\w+:-([^}]*)\}/, '$1').replace(/\$\{\w+:\?[^}]*\}/, 'x'.repeat(40))]));
    const config = loadConfig(filled);
    for (const address of [config.DATABASE_URL, config.REDIS_URL, config.SMTP_URL]) expect(Object.keys(compose.services)).toContain(new URL(address ?? '').hostname);
  }
});

test('ports are open on loopback only, and api and worker say on theirs whether they are ready', () => {
  const published = services.flatMap(([, service]) => service.ports ?? []);
  expect(published.length).toBeGreaterThan(0);
  for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  expect(compose.services.api?.ports).toContain(`127.0.0.1:3000:${loadConfig({}).PORT}`);
  expect(JSON.stringify(stages.find(({ name }) => name === 'api')?.steps)).toContain(`:${loadConfig({}).PORT}/readyz`);
  const port = compose.services.worker?.environment?.HEALTH_PORT;
  expect(compose.services.worker?.healthcheck?.test.join(' ')).toContain(`:${port}/readyz`);
});

test('api and worker share the place of their files', () => {
  expect(compose.services.api?.volumes).toEqual(compose.services.worker?.volumes);
  expect(compose.services.api?.volumes?.[0]).toMatch(/:\/data$/);
});
