import { posix } from 'node:path';
import ts from 'typescript';
import { importsOf, type Source, treeOf } from './source.js';

/** The lib that a path or alias lies in: `people`, `ui` or, in the platform, `platform/mail`; null outside every lib. */
export function libOf(path: string): string | null {
  const [top, first, second, ...rest] = path.split('/');
  if (top !== 'libs' || first === undefined || second === undefined) return null;
  if (first !== 'platform') return first;
  return rest.length > 0 || !/\./.test(second) ? `platform/${second}` : null;
}

/** Whether a file belongs to the web app; everything else runs on the server. */
export function isWeb(path: string): boolean {
  return /^apps\/web\/|^libs\/ui\/|^libs\/platform\/web\/|^libs\/[^/]+\/web\/|^libs\/features\.web\.ts$/.test(path);
}

/** The features in the order of `libs/features.ts`, by the names of their folders. */
export function orderOf(features: Source): string[] {
  const folders = new Map<string, string>();
  let order: string[] = [];
  ts.forEachChild(treeOf(features), (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const folder = folderNamed(node.moduleSpecifier.text);
      const names = node.importClause?.namedBindings;
      if (folder && names && ts.isNamedImports(names)) for (const name of names.elements) folders.set(name.name.text, folder);
    }
    if (!ts.isVariableStatement(node)) return;
    for (const { name, initializer } of node.declarationList.declarations) {
      if (name.getText() !== 'features' || !initializer || !ts.isArrayLiteralExpression(initializer)) continue;
      order = initializer.elements.map((element) => folders.get(element.getText()) ?? `unknown: ${element.getText()}`);
    }
  });
  return [...new Set(order.filter((folder) => !folder.startsWith('platform/')))];
}

function folderNamed(specifier: string): string | null {
  return aliasOf(specifier)?.lib ?? libOf(posix.join('libs', specifier));
}

/** What an alias names: the lib, and the part of it (`''` is the facade); null for anything else. */
export function aliasOf(specifier: string): { lib: string; part: string } | null {
  const match = /^@app\/(platform\/[^/]+|[^/]+)(?:\/(.*))?$/.exec(specifier);
  return match ? { lib: match[1] ?? '', part: (match[2] ?? '').replace(/(^|\/)index\.js$/, '') } : null;
}

/** The first circle among libs, as a path from a lib back to itself; null when there is none. */
export function circleAmong(sources: Source[]): string[] | null {
  const edges = new Map<string, Set<string>>();
  for (const source of sources) {
    const from = libOf(source.path);
    if (!from || /\.spec\.tsx?$|\/testing\//.test(source.path)) continue;
    // The halves of a feature that run in different places cannot meet in a circle.
    const side = isWeb(source.path) ? ' (web)' : '';
    for (const { from: specifier } of importsOf(source)) {
      const to = aliasOf(specifier);
      if (!to || to.lib === from || to.part === 'contract') continue;
      const set = edges.get(from + side) ?? new Set<string>();
      edges.set(from + side, set.add(to.lib + side));
    }
  }
  const done = new Set<string>();
  const follow = (lib: string, path: string[]): string[] | null => {
    if (path.includes(lib)) return [...path.slice(path.indexOf(lib)), lib];
    if (done.has(lib)) return null;
    for (const next of edges.get(lib) ?? []) {
      const circle = follow(next, [...path, lib]);
      if (circle) return circle;
    }
    done.add(lib);
    return null;
  };
  for (const lib of edges.keys()) {
    const circle = follow(lib, []);
    if (circle) return circle;
  }
  return null;
}
