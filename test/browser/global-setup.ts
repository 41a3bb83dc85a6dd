import { startAccord } from '../setup/accord.js';

/** One Accord with its demo for the whole run; the tests find it at ACCORD_ADDRESS. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const accord = await startAccord();
  process.env.ACCORD_ADDRESS = accord.address;
  process.env.ACCORD_DATABASE = accord.databaseUrl;
  return accord.stop;
}
