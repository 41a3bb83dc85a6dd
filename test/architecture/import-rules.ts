import { posix } from 'node:path';
import { aliasOf, isWeb, libOf } from './libs.js';
import { type Import, importsOf, type Source } from './source.js';

const PARTS = ['', 'contract', 'web', 'testing'];
const OF_THE_SERVER = /^node:|^@nestjs\/|^@apollo\/|^(typeorm|pg|bullmq|ioredis|fastify|nodemailer|socket\.io|reflect-metadata)$/;
const MAY_TEST = /\.spec\.tsx?$|\/testing\/|^test\/|(^|\/)(demo|seed)[./-]/;

/** Every import of a file that the house forbids, as `path:line why`. `order` lists the features as `libs/features.ts` does. */
export function forbiddenImports(source: Source, order: string[]): string[] {
  return importsOf(source).flatMap((one) => {
    const why = whyForbidden(source.path, one, order);
    return why ? [`${source.path}:${one.line} ${why}`] : [];
  });
}

function whyForbidden(path: string, { from }: Import, order: string[]): string | null {
  const alias = aliasOf(from);
  if (/\.config\.[cm]?[jt]s$/.test(path)) return null;
  if (/^@app\/features(\.web)?\.js$/.test(from)) return libOf(path) === null ? null : 'a lib does not know the list it stands in';
  if (path.includes('/contract/') && !from.startsWith('./')) return `a contract imports nothing, this one imports ${from}`;
  if (alias) return whyAliasForbidden(path, alias, order);
  if (from.startsWith('.')) return whyRelativeForbidden(path, posix.join(posix.dirname(path), from));
  if (isWeb(path) && !MAY_TEST.test(path) && OF_THE_SERVER.test(from)) return `web code runs in the browser and cannot use ${from}`;
  return null;
}

function whyAliasForbidden(path: string, { lib, part }: { lib: string; part: string }, order: string[]): string | null {
  const own = libOf(path);
  if (own === lib) return `inside a lib paths are relative, not @app/${lib}`;
  if (!PARTS.includes(part)) return `@app/${lib}/${part} reaches past the facade: use @app/${lib}, or its contract, web or testing`;
  if (part === 'testing' && !MAY_TEST.test(path)) return `@app/${lib}/testing is for specs and seeds only`;
  const web = lib === 'ui' || lib === 'platform/web' || part === 'web';
  if (isWeb(path) && !web && part !== 'contract') return `web code cannot import the server half of ${lib}: use @app/${lib}/web or its contract`;
  if (!isWeb(path) && web && !MAY_TEST.test(path)) return `the server cannot import web code of ${lib}`;
  return own ? whyOrderForbids(own, lib, order) : null;
}

function whyOrderForbids(own: string, lib: string, order: string[]): string | null {
  const isFloor = (name: string): boolean => name === 'ui' || name.startsWith('platform/');
  if (isFloor(lib)) return null;
  if (isFloor(own)) return `${own} knows no feature and cannot import ${lib}`;
  if (!order.includes(own)) return `${own} is missing from libs/features.ts`;
  if (!order.includes(lib)) return `${lib} is missing from libs/features.ts`;
  return order.indexOf(lib) < order.indexOf(own) ? null : `${own} comes before ${lib} in libs/features.ts and cannot import it: tell it by an event`;
}

function whyRelativeForbidden(path: string, target: string): string | null {
  const own = libOf(path);
  if (target.startsWith('apps/') && posix.join(...path.split('/').slice(0, 2)) !== posix.join(...target.split('/').slice(0, 2)) && !path.startsWith('test/')) return `nobody imports apps, this imports ${target}`;
  if (/^libs\/features(\.web)?\.ts$/.test(path)) return null;
  if (own && MAY_TEST.test(path) && target.startsWith('test/setup/')) return null;
  if (own && !target.startsWith(`libs/${own}/`)) return `a relative path stays inside its lib, this one leads to ${target}`;
  if (!own && target.startsWith('libs/') && !/^libs\/features(\.web)?\.js$/.test(target)) return `use @app/… to reach libs from outside, not ${target}`;
  if (!own || MAY_TEST.test(path)) return null;
  if (target.includes('/testing/')) return 'testing is for specs and seeds only';
  if (isWeb(path) && !isWeb(target) && !target.startsWith(`libs/${own}/contract/`)) return `web code cannot import the server file ${target}`;
  if (!isWeb(path) && isWeb(target)) return `the server cannot import the web file ${target}`;
  return null;
}
