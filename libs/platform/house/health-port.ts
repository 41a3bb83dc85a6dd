import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readiness } from './readiness.js';

/** Lets a process without a web address of its own answer /healthz and /readyz. */
export async function openHealthPort(host: string, port: number, readiness: Readiness): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const say = (status: number, body: object): void => void response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close' }).end(JSON.stringify(body));
    if (request.url === '/healthz') return say(200, { ok: true });
    if (request.url !== '/readyz') return say(404, { ok: false });
    void readiness.look().then((state) => say(state.ok ? 200 : 503, state));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
