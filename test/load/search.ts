import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { measureRelevance } from '../relevance/measure.js';
import { relevanceText } from '../relevance/report.js';
import { BenchServer } from './data/database.js';

/**
 * `npm run bench:search`: how well search finds, by judged questions. `--tuned` leaves the half unasked that is held
 * back while the ranking is worked on; `--each` tells every question.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, tuned: { type: 'boolean', default: false }, each: { type: 'boolean', default: false } } });

const server = await BenchServer.open();
try {
  const database = await server.empty('accord_bench_relevance');
  const relevance = await measureRelevance(server.urlOf(database), values.tuned);
  await server.drop(database);
  if (values.json) console.log(JSON.stringify({ relevance }, null, 2));
  else console.log(relevanceText(relevance, values.each));
  process.exitCode = relevance.held ? 0 : 1;
} finally {
  await server.stop();
}
