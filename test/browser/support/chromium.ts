import { existsSync } from 'node:fs';

/** The Chromium of this machine; the test runner brings none of its own. */
export function findChromium(): string {
  const found = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path && existsSync(path));
  if (!found) throw new Error('There is no Chromium here. Install it (on Debian: apt-get install chromium-headless-shell, or chromium), or name it in CHROMIUM.');
  return found;
}
