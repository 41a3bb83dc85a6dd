import { type FieldNode, getArgumentValues, getNamedType, type GraphQLResolveInfo, isObjectType, Kind, type SelectionNode } from 'graphql';

/**
 * The arguments with which a question asks for a field of the answer, so that a hot page can read it in the same
 * statement; null when it does not ask. Under several aliases the first counts.
 */
export function argumentsOf(info: GraphQLResolveInfo, field: string): Record<string, unknown> | null {
  const type = getNamedType(info.returnType);
  const definition = isObjectType(type) ? type.getFields()[field] : undefined;
  if (!definition) return null;
  const find = (selections: readonly SelectionNode[]): Record<string, unknown> | null => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value === field) return getArgumentValues(definition, selection, info.variableValues);
        continue;
      }
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      const found = inner ? find(inner.selectionSet.selections) : null;
      if (found) return found;
    }
    return null;
  };
  return find(info.fieldNodes.flatMap((node) => node.selectionSet?.selections ?? []));
}

const looked = new WeakMap<FieldNode, Map<string, ReadonlySet<string>>>();

/** The names of the fields that a question asks for below `path`, whatever its variables leave out of them. Each document is looked at once. */
export function fieldsAsked(info: GraphQLResolveInfo, ...path: string[]): ReadonlySet<string> {
  const node = info.fieldNodes[0];
  if (!node) return new Set();
  let known = looked.get(node);
  if (!known) looked.set(node, (known = new Map()));
  const key = path.join('.');
  const before = known.get(key);
  if (before) return before;
  let nodes: FieldNode[] = [...info.fieldNodes];
  for (const name of path) nodes = nodes.flatMap((parent) => fieldsIn(parent, info)).filter((field) => field.name.value === name);
  const names = new Set(nodes.flatMap((parent) => fieldsIn(parent, info)).map((field) => field.name.value));
  known.set(key, names);
  return names;
}

function fieldsIn(node: FieldNode, info: GraphQLResolveInfo): FieldNode[] {
  const all = (selections: readonly SelectionNode[]): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      return inner ? all(inner.selectionSet.selections) : [];
    });
  return all(node.selectionSet?.selections ?? []);
}
