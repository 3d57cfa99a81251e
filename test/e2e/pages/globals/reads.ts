import {type Node, parse} from 'acorn';
import {analyze} from 'eslint-scope';

/** The parts of the page that a script reads, by the script's own text. */
export interface Reads {
  /** Names that the script does not declare: `document`. */
  readonly bare: readonly string[];
  /** These, and members of `window`. */
  readonly globals: readonly string[];
  /** Members of these that it names: `navigator.languages`. */
  readonly members: readonly string[];
  /** The names of all members: `languages`. Some of them are the script's own. */
  readonly names: readonly string[];
}

export function readsOf(script: string): Reads {
  const ast = parse(script, {ecmaVersion: 'latest', sourceType: 'module', ranges: true});
  // Its types are those of another parser.
  const {globalScope} = analyze(ast as never, {ecmaVersion: 2022, sourceType: 'module'});
  const outer = new Map(
    globalScope!.through.map(({identifier}) => [identifier as unknown, identifier.name]),
  );
  const globals = new Set(outer.values());
  const members = new Set<string>();
  const names = new Set<string>();
  for (const node of nodesOf(ast)) {
    if (node.type === 'Property' && node.key?.name) names.add(node.key.name);
    if (node.type !== 'MemberExpression') continue;
    const {object, property, computed} = node;
    const name = computed ? property?.value : property?.name;
    if (typeof name !== 'string') continue;
    names.add(name);
    const owner = outer.get(object);
    if (owner === 'window') globals.add(name);
    else if (owner) members.add(`${owner}.${name}`);
  }
  // Names in texts: `take('Map')`, `split(' ')`.
  for (const {type, value} of nodesOf(ast)) {
    if (type !== 'Literal' || typeof value !== 'string') continue;
    if (/^[\w ]+$/.test(value)) for (const word of value.split(' ')) names.add(word);
  }
  return {
    bare: [...new Set(outer.values())],
    globals: [...globals],
    members: [...members],
    names: [...names],
  };
}

interface AnyNode extends Node {
  readonly object?: AnyNode;
  readonly property?: AnyNode;
  readonly key?: AnyNode;
  readonly computed?: boolean;
  readonly name?: string;
  readonly value?: unknown;
}

function* nodesOf(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const value of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (child && typeof (child as AnyNode).type === 'string') yield* nodesOf(child as AnyNode);
    }
  }
}
