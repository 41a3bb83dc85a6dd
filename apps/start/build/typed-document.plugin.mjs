import { print, stripIgnoredCharacters, visit } from 'graphql';

/**
 * Writes each operation of a `.graphql` file as a `TypedDocumentString`: its text, with the fragments it needs, and the
 * types of its result and variables. The published plugin repeats the class in every file and casts through `unknown`.
 */
export function plugin(_schema, documents, config) {
  const definitions = documents.flatMap((file) => file.document?.definitions ?? []);
  const fragments = new Map((config.externalFragments ?? []).map(({ node }) => [node.name.value, node]));
  for (const node of definitions) if (node.kind === 'FragmentDefinition') fragments.set(node.name.value, node);

  const operations = definitions.filter((node) => node.kind === 'OperationDefinition');
  if (operations.length === 0) return '';
  return {
    prepend: ["import { TypedDocumentString } from '@app/platform/web';"],
    content: operations.map((node) => constantFor(node, fragments)).join('\n\n'),
  };
}

function constantFor(node, fragments) {
  const name = node.name.value;
  const type = `${name}${node.operation[0].toUpperCase()}${node.operation.slice(1)}`;
  const text = stripIgnoredCharacters([node, ...fragmentsOf(node, fragments)].map(print).join('\n'));
  return `export const ${name}Document = new TypedDocumentString<${type}, ${type}Variables>(\n  ${JSON.stringify(text)},\n);`;
}

function fragmentsOf(node, fragments, found = new Map()) {
  visit(node, {
    FragmentSpread({ name: { value } }) {
      const fragment = fragments.get(value);
      if (!fragment || found.has(value)) return;
      found.set(value, fragment);
      fragmentsOf(fragment, fragments, found);
    },
  });
  return [...found.values()];
}
