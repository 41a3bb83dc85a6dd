export { BullQueue, startBullWorker } from './bull.js';
export { job, type Job, jobs, schedule, type Schedule, schedules } from './job.js';
export { JobRunner } from './job-runner.js';
export { JobQueue, type QueuedJob } from './queue.js';
