import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Lexer, parse, Source, TokenKind, type SelectionSetNode } from 'graphql';
import { LIMITS } from '@app/platform/graphql';

const files = ['libs', 'apps'].flatMap((folder) => (readdirSync(folder, { recursive: true }) as string[]).map((file) => join(folder, file))).filter((file) => /\/web\/.*\.graphql$/.test(file));

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

function depthOf(set: SelectionSetNode | undefined, fragments: Map<string, SelectionSetNode>): number {
  if (!set) return 0;
  return Math.max(
    ...set.selections.map((selection) => {
      if (selection.kind === 'Field') return 1 + depthOf(selection.selectionSet, fragments);
      if (selection.kind === 'InlineFragment') return depthOf(selection.selectionSet, fragments);
      return depthOf(fragments.get(selection.name.value), fragments);
    }),
  );
}

test('there are documents to look at', () => expect(files.length).toBeGreaterThan(0));

test.each(files)('%s stays well within the limits that hold for everybody', (file) => {
  const document = parse(readFileSync(file, 'utf8'));
  const fragments = new Map(document.definitions.flatMap((node) => (node.kind === 'FragmentDefinition' ? [[node.name.value, node.selectionSet] as const] : [])));
  const shared = document.definitions.filter((node) => node.kind === 'FragmentDefinition').reduce((sum, node) => sum + tokensOf(node.loc?.source.body.slice(node.loc.start, node.loc.end) ?? ''), 0);
  for (const node of document.definitions) {
    if (node.kind !== 'OperationDefinition' || !node.loc) continue;
    expect(tokensOf(node.loc.source.body.slice(node.loc.start, node.loc.end)) + shared).toBeLessThanOrEqual(LIMITS.tokens * 0.9);
    expect(depthOf(node.selectionSet, fragments)).toBeLessThanOrEqual(LIMITS.depth - 1);
  }
});
