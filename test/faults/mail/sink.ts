import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server that takes everything and remembers it: how often it took each Message-ID, for whom, and, asked over
 * HTTP, whether it has one; with SINK_KEEPS also every word of them. `/hold?after=n` makes it keep back its answer to the nth mail from now, after taking it.
 */
const taken = new Map<string, string[]>();
const letters = new Map<string, string[]>();
let holdAfter = Infinity;
const SLOW_MS = 8;
const HOLD_MS = 1500;

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, callback) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('error', () => undefined);
    stream.on('end', () => {
      const letter = Buffer.concat(parts).toString('latin1');
      const id = /^message-id:\s*(<[^>]+>)/im.exec(letter)?.[1] ?? 'none';
      const to = session.envelope.rcptTo[0]?.address ?? 'nobody';
      const copies = taken.get(id) ?? [];
      taken.set(id, copies);
      copies.push(to);
      if (process.env.SINK_KEEPS) letters.set(to, [...(letters.get(to) ?? []), letter]);
      holdAfter -= 1;
      if (holdAfter === 0) process.send?.({ say: 'holding' });
      setTimeout(callback, holdAfter === 0 ? HOLD_MS : SLOW_MS);
    });
  },
});
smtp.on('error', () => undefined);

const web = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://sink');
  response.setHeader('content-type', 'application/json');
  if (url.pathname === '/find') return response.end(JSON.stringify({ accepted: taken.has(url.searchParams.get('id') ?? '') }));
  if (url.pathname === '/letters') return response.end(JSON.stringify(letters.get(url.searchParams.get('to') ?? '') ?? []));
  if (url.pathname === '/hold') holdAfter = Number(url.searchParams.get('after'));
  response.end(JSON.stringify([...taken].map(([id, copies]) => ({ id, copies }))));
});

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return (server.address() as AddressInfo).port;
};

const [smtpPort, webPort] = [await listen(smtp.server as unknown as Server), await listen(web)];
process.on('disconnect', () => process.exit(0));
process.send?.({ say: 'ready', smtp: `smtp://127.0.0.1:${smtpPort}`, web: `http://127.0.0.1:${webPort}` });
