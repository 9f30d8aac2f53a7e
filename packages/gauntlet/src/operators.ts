/** The small changes that make a mutant out of a node of a reference: what a tired person might have written instead. */
import type { Edit } from './edited-file.ts';
import { type Node, walk } from './syntax.ts';

/** A passage and what takes its place. */
export type Change = Edit & { name: string };

type Typed<Type extends Node['type']> = Extract<Node, { type: Type }>;

/** Gives the text of a node. */
type Source = (node: Node) => string;

/** All that is changed at a node. */
export function changesAt(node: Node, above: readonly Node[], source: Source): Change[] {
  const operator = operators[node.type] as Operator<Node> | undefined;
  return operator?.(node, source, above) ?? [];
}

type Operator<N> = (node: N, source: Source, above: readonly Node[]) => Change[];

const operators: { [Type in Node['type']]?: Operator<Typed<Type>> } = {
  BinaryExpression(node, source) {
    const others = otherOperators[node.operator] ?? [];
    return at(node, 'operator', ...others.map((other) => `${source(node.left)} ${other} ${source(node.right)}`));
  },
  LogicalExpression(node, source) {
    const [left, right] = [source(node.left), source(node.right)];
    const other = { '&&': '||', '||': '&&', '??': '||' }[node.operator];
    return at(node, 'clause', `(${left}) ${other} (${right})`, left, right);
  },
  UnaryExpression: (node, source) => (node.operator === '!' ? at(node, 'negation', source(node.argument)) : []),
  IfStatement: ({ test }, source) => at(test, 'condition', `!(${source(test)})`, 'true', 'false'),
  ConditionalExpression: ({ test }, source) => at(test, 'condition', `!(${source(test)})`, 'true', 'false'),
  WhileStatement: ({ test }) => at(test, 'condition', 'false'),
  AwaitExpression: (node, source) => at(node, 'await', `(${source(node.argument)})`),
  AssignmentExpression(node, source) {
    const [left, right] = [source(node.left), source(node.right)];
    if (node.operator === '+=') return at(node, 'operator', `${left} -= ${right}`, `${left} = ${right}`);
    return node.operator === '??=' ? at(node, 'operator', `${left} = ${right}`) : [];
  },
  Literal(node) {
    if (typeof node.value === 'boolean') return at(node, 'opposite', String(!node.value));
    return typeof node.value === 'number' ? at(node, 'off by one', `${node.value + 1}`, `(${node.value - 1})`) : [];
  },
  ArrayExpression: (node) => (node.elements.length > 0 ? at(node, 'empty', '[]') : []),
  SpreadElement: (node, _source, above) => (above[0]?.type === 'ArrayExpression' ? at(node, 'left out', '') : []),
  ArrowFunctionExpression: ({ body }) => (body.type === 'CallExpression' ? at(body, 'does nothing', 'undefined') : []),
  ObjectExpression: changesOfObject,
  CallExpression: changesOfCall,
  BlockStatement({ body }, source, [around]) {
    const isFunction = around !== undefined && functions.has(around.type);
    return changesOfStatements(body, source, isFunction);
  },
  // A `default:` only proves to the type checker that there is no other case.
  SwitchCase: ({ test, consequent }, source) => (test ? changesOfStatements(consequent, source, false) : []),
};

const otherOperators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
};

/** Methods that are taken for each other. */
const otherMethods: Readonly<Record<string, string>> = {
  max: 'min',
  min: 'max',
  push: 'unshift',
  unshift: 'push',
  shift: 'pop',
  pop: 'shift',
  every: 'some',
  some: 'every',
  find: 'findLast',
  findIndex: 'findLastIndex',
  floor: 'ceil',
  ceil: 'floor',
};

const at = (node: Node, name: string, ...texts: string[]): Change[] =>
  texts.map((text) => ({ name, start: node.start, end: node.end, text }));

/** Each field with its neighbour's value, and each left out. */
function changesOfObject({ properties }: Typed<'ObjectExpression'>, source: Source): Change[] {
  const fields = properties.filter((property) => property.type === 'Property');
  return fields.flatMap((field, i) => {
    const next = fields[i + 1];
    if (field.value.type === 'FunctionExpression' || field.value.type === 'ArrowFunctionExpression') return [];
    const dropped: Change = { ...without(field, source(field)), name: 'field left out' };
    if (!next || field.key.type !== 'Identifier' || next.key.type !== 'Identifier') return [dropped];
    const text = `${field.key.name}: ${source(next.value)}, ${next.key.name}: ${source(field.value)}`;
    return [dropped, { name: 'fields swapped', start: field.start, end: next.end, text }];
  });
}

