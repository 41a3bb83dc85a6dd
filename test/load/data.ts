import 'reflect-metadata';
import { BenchServer } from './data/database.js';

/** `npm run bench:data`: makes the communities that the benches read, and keeps them. */
const server = await BenchServer.open();
try {
  for (const scale of [0.1, 1]) console.log(`${scale}: ${await server.kept(scale)}`);
} finally {
  await server.stop();
}
