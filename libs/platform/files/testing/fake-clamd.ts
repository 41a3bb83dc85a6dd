import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What every scanner calls harmful, so that it can be tried; in two halves, so that the scanner of a machine does not think ill of this file. */
export const EICAR = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-${'ANTIVIRUS-TEST-FILE'}!$H+H*`);

/** As much of ClamAV's daemon as is needed: it knows one thing that is harmful. */
export class FakeClamd {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private port = 0;
  scanned = 0;
  /** How often somebody came to it. */
  visits = 0;
  answer: string | null = null;
  /** Takes every connection and says nothing, as one that hangs. */
  hangs = false;

  get url(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.server = createServer((socket) => this.serve(socket)).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    this.visits += 1;
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    let read = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      if (this.hangs) return;
      read = Buffer.concat([read, chunk]);
      if (read.equals(Buffer.from('zPING\0'))) return void socket.end('PONG\0');
      const known = ['zPING\0', 'zINSTREAM\0'].some((order) => read.subarray(0, order.length).equals(Buffer.from(order).subarray(0, read.length)));
      if (!known) return void socket.destroy();
      const pieces: Buffer[] = [];
      for (let at = 10; at + 4 <= read.length; ) {
        const length = read.readUInt32BE(at);
        if (length === 0) return void this.say(socket, Buffer.concat(pieces));
        if (at + 4 + length > read.length) return;
        pieces.push(read.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  }

  private say(socket: Socket, bytes: Buffer): void {
    this.scanned += 1;
    socket.end(this.answer ?? (bytes.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'));
  }
}
