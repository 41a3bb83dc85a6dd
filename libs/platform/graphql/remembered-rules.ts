import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

/**
 * class-validator gathers the rules of a class anew for every value, by looking at every class there is. They are the
 * same each time, so they are gathered once; where groups or schemas play a part, which they do nowhere here, all is as before.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const [gather, group] = [storage.getTargetValidationMetadatas.bind(storage), storage.groupByPropertyName.bind(storage)];
  const rules = new WeakMap<object, Rules>();
  const groups = new WeakMap<Rules, ReturnType<Storage['groupByPropertyName']>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, given) => {
    if (schema || given?.length || typeof target !== 'function') return gather(target, schema, always, strictGroups, given);
    let known = rules.get(target);
    if (!known) rules.set(target, (known = gather(target, schema, always, strictGroups, given)));
    return known;
  };
  storage.groupByPropertyName = (list) => {
    let known = groups.get(list);
    if (!known) groups.set(list, (known = group(list)));
    return known;
  };
}
