import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Contributions, type Get } from '@app/platform/feature';
import { type Log, logContext } from '@app/platform/log';
import { type Job, jobs } from './job.js';
import type { QueuedJob } from './queue.js';

/** Carries out one job: finds who declared it and gives them what they need. */
@Injectable()
export class JobRunner {
  private readonly jobs: Map<string, Job>;
  private readonly get: Get;

  constructor(
    contributions: Contributions,
    modules: ModuleRef,
    @Inject('LOG') private readonly log: Log,
  ) {
    this.jobs = new Map(contributions.of(jobs).map((job) => [job.name, job]));
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  isSlow(name: string): boolean {
    return this.jobs.get(name)?.slow === true;
  }

  async run(order: QueuedJob): Promise<void> {
    const job = this.jobs.get(order.name);
    // A job whose feature is gone (an older release queued it) has nobody left to want it.
    if (!job) return;
    const { cause } = order.data as { cause?: unknown };
    await logContext.run({ job: order.id ?? order.name, ...(typeof cause === 'string' && cause ? { cause } : {}) }, async () => {
      const began = performance.now();
      await job.run(this.get, order.data);
      // What a schedule repeats every second is no news; what somebody caused is.
      this.log[cause ? 'info' : 'debug']({ name: job.name, ms: Math.round(performance.now() - began) }, 'job done');
    });
  }
}
