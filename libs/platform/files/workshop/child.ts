import { serve } from '@app/platform/workshop';
import { drawAnew } from './picture.js';
import { read } from './read.js';
import type { Task } from './tasks.js';

// Where a file of strangers is opened: a process of its own, which ends with its one task.
serve<Task>((task) => (task.kind === 'picture' ? drawAnew(task) : read(task)));
