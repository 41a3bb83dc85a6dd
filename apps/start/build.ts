import { build, staleHalves } from './build/index.js';
import { complain, elapsed, say } from './terminal.js';

/** `npm run build`: builds what has changed, for those who start api and worker themselves. */
try {
  const { stale, now } = await staleHalves();
  if (stale.length > 0) await build(stale, now);
  say(`${stale.length > 0 ? `Built ${stale.join(' and ')}` : 'Nothing has changed'} (${elapsed()})`);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
