/**
 * Makes a stub of a reference: its export, signatures and comments, with the bodies taken out. What a body begins with,
 * `// stub: how a node stands for election`, is what the stub says is still to be written. What stands outside the exported
 * object is the reference's own, and so is what comes after the second paragraph of its header.
 */
import {
  type ExportNamedDeclaration,
  type Function as FunctionNode,
  type ImportDeclaration,
  type ObjectExpression,
  type ParamPattern,
  type Program,
  parseSync,
} from 'oxc-parser';

/** Not yet formatted. `file` is for messages. */
export function deriveStub(reference: string, file: string): string {
  const { program, comments, errors } = parseSync(file, reference);
  const [error] = errors;
  if (error) throw new Error(`Cannot derive a stub: ${file} does not parse: ${error.message}`);
  const header = comments[0];
  if (header?.type !== 'Block') throw new Error(`Cannot derive a stub: ${file} does not begin with its header`);

  const { whole, object } = exported(program, file);
  let stub = '';
  let from = whole.start;
  for (const { head, body, text } of methodsOf(object, reference, file)) {
    stub += reference.slice(from, head) + text;
    from = body;
  }
  stub += reference.slice(from, whole.end);
  return [headerOf(header.value), importsOf(program, stub), '', stub, ''].join('\n');
}

/** The stage: the one object that a reference exports. */
function exported({ body }: Program, file: string): { whole: ExportNamedDeclaration; object: ObjectExpression } {
  for (const whole of body) {
    if (whole.type !== 'ExportNamedDeclaration' || whole.declaration?.type !== 'VariableDeclaration') continue;
    const init = whole.declaration.declarations[0]?.init;
    if (init?.type === 'ObjectExpression') return { whole, object: init };
  }
  throw new Error(`Cannot derive a stub: ${file} exports no object; wanted "export const stage: Stage = { … }"`);
}

interface Method {
  /** Where its text begins, and where its body ends. */
  head: number;
  body: number;
  /** What stands there in the stub. */
  text: string;
}

function methodsOf({ properties }: ObjectExpression, reference: string, file: string): Method[] {
  return properties.map((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier')
      throw new Error(`Cannot derive a stub: in ${file} something in the exported object has no name of its own`);
    const { name } = property.key;
    const { value } = property;
    if (!property.method || value.type !== 'FunctionExpression' || value.body === null)
      throw new Error(`Cannot derive a stub: ${name} in ${file} is no method; wanted "${name}(…) { … }"`);
    const what = /^\{\s*\/\/ stub: (.+)/.exec(reference.slice(value.body.start, value.body.end))?.[1];
    if (what === undefined)
      throw new Error(
        `Cannot derive a stub: ${name} in ${file} does not begin with a line "// stub: what is to be written"`,
      );
    const text = `${name}${signature(value, reference)} {\n    notWritten('${name}, ${what}');\n  }`;
    return { head: property.start, body: property.end, text };
  });
}

/** Not async: then what is not written yet would be a promise that fails, and not an error at once. */
function signature({ typeParameters, params, returnType }: FunctionNode, reference: string): string {
  const types = typeParameters ? reference.slice(typeParameters.start, typeParameters.end) : '';
  const answer = returnType ? reference.slice(returnType.start, returnType.end) : '';
  return `${types}(${params.map((param) => unused(param, reference)).join(', ')})${answer}`;
}

function unused(param: ParamPattern, reference: string): string {
  const text = reference.slice(param.start, param.end);
  return text.startsWith('_') ? text : `_${text}`;
}

const task = 'The task is in README.md beside this file.';
const replace = 'Replace each `notWritten(…)` with your code; helper functions of your own are welcome below.';

/** The first two paragraphs, and what a student needs to know besides. */
function headerOf(comment: string): string {
  const [title = '', about = ''] = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .replace(/^\*?\n/, '')
    .split(/\n\n+/)
    .map((paragraph) => paragraph.trim().replaceAll('\n', ' '));
  return ['/**', ...lines(`${title} ${task}`), ' *', ...lines(`${about} ${replace}`), ' */'].join('\n');
}

const width = 120;

function lines(text: string): string[] {
  const found = [' *'];
  for (const word of text.split(' ')) {
    const line = `${found.at(-1)} ${word}`;
    if (line.length > width) found.push(` * ${word}`);
    else found[found.length - 1] = line;
  }
  return found;
}

const contract = '@weekend/protocol';

/** Only what the stub names, and only as types; and the one function that it calls. */
function importsOf({ body }: Program, stub: string): string {
  const code = stub.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const imports = body.filter((node): node is ImportDeclaration => node.type === 'ImportDeclaration');
  const kept = new Map<string, string[]>([[contract, ['notWritten']]]);
  for (const { source, specifiers } of imports)
    for (const { local } of specifiers)
      if (new RegExp(`\\b${local.name}\\b`).test(code))
        kept.set(source.value, [...(kept.get(source.value) ?? []), `type ${local.name}`]);
  return [...kept]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, names]) => {
      const onlyTypes = names.every((name) => name.startsWith('type '));
      const list = names.map((name) => (onlyTypes ? name.slice('type '.length) : name)).join(', ');
      return `import ${onlyTypes ? 'type ' : ''}{ ${list} } from '${from}';`;
    })
    .join('\n');
}
