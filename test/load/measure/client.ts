import { connect, type Socket } from 'node:net';

/**
 * Asks a server for as long as it is told to, on connections that stay open, one question after the other on each. It
 * runs in a process of its own and does little else than count, so that it takes little of what is measured.
 */
interface Order {
  port: number;
  path: string;
  connections: number;
  milliseconds: number;
  wishes: { cookie: string; body: string }[];
  /** So many a second, come what may; each counts from when it was due. Without it as many as are answered. */
  rate?: number;
}

export interface Load {
  answers: number;
  errors: number;
  seconds: number;
  p50: number;
  p99: number;
}

process.on('message', (order: Order) => {
  void run(order).then((load) => process.send?.(load));
});
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: true });

async function run({ port, path, connections, milliseconds, wishes, rate }: Order): Promise<Load> {
  const requests = wishes.map(({ cookie, body }) =>
    Buffer.from(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncookie: ${cookie}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`),
  );
  const took: number[] = [];
  let [next, errors] = [0, 0];
  const began = performance.now();
  const until = began + milliseconds;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      const reader = new Answers(socket);
      while (performance.now() < until && next < requests.length) {
        const mine = next++;
        const due = rate ? began + (mine * 1000) / rate : performance.now();
        if (due > until) break;
        if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
        const from = rate ? due : performance.now();
        socket.write(requests[mine] as Buffer);
        if (!(await reader.next())) errors += 1;
        took.push(performance.now() - from);
      }
      socket.destroy();
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { answers: took.length, errors, seconds, p50: at(0.5), p99: at(0.99) };
}

/** Data, and not a problem in the place of what was asked for. */
const WELL = /^\{"data" ?: ?\{(?!.*"(NotAllowed|Invalid|Conflict|TooMany)")/s;

/** Reads answers off a socket; only their length and whether they are well is looked at. */
class Answers {
  private held: Buffer[] = [];
  private size = 0;
  private needed = -1;
  private well = false;
  private done: ((well: boolean) => void) | null = null;

  constructor(socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('close', () => this.done?.(false));
  }

  next(): Promise<boolean> {
    return new Promise((resolve) => (this.done = resolve));
  }

  private take(chunk: Buffer): void {
    this.held.push(chunk);
    this.size += chunk.length;
    if (this.needed < 0) {
      const start = Buffer.concat(this.held);
      const end = start.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = start.toString('latin1', 0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      if (length === undefined) throw new Error(`An answer without a length: ${head}`);
      const body = start.toString('latin1', end + 4, Math.min(start.length, end + 80));
      this.well = head.startsWith('HTTP/1.1 200') && WELL.test(body);
      this.needed = end + 4 + Number(length);
    }
    if (this.size < this.needed) return;
    const { well, done } = this;
    [this.held, this.size, this.needed, this.done] = [[], 0, -1, null];
    done?.(well);
  }
}
