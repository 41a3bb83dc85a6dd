import { getArgumentValues, getNamedType, type GraphQLResolveInfo, isObjectType, Kind, type SelectionNode } from 'graphql';

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
