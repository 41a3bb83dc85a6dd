export interface QueuedJob {
  name: string;
  data: object;
  /** Twice the same id is one job, for as long as the queue remembers the first. */
  id?: string;
}

/** Where jobs wait: BullMQ in the running product, a list in memory in tests. */
export abstract class JobQueue {
  abstract add(jobs: QueuedJob[]): Promise<void>;
}
