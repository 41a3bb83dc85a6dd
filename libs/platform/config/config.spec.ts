import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ConfigError, describeConfig, loadConfig, publicUrl } from './index.js';

test('without any variable every setting has a value that works on one machine', () => {
  const config = loadConfig({});
  expect(config).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', ACCORD_DATA: '.accord', ACCORD_DEMO: true });
  expect(publicUrl(config)).toBe('http://127.0.0.1:3000');
});

test('all wrong settings are told at once, each by its name', () => {
  try {
    loadConfig({ PORT: 'many', DATABASE_URL: 'mysql://x', SECRET_KEY: 'short', DKIM_DOMAIN: 'example.org' });
    throw new Error('it was accepted');
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    const { problems } = error as ConfigError;
    for (const name of ['PORT', 'DATABASE_URL', 'SECRET_KEY', 'DKIM_SELECTOR']) expect(problems.join('\n')).toContain(name);
  }
});

test('an empty variable counts as absent', () => {
  expect(loadConfig({ PORT: '', REDIS_URL: '' })).toMatchObject({ PORT: 3000 });
});

test('.env.example says what the schema says', () => {
  expect(readFileSync('.env.example', 'utf8')).toContain(describeConfig());
});
