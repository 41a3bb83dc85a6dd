import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { believes, bucketIn, ConfigError, describeConfig, loadConfig, publicUrl } from './index.js';

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

test('the address of a file store holds its bucket and its key', () => {
  expect(bucketIn('https://KEY:a%2Fb%2Bc@s3.example.org:9000/accord-files?region=eu-west-2')).toEqual({ endpoint: 'https://s3.example.org:9000', name: 'accord-files', region: 'eu-west-2', key: 'KEY', secret: 'a/b+c' });
  expect(bucketIn('http://KEY:secret@127.0.0.1/files/')).toMatchObject({ endpoint: 'http://127.0.0.1', name: 'files', region: 'us-east-1' });
});

test.each([
  'nonsense',
  's3://KEY:SECRETWORD@host/bucket',
  'https://s3.example.org/bucket',
  'https://KEY@s3.example.org/bucket',
  'https://KEY:SECRETWORD@s3.example.org',
  'https://KEY:SECRETWORD@s3.example.org/bucket/folder',
  'https://KEY:SECRETWORD@s3.example.org/Bucket_1',
  'https://KEY:SECRETWORD@s3.example.org/bucket?acl=public',
  'https://KEY:SECRETWORD%@s3.example.org/bucket',
])('%s is refused as the address of a file store, and the refusal keeps its secret', (text) => {
  expect(() => loadConfig({ S3_URL: text })).toThrow(/S3_URL: must look like https:\/\/KEY/);
  expect(() => loadConfig({ S3_URL: text })).not.toThrow(/SECRETWORD/);
});

test.each([
  ['', false],
  ['off', false],
  ['on', 1],
  ['2', 2],
  ['10.0.0.0/8, 192.168.1.7', ['10.0.0.0/8', '192.168.1.7']],
])('TRUST_PROXY %j believes %j', (given, meant) => {
  expect(loadConfig({ TRUST_PROXY: given }).TRUST_PROXY).toEqual(meant);
});

test.each(['everybody', '10.0.0.0/33', '300.1.1.1', '10.0.0.0/8;1.1.1.1', '-1'])('TRUST_PROXY %s is refused', (given) => {
  expect(() => loadConfig({ TRUST_PROXY: given })).toThrow('TRUST_PROXY');
});

test('only a proxy at a named address is believed', () => {
  const known = believes(['10.0.0.0/8', '::1']);
  expect(['10.1.2.3', '::ffff:10.1.2.3', '::1'].map(known)).toEqual([true, true, true]);
  expect(['11.0.0.1', '::2', 'nonsense', undefined].map(known)).toEqual([false, false, false, false]);
  expect([believes(false)('10.1.2.3'), believes(1)('11.0.0.1')]).toEqual([false, true]);
});
