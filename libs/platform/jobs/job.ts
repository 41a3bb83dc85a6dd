import { type Get, Point } from '@app/platform/feature';

/** An order to be carried out later by the worker. It may be carried out twice, so its effect must be the same. */
export interface Job<Data extends object = object> {
  readonly name: string;
  readonly run: (get: Get, data: Data) => Promise<void>;
  /** It may take minutes, for it waits for what others have sent or run. Only so many of these are under way at once in a worker, so that mail never stands behind them. */
  readonly slow?: boolean;
}

export const jobs = new Point<Job>('jobs');

/** Declares a kind of job. Data holds ids, never secrets. */
export function job<Data extends object = Record<string, never>>(name: string, run: (get: Get, data: Data) => Promise<void>, { slow = false } = {}): Job<Data> & Job {
  return { name, run, slow } as Job<Data> & Job;
}

/** A job that the worker repeats. `every` is in milliseconds. */
export interface Schedule {
  readonly job: Job;
  readonly every: number;
}

export const schedules = new Point<Schedule>('jobs.schedules');

export function schedule(order: Job, when: { every: number }): Schedule {
  return { job: order, every: when.every };
}
