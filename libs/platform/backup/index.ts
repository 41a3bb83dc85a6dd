export { backup, type BackupOptions } from './backup.js';
export { type Manifest, readManifest } from './manifest.js';
export { type Watcher, watcherOn } from './progress.js';
export { restore, type RestoreOptions } from './restore.js';
