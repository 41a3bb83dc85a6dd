import { drawAnew } from './picture.js';
import { read } from './read.js';
import type { Task } from './tasks.js';

// Where a file of strangers is opened: a process of its own, which ends with its one task.
process.on('disconnect', () => process.exit(1));
process.once('message', ({ task }: { task: Task }) => {
  const work = task.kind === 'picture' ? drawAnew(task) : read(task);
  void work.then(
    (done) => process.send?.({ done }),
    (error: unknown) => process.send?.({ failed: String(error).slice(0, 500) }),
  );
});
