import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { measureRelevance } from '../relevance/measure.js';
import { relevanceText } from '../relevance/report.js';
import { BenchServer } from './data/database.js';
import { measureSpeed } from './search-speed.js';

/**
 * `npm run bench:search`: how well search finds, by judged questions, and with `--speed` how fast on 100,000 resources.
 * `--tuned` leaves the half unasked that is held back while the ranking is worked on; `--each` tells every question.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    tuned: { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
  },
});

const server = await BenchServer.open();
try {
  const database = await server.empty('accord_bench_relevance');
  const relevance = await measureRelevance(server.urlOf(database), values.tuned);
  await server.drop(database);
  if (!values.json) console.log(relevanceText(relevance, values.each));
  const speed = values.speed ? await measureSpeed(server, Number(values.scale), Number(values.rounds), (line) => void process.stderr.write(`${line}\n`)) : null;
  if (values.json) console.log(JSON.stringify({ relevance, ...(speed ? { speed: { ...speed, text: undefined } } : {}) }, null, 2));
  else if (speed) console.log(`\n${speed.text}`);
  process.exitCode = relevance.held && (speed?.held ?? true) ? 0 : 1;
} finally {
  await server.stop();
}
