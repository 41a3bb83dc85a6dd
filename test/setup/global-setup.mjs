import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts one PostgreSQL for the whole run in a process of its own: Jest reads this file without its transforms, while
 * the server is started by the same TypeScript that serves `npm start`. The process ends when its input closes, so even
 * a killed run leaves nothing behind.
 */
export default async function globalSetup() {
  const server = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'test/setup/prepare.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  globalThis.accordTestDatabase = server;
  process.env.ACCORD_TEST_DATABASE = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).once('line', resolve);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The test database did not start (code ${code}); the reason is above.`)));
  });
}
