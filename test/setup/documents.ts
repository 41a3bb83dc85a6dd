import { readFile } from 'node:fs/promises';
import { type DefinitionNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse, print } from 'graphql';
import { ROOT, sourcesOf } from '../../apps/start/build/sources.js';

/** The web app's own GraphQL documents. */
export class Documents {
  private constructor(private readonly definitions: readonly DefinitionNode[]) {}

  static async read(): Promise<Documents> {
    const files = (await sourcesOf('web')).filter((path) => path.endsWith('.graphql') && !path.endsWith('schema.graphql'));
    const texts = await Promise.all(files.map((path) => readFile(`${ROOT}/${path}`, 'utf8')));
    return new Documents(parse(texts.join('\n')).definitions);
  }

  /** The names of everything that pages ask; what they order is left out. */
  queries(): string[] {
    return this.operations().filter(({ operation }) => operation === OperationTypeNode.QUERY).map(({ name }) => name?.value ?? '');
  }

  private operations(): OperationDefinitionNode[] {
    return this.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  }

  /** Throws when the web app has no such document. */
  operation(name: string): OperationDefinitionNode {
    const found = this.operations().find((node) => node.name?.value === name);
    if (!found) throw new Error(`The web app has no document ${name}.`);
    return found;
  }

  /** A document as the web app sends it: with the fragments that it needs. */
  text(name: string): string {
    return this.whole(print(this.operation(name)));
  }

  /** A text with the fragments that it names. */
  whole(text: string): string {
    const used = new Map<string, string>();
    const collect = (body: string): void => {
      for (const [, name = ''] of body.matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
        const fragment = this.definitions.find((node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name);
        if (!fragment || used.has(name)) continue;
        const printed = print(fragment);
        used.set(name, printed);
        collect(printed);
      }
    };
    collect(text);
    return [text, ...used.values()].join('\n');
  }
}
