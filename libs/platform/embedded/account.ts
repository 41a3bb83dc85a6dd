import { execFile, type SpawnOptions } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root lends it another face: inside a user namespace (it then
 * still reaches root's private folders), or, where namespaces are forbidden, the account `nobody`.
 */
export interface Account {
  kind: 'self' | 'namespace' | 'nobody';
  /** Owner of the files that PostgreSQL writes. */
  uid: number;
  gid: number;
  /** Rewrites a command so that it runs as this account. */
  command(file: string, args: string[]): { file: string; args: string[]; options: SpawnOptions };
}

/** Chooses the account for this process; `namespaces: false` is for testing machines that forbid them. */
export async function chooseAccount(namespaces = true): Promise<Account> {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { kind: 'self', uid, gid, command: (file, args) => ({ file, args, options: {} }) };

  const nobody = await nobodyIds();
  const prefix = ['-U', `--map-user=${nobody.uid}`, '--'];
  if (namespaces && (await run('unshare', [...prefix, 'true']).then(() => true, () => false))) {
    return { kind: 'namespace', uid, gid, command: (file, args) => ({ file: 'unshare', args: [...prefix, file, ...args], options: {} }) };
  }
  return { kind: 'nobody', ...nobody, command: (file, args) => ({ file, args, options: nobody }) };
}

/** Whether the account may do this to a path (`-x` run or enter, `-w` write). */
export async function can(account: Account, test: '-x' | '-w', path: string): Promise<boolean> {
  const { file, args, options } = account.command('/bin/sh', ['-c', 'test "$0" "$1"', test, path]);
  return run(file, args, { uid: options.uid, gid: options.gid, cwd: '/' }).then(() => true, () => false);
}

// initdb wants an account that has a name, so the number comes from the machine's own list.
async function nobodyIds(): Promise<{ uid: number; gid: number }> {
  const line = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65534) >>> 0, gid: Number(gid ?? 65534) >>> 0 };
}
