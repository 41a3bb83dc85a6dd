import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '@app/platform/config';

const LENGTH = 32;
const SIX_DIGITS = 1_000_000;

/** The one secret of this Accord, from which sign-in codes and the signed links in mail are made. */
export class SecretKey {
  private readonly derived = new Map<string, Buffer>();

  constructor(private readonly secret: string) {
    if (secret.length < 32) throw new Error('The secret key has fewer than 32 characters.');
  }

  /** SECRET_KEY, else the key kept under ACCORD_DATA, which is made the first time. */
  static async load(config: Pick<Config, 'SECRET_KEY' | 'ACCORD_DATA'>): Promise<SecretKey> {
    return new SecretKey(config.SECRET_KEY ?? (await keptKey(config.ACCORD_DATA)));
  }

  /** 32 bytes for one purpose, such as `mail.unsubscribe`; always the same, and of no use for another purpose. */
  derive(purpose: string): Buffer {
    let bytes = this.derived.get(purpose);
    if (!bytes) {
      bytes = Buffer.from(hkdfSync('sha256', this.secret, 'accord', purpose, LENGTH));
      this.derived.set(purpose, bytes);
    }
    return bytes;
  }

  /** The six digits that belong to one challenge; made anew whenever they are needed and never stored. */
  sixDigits(purpose: string, id: string): string {
    const digest = createHmac('sha256', this.derive(purpose)).update(id).digest();
    // 64 bits before the division: no code is noticeably likelier than another.
    return String(digest.readBigUInt64BE(0) % BigInt(SIX_DIGITS)).padStart(6, '0');
  }
}

async function keptKey(folder: string): Promise<string> {
  const file = join(folder, 'secret.key');
  const kept = await readKey(file);
  if (kept) return kept;
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(`${randomBytes(LENGTH).toString('base64url')}\n`);
    await handle.sync();
    await handle.close();
    // A link appears whole or not at all, and not where another process was quicker: its key is as good.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readKey(file);
  if (!made) throw new Error(`${file} could not be read back.`);
  return made;
}

async function readKey(file: string): Promise<string | null> {
  try {
    const text = (await readFile(file, 'utf8')).trim();
    if (text.length < 32) throw new Error(`${file} is damaged. Restore it from a backup, or remove it: open sign-in codes and links in mail already sent then stop working.`);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
