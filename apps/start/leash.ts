/**
 * Loaded before api and worker when the launcher starts them: if the launcher dies, even without a word, the channel to
 * it closes and the process ends as if asked to.
 */
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 8000).unref();
  process.kill(process.pid, 'SIGTERM');
});
// The channel alone must not keep a process alive that has nothing left to do.
process.channel?.unref();
