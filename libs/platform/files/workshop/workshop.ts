import { type Bounds, OutOfBounds, workshopAt } from '@app/platform/workshop';
import type { Done, Task } from './tasks.js';

export { OutOfBounds };

/** How long one task may compute and how much memory its process may hold. */
export const BOUNDS = { ms: 60_000, bytes: 600 * 1024 * 1024 };

/** One after the other: two large files at once would take more memory than a small machine has to spare. */
const files = workshopAt<Task, Done<Task>>(new URL('./child', import.meta.url), { atOnce: 1 });

/** Has something done to a file of strangers, in a process of its own. */
export function inWorkshop<T extends Task>(task: T, bounds: Bounds = BOUNDS): Promise<Done<T>> {
  return files(task, bounds) as Promise<Done<T>>;
}
