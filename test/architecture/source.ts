import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One source file of the repository: its path from the root, and its text. */
export interface Source {
  path: string;
  text: string;
}

/** Where something is imported from, and in which line. */
export interface Import {
  from: string;
  line: number;
}

const trees = new WeakMap<Source, ts.SourceFile>();

/** All files below these folders that people have written, in order. */
export function sourcesBelow(folders: string[], ending: RegExp): Source[] {
  return folders
    .flatMap(filesBelow)
    .filter((path) => ending.test(path) && !/\.generated\.ts$|\.d\.ts$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path);
    return [path];
  });
}

/** The file's syntax tree. */
export function treeOf(source: Source): ts.SourceFile {
  const known = trees.get(source);
  if (known) return known;
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true, source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  trees.set(source, tree);
  return tree;
}

/** The line, from 1, in which a node begins. */
export function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** Calls `visit` for every node of the file. */
export function everyNode(source: Source, visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, walk);
  };
  walk(treeOf(source));
}

/** Everything the file imports or passes on: `import`, `export … from`, `import()` and the types of `import('…')`. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined): void => {
    if (node && ts.isStringLiteralLike(node)) found.push({ from: node.text, line: lineOf(node) });
  };
  everyNode(source, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
  });
  return found;
}
