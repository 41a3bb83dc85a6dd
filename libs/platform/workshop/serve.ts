/** Does the one task that this process was begun for, and answers. A process like this ends with whoever began it. */
export function serve<Task>(work: (task: Task) => Promise<unknown>): void {
  process.on('disconnect', () => process.exit(1));
  process.once('message', ({ task }: { task: Task }) => {
    void work(task).then(
      (done) => process.send?.({ done }),
      (error: unknown) => process.send?.({ failed: String(error).slice(0, 500) }),
    );
  });
}
