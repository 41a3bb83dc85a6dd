import { builtinModules } from 'node:module';
import { importsOf, type Source } from './source.js';

/** What package.json promises to whoever installs Accord, and to whoever works on it. */
export interface Promised {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

/** Whether a file runs in the api or the worker of an installation, which has the dependencies alone. */
export function runsInstalled({ path }: Source): boolean {
  return /^(libs|apps\/(api|worker))\//.test(path) && /\.tsx?$/.test(path) && !/\.spec\.tsx?$|\/(web|ui|testing)\//.test(path);
}

/** Packages that a file needs when it runs and that an installation would not have. */
export function packagesNotInstalled(source: Source, { dependencies }: Promised): string[] {
  const lines = source.text.split('\n');
  return importsOf(source)
    .filter(({ from, line }) => !/^[.@]app|^\.|^node:/.test(from) && !builtinModules.includes(from) && !/^(import|export) type\b/.test(lines[line - 1] ?? ''))
    .map(({ from }) => from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/'))
    .filter((name) => !(name in dependencies))
    .map((name) => `${source.path} imports ${name}, which is not among the dependencies`);
}

/** Packages named twice: npm takes them for tools of development and leaves them out of an installation. */
export function promisedTwice({ dependencies, devDependencies }: Promised): string[] {
  return Object.keys(dependencies).filter((name) => name in devDependencies);
}
