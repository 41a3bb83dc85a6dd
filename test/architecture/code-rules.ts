import ts from 'typescript';
import { everyNode, lineOf, type Source } from './source.js';

// The fields of a type are reached through one of these; what they may show is decided by the services they ask.
const ENTRANCES = ['Query', 'Mutation', 'Subscription'];
const LONGEST = 400;

/** Uses of `any`, which switches the checking of types off. */
export function usesOfAny(source: Source): string[] {
  return find(source, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any: say what it is, or unknown and look' : null));
}

/** Uses of `forwardRef`, the sign of two rooms that need a third or an event. */
export function usesOfForwardRef(source: Source): string[] {
  return find(source, (node) => (ts.isIdentifier(node) && node.text === 'forwardRef' ? 'forwardRef: break the circle with an event' : null));
}

/** Resolver methods that neither are `@Public()` nor take the viewer. */
export function undeclaredEntrances(source: Source): string[] {
  return find(source, (node) => {
    if (!ts.isMethodDeclaration(node) || !decoratorsOf(node).some((name) => ENTRANCES.includes(name))) return null;
    const isPublic = [...decoratorsOf(node), ...(ts.isClassDeclaration(node.parent) ? decoratorsOf(node.parent) : [])].includes('Public');
    const takesViewer = node.parameters.some((parameter) => decoratorsOf(parameter).some((name) => name === 'CurrentViewer' || name === 'Viewer'));
    return isPublic || takesViewer ? null : `${node.name.getText()}: state @Public() or take @CurrentViewer()`;
  });
}

/** Places that take everybody but an observer for somebody who speaks: a guest only reads as well. */
export function silenceByName(source: Source): string[] {
  return source.text.split('\n').flatMap((line, at) => (/(<>|!==?|!=)\s*'(observer|guest)'/.test(line) ? [`${source.path}:${at + 1} ask speaks(role), or READERS_ONLY in SQL`] : []));
}

/** A file that has grown too long to be read at once. */
export function tooLong(source: Source): string[] {
  const lines = source.text.split('\n').length - (source.text.endsWith('\n') ? 1 : 0);
  return lines < LONGEST ? [] : [`${source.path}:${lines} ${lines} lines: look for the second room in it`];
}

function find(source: Source, judge: (node: ts.Node) => string | null): string[] {
  const found: string[] = [];
  everyNode(source, (node) => {
    const why = judge(node);
    if (why) found.push(`${source.path}:${lineOf(node)} ${why}`);
  });
  return found;
}

function decoratorsOf(node: ts.HasDecorators): string[] {
  return (ts.getDecorators(node) ?? []).map(({ expression }) => (ts.isCallExpression(expression) ? expression.expression : expression).getText());
}
