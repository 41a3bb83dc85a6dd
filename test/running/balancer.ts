import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface Reply {
  status: number;
  body: string;
  closes: boolean;
}

/**
 * A balancer as small as one can be: it asks every api whether it is ready, sends requests only to those that are,
 * over connections it keeps, and tries the next one only where no connection came about.
 */
export class Balancer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });
  private readonly ready = new Map<string, boolean>();
  private watching = true;
  private turn = 0;

  add(address: string): void {
    this.ready.set(address, true);
    void this.watch(address);
  }

  remove(address: string): void {
    this.ready.delete(address);
  }

  isReady(address: string): boolean {
    return this.ready.get(address) ?? false;
  }

  async send(path: string, headers: Record<string, string>, body: string): Promise<Reply> {
    for (let tries = 0; ; tries++) {
      const open = [...this.ready].filter(([, ready]) => ready).map(([address]) => address);
      const address = open[this.turn++ % Math.max(1, open.length)];
      try {
        if (!address) throw Object.assign(new Error('nobody is ready'), { code: 'ECONNREFUSED' });
        return await this.once(address, path, 'POST', headers, body);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED' || tries > 200) throw error;
        await wait(50);
      }
    }
  }

  async once(address: string, path: string, method: 'GET' | 'POST', headers: Record<string, string> = {}, body = '', agent: Agent | false = this.agent): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const asked = request(new URL(path, address), { method, agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (answer) => {
        let said = '';
        answer.on('data', (chunk: Buffer) => (said += chunk.toString()));
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: said, closes: answer.headers.connection === 'close' }));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  private async watch(address: string): Promise<void> {
    while (this.watching && this.ready.has(address)) {
      const ready = await this.once(address, '/readyz', 'GET', {}, '', false).then(({ status }) => status === 200, () => false);
      if (this.ready.has(address)) this.ready.set(address, ready);
      await wait(50);
    }
  }

  close(): void {
    this.watching = false;
    this.agent.destroy();
  }
}
