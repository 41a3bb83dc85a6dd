import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/platform/config';

/** Thrown when the scanner cannot say anything of a file: it is away, busy, or the file is more than it takes. */
export class ScannerAway extends Error {}

/** Thrown when it says nothing at all, of this file or of any other. */
export class ScannerSilent extends ScannerAway {}

/** It says at once whether it is there. */
const GREETING_MS = 5000;
/** It gives up on a file after two minutes by itself, and then says so. */
const SILENCE_MS = 150_000;
/** What it did not look at to its end, when it was asked to say so: not harmful, and not harmless. */
const NOT_TO_THE_END = /^stream: Heuristics\.Limits\.Exceeded\S* FOUND$/;

/** Asks ClamAV's daemon whether a file is harmful, where there is one. Only its clear "OK" counts as harmless. */
@Injectable()
export class Scanner {
  readonly address: { host: string; port: number } | null;

  constructor(@Inject('CONFIG') config: Pick<Config, 'CLAMAV_URL'>) {
    const url = config.CLAMAV_URL ? new URL(config.CLAMAV_URL) : null;
    this.address = url && { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) };
  }

  /** Whether files wait for the scanner before anybody gets them. */
  get isThere(): boolean {
    return this.address !== null;
  }

  /** Throws ScannerAway when the daemon does not answer with one of its two words. */
  async scan(read: () => Promise<Readable>): Promise<'clean' | 'infected'> {
    // One that hangs takes a file like one that looks at it, and would be waited for as long.
    await this.greet();
    const bytes = await read();
    const { socket, answer } = this.open(SILENCE_MS);
    try {
      await once(socket, 'connect');
      await send(socket, bytes);
    } catch (error) {
      // It may hang up while we still send, having said why.
      if (!(await answer.catch(() => ''))) throw new ScannerAway(String(error));
    } finally {
      bytes.destroy();
    }
    const said = await answer.catch((error: unknown) => {
      throw new ScannerAway(String(error));
    });
    if (/^stream: OK$/.test(said)) return 'clean';
    if (/^stream: .+ FOUND$/.test(said) && !NOT_TO_THE_END.test(said)) return 'infected';
    throw new ScannerAway(`the scanner said: ${said.slice(0, 200) || 'nothing'}`);
  }

  /** Throws ScannerSilent where nobody answers. */
  private async greet(): Promise<void> {
    const { socket, answer } = this.open(GREETING_MS);
    socket.write('zPING\0');
    const said = await answer.catch((error: unknown) => {
      throw new ScannerSilent(String(error));
    });
    if (said !== 'PONG') throw new ScannerSilent(`the scanner answered its greeting with: ${said.slice(0, 200) || 'nothing'}`);
  }

  private open(silenceMs: number): { socket: Socket; answer: Promise<string> } {
    if (!this.address) throw new ScannerSilent('no scanner is set');
    const socket = connect(this.address);
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('silent')));
    return { socket, answer: answerOf(socket) };
  }
}

/** INSTREAM: each piece behind its length in four bytes, and a length of nothing at the end. No faster than the other side reads. */
async function send(socket: Socket, bytes: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of bytes) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE((piece as Buffer).length);
    socket.write(length);
    if (!socket.write(piece as Buffer)) await Promise.race([once(socket, 'drain'), once(socket, 'close').then(() => Promise.reject(new Error('it hung up')))]);
  }
  socket.write(Buffer.alloc(4));
}

function answerOf(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(0, 10_000);
      if (said.includes('\0')) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(said.replace(/[\0\r\n]+$/, '').trim()));
  });
  answer.catch(() => undefined);
  return answer;
}
