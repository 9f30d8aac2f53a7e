/**
 * What the suites and those around them can say to a student, read from their sources: each text and template, with `{}` where
 * a value goes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConditionalExpression, type Expression, type Node, parseSync, visitorKeys } from 'oxc-parser';
import { root } from '../src/places.ts';

export interface Said {
  /** Where it stands: `packages/grading/src/scene.ts:42`. */
  where: string;
  text: string;
  /** The text again, or all that a choice between texts in it can make of it. */
  forms: readonly string[];
}

/** `path` is from the root. */
export function saidIn(path: string): Said[] {
  const source = readFileSync(join(root, path), 'utf8');
  const { program } = parseSync(path, source);
  const said: Said[] = [];
  visit(program, false, (node, forms) => {
    const where = `${path}:${source.slice(0, node.start).split('\n').length}`;
    said.push({ where, text: oneHole(textOf(node)), forms });
  });
  return said;
}

/** Every text in the file, what is said to nobody too. */
export function textsIn(path: string): string[] {
  const texts: string[] = [];
  const all = (node: Node): void => {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value);
    for (const child of childrenOf(node)) all(child);
  };
  all(parseSync(path, readFileSync(join(root, path), 'utf8')).program);
  return texts;
}

type Found = (node: Node, forms: readonly string[]) => void;

/** `inHole`: a single word may be a phrase there. */
function visit(node: Node, inHole: boolean, found: Found): void {
  if (isSilent(node)) return;
  const forms = formsOf(node);
  if (forms?.some((form) => isPhrase(form, inHole))) found(node, forms.map(oneHole));
  if (node.type === 'TemplateLiteral') {
    for (const value of node.expressions) if (!isChoice(value)) visit(value, true, found);
    return;
  }
  const passesOn = ['ConditionalExpression', 'LogicalExpression', 'ParenthesizedExpression'].includes(node.type);
  for (const child of spokenChildrenOf(node)) visit(child, inHole && passesOn, found);
}

/** What a template can come to, once each choice between two texts in it is made. */
function formsOf(node: Node): string[] | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  return node.quasis.reduce<string[]>(
    (forms, { value }, i) => {
      const hole = node.expressions[i];
      const choices = hole === undefined ? [''] : isChoice(hole) ? choicesOf(hole) : ['{}'];
      return forms.flatMap((form) => choices.map((choice) => form + value.cooked + choice));
    },
    [''],
  );
}

function textOf(node: Node): string {
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join('{}');
  return node.type === 'Literal' ? String(node.value) : '';
}

const isChoice = (node: Node): node is ConditionalExpression =>
  node.type === 'ConditionalExpression' && [node.consequent, node.alternate].every((each) => formsOf(each));

const choicesOf = ({ consequent, alternate }: ConditionalExpression): string[] =>
  [consequent, alternate].flatMap((each: Expression) => formsOf(each) ?? []);

const oneHole = (form: string): string => form.replaceAll(/(\{\})+/g, '{}');

function isPhrase(form: string, inHole: boolean): boolean {
  const words = form.replaceAll('{}', '');
  return /[a-z]{2}/i.test(words) && (inHole || / /.test(words));
}

/** What is never a failure's message: types, names, our own mistakes, and what a milestone is called. */
function isSilent(node: Node): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
      return true;
    case 'NewExpression':
      return node.callee.type === 'Identifier' && /Error$|^(CannotRun|Planned|Random)$/.test(node.callee.name);
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'notWritten';
    case 'Property':
      return node.key.type === 'Identifier' && ['id', 'title', 'hint', 'network', 'timers'].includes(node.key.name);
    default:
      return /^TS(?!AsExpression|NonNullExpression|SatisfiesExpression)/.test(node.type);
  }
}

function spokenChildrenOf(node: Node): Node[] {
  switch (node.type) {
    case 'MemberExpression':
      return [node.object];
    case 'BinaryExpression':
      return node.operator === '+' ? [node.left, node.right] : [];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'ObjectExpression': {
      const isMilestone = node.properties.some((each) => nameOf(each) === 'prove');
      return node.properties.filter((each) => !isMilestone || nameOf(each) !== 'rule');
    }
    default:
      return childrenOf(node);
  }
}

const nameOf = (property: Node): string | undefined =>
  property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : undefined;

function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, Node | readonly (Node | null)[] | null | undefined>;
  const children = (visitorKeys[node.type] ?? []).flatMap((key) => fields[key] ?? []);
  return children.filter((child) => child !== null);
}
