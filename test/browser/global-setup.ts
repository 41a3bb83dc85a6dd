import { startAccord } from '../setup/accord.js';
import { prepare } from './support/prepare.js';

/** One Accord with its demo for the whole run; the tests find it at ACCORD_ADDRESS. One that runs already can be named there. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const running = process.env.ACCORD_ADDRESS;
  const accord = running ? { address: running, databaseUrl: process.env.ACCORD_DATABASE ?? '', stop: async () => undefined } : await startAccord();
  process.env.ACCORD_ADDRESS = accord.address;
  process.env.ACCORD_DATABASE = accord.databaseUrl;
  try {
    await prepare(accord.address, accord.databaseUrl);
  } catch (error) {
    await accord.stop();
    throw error;
  }
  return accord.stop;
}
