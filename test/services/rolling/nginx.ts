import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pause } from '../../faults/mail/process.js';
import { endServer } from '../setup/ending.js';
import { freePort, needProgram } from '../setup/places.js';

/** An nginx of the battery's own in front of the apis: the file that docs/operations.md recommends, on a free port. */
export class OwnNginx {
  private constructor(
    private readonly server: ChildProcess,
    private readonly folder: string,
    private readonly apis: readonly string[],
    readonly port: number,
  ) {}

  static async start(folder: string, apis: readonly string[], port?: number): Promise<OwnNginx> {
    const program = await needProgram('nginx', 'nginx-light');
    const home = join(folder, 'nginx');
    await mkdir(home, { recursive: true });
    const own = port ?? (await freePort());
    const file = join(home, 'nginx.conf');
    await writeFile(file, configuration(home, own, apis, apis));
    const server = spawn(program, ['-p', home, '-c', file, '-e', join(home, 'error.log')], { stdio: 'ignore' });
    const address = `http://127.0.0.1:${own}`;
    for (const until = Date.now() + 10_000; ; await pause(50)) {
      if (await fetch(`${address}/healthz`).then(({ ok }) => ok, () => false)) break;
      if (Date.now() > until || server.exitCode !== null) throw new Error(`nginx did not start:\n${await readFile(join(home, 'error.log'), 'utf8').catch(() => '')}`);
    }
    return new OwnNginx(server, home, apis, own);
  }

  /** Sends new requests only to these apis; what is under way, and every open socket, stays where it is. */
  async balance(among: readonly string[]): Promise<void> {
    await writeFile(join(this.folder, 'nginx.conf'), configuration(this.folder, this.port, this.apis, among));
    this.server.kill('SIGHUP');
    // The new worker takes over within moments; the old one still sends what it has begun.
    await pause(500);
  }

  /** What it logged of trouble with the apis, by kind. */
  async trouble(): Promise<Record<string, number>> {
    const lines = (await readFile(join(this.folder, 'error.log'), 'utf8').catch(() => '')).split('\n');
    const kinds = lines.map((line) => /\d+#\d+: \*\d+ (.*?) while/.exec(line)?.[1]?.replace(/\(.*?\) /, '')).filter((kind) => kind !== undefined);
    return kinds.reduce<Record<string, number>>((by, kind) => ({ ...by, [kind]: (by[kind] ?? 0) + 1 }), {});
  }

  async stop(): Promise<void> {
    await endServer(this.server, 'SIGTERM');
  }
}

/**
 * `error` and `timeout` alone are nginx's own choice: a request goes to the next api only while nothing of it was sent, or
 * when its method may be repeated, which POST may not. Nothing is kept open towards the apis: a kept connection may close in the
 * very moment in which a request is sent on it, and that request could not be repeated. An api that is to be replaced is marked
 * `down` first, for even one that ends well drops connections that the kernel has taken and it has not.
 */
function configuration(home: string, port: number, apis: readonly string[], among: readonly string[]): string {
  const servers = apis.map((address) => `    server ${new URL(address).host} max_fails=0${among.includes(address) ? '' : ' down'};`).join('\n');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path ${join(home, kind)};`).join('\n');
  return `daemon off;
worker_processes 1;
pid ${join(home, 'nginx.pid')};
events { worker_connections 512; }
http {
${temporary}
  access_log off;
  # A browser tries again on a kept connection that closes under it; the battery's clients do not.
  keepalive_timeout 0;
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  upstream accord {
${servers}
  }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 26m;
    location / {
      proxy_pass http://accord;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_connect_timeout 2s;
      proxy_read_timeout 60s;
      proxy_next_upstream error timeout;
      proxy_next_upstream_tries 2;
    }
  }
}
`;
}