/** A property with nothing in its place: a comma may stand alone only after something. */
const without = (node: Node, text: string): Edit => ({
  start: node.start,
  end: node.end,
  text: `...{ /* ${text.replaceAll('*/', '')} */ }`,
});

function changesOfCall(node: Typed<'CallExpression'>, source: Source): Change[] {
  const { callee } = node;
  const changes: Change[] = [];
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    const { name } = callee.property;
    const other = Object.hasOwn(otherMethods, name) ? otherMethods[name] : undefined;
    if (other) changes.push(...at(callee.property, 'method', other));
    if (['filter', 'slice'].includes(name)) changes.push(...at(node, 'call left out', source(callee.object)));
  }
  const anyOrder = callee.type === 'MemberExpression' && source(callee.object) === 'Math';
  for (const [i, argument] of node.arguments.entries()) {
    const next = node.arguments[i + 1];
    if (next && !anyOrder && next.type !== 'ArrowFunctionExpression')
      changes.push({
        name: 'arguments swapped',
        start: argument.start,
        end: next.end,
        text: `${source(next)}, ${source(argument)}`,
      });
    if (isNumber.test(lastName(argument)))
      changes.push(...at(argument, 'off by one', `${source(argument)} + 1`, `${source(argument)} - 1`));
  }
  return changes;
}

/** Each statement left out, each swapped with the next, and an end before each. */
function changesOfStatements(body: readonly Node[], source: Source, isFunction: boolean): Change[] {
  return body.flatMap((statement, i) => {
    const next = body[i + 1];
    const changes: Change[] = [];
    if (droppable.has(statement.type))
      changes.push({ name: 'left out', start: statement.start, end: statement.end, text: '' });
    if (next && droppable.has(statement.type) && droppable.has(next.type) && depend(statement, next))
      changes.push({
        name: 'swapped',
        start: statement.start,
        end: next.end,
        text: `${source(next)} ${source(statement)}`,
      });
    if (isFunction && i > 0 && statement.type !== 'ReturnStatement')
      changes.push({ name: 'ends before', start: statement.start, end: statement.start, text: 'return; ' });
    return changes;
  });
}

const functions: ReadonlySet<string> = new Set([
  'FunctionExpression',
  'FunctionDeclaration',
  'ArrowFunctionExpression',
]);

const droppable: ReadonlySet<string> = new Set([
  'ExpressionStatement',
  'IfStatement',
  'ForStatement',
  'ForOfStatement',
  'WhileStatement',
  'ReturnStatement',
  'BreakStatement',
  'ContinueStatement',
  'ThrowStatement',
]);

/** Whether their order may matter: one may end the function, or touches what the other changes. */
function depend(a: Node, b: Node): boolean {
  const [first, second] = [touchedBy(a), touchedBy(b)];
  const touches = (changed: ReadonlySet<string>, names: ReadonlySet<string>) =>
    [...changed].some((name) => names.has(name));
  return first.ends || second.ends || touches(first.changed, second.names) || touches(second.changed, first.names);
}

/** By name: of fields the last part. What is asked of the world takes effect after the handler, in whatever order. */
function touchedBy(statement: Node): { names: Set<string>; changed: Set<string>; ends: boolean } {
  const [names, changed] = [new Set<string>(), new Set<string>()];
  let ends = false;
  walk(statement, (node) => {
    if (node.type === 'Identifier') names.add(node.name);
    if (node.type === 'ReturnStatement' || node.type === 'ThrowStatement') ends = true;
    if (node.type === 'AssignmentExpression') changed.add(lastName(node.left));
    if (node.type === 'UpdateExpression') changed.add(lastName(node.argument));
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
      changed.add(lastName(node.callee.object));
  });
  changed.delete('world');
  return { names, changed, ends };
}

/** By its name, for there are no types here. */
const isNumber = /(index|term|limit|position|number|count|matched|wanted|before|start|min|max)$/i;

function lastName(node: Node): string {
  if (node.type === 'MemberExpression') return lastName(node.computed ? node.object : node.property);
  return node.type === 'Identifier' ? node.name : '';
}
