import type { Part } from '../setup/part.js';
import { walk } from './journey.js';
import { PLANS, raise } from './topologies.js';

/** The main journey, on every way in which an installation can be put together. */
export const journeys: Part = {
  name: 'journeys',
  minutes: { quick: 6, full: 8 },
  async run(bench) {
    for (const plan of PLANS) {
      bench.report.note(plan.name);
      const topology = await raise(bench, plan);
      await walk(topology, bench.report);
      for (const running of topology.processes) await running.kill();
      await topology.sink.close();
    }
  },
};
