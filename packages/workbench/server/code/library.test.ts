/** A student's file as the browser gets it: the same lines, one copy of the framework, and mistakes told as his. */
import { expect, test } from 'vitest';
import { openDesk } from '../testing/desk.ts';

const stub = 'exercises/03-election/election.ts';

async function codeOf(desk: Awaited<ReturnType<typeof openDesk>>) {
  const { list, troubles } = JSON.parse((await desk.askInside('/api/code')).text);
  return { mine: list.election.mine as string, reference: list.election.reference as string, list, troubles };
}

test('types become blanks, so that a line and column in a stack are those of the file', async () => {
  const text = `type A = number;\nexport const election = { at(n: number): A { throw new Error(\`\${n}\`); } };\n`;
  const desk = await openDesk({ [stub]: text });
  const { mine } = await codeOf(desk);
  const { text: served, headers } = await desk.askInside(mine);
  expect(headers['content-type']).toMatch(/^text\/javascript/);
  expect(served.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
  expect(served.indexOf('throw')).toBe(text.indexOf('throw'));
});

test('the framework is one copy for all: that of the page, where it has left it', async () => {
  const desk = await openDesk({
    [stub]: `import { notWritten } from '@weekend/protocol';\nexport const election = { notWritten };\n`,
  });
  const { mine, reference } = await codeOf(desk);
  const leadOf = async (url: string, name: string) =>
    new RegExp(`'(/code/framework/\\w+/${name}\\.js)'`).exec((await desk.askInside(url)).text)?.[1] as string;
  const protocol = await leadOf(mine, 'protocol');
  expect((await desk.askInside(protocol)).text).toMatch(
    /globalThis\[Symbol\.for\('weekend'\)\].*\nexport const \{.*notWritten/s,
  );
  expect(await leadOf(reference, 'raft')).toBe(protocol.replace('protocol', 'raft'));
});

test('a file of his own comes along, and its change changes the address', async () => {
  const desk = await openDesk({
    [stub]: `import { three } from './numbers.ts';\nexport const election = { three };\n`,
    'exercises/03-election/numbers.ts': 'export const three: number = 3;\n',
  });
  const before = await codeOf(desk);
  const sibling = new URL('./numbers.ts', `http://x${before.mine}`).pathname;
  expect((await desk.askInside(sibling)).text).toBe('export const three         = 3;\n');
  desk.write('exercises/03-election/numbers.ts', 'export const three: number = 4;\n');
  const after = await codeOf(desk);
  expect(after.mine).not.toBe(before.mine);
  expect(after.reference).toBe(before.reference);
  // The old address still tells the old code, so a run can be compared with the one before.
  expect((await desk.askInside(sibling)).text).toContain('= 3');
});

test.each([
  ['a slip of the pen', 'export const election = {\n  onNewerTerm(state {\n};\n', /^Expected|^Unexpected/, 2],
  ['syntax that would have to be rewritten', 'export const a = 1;\nenum Role { Leader }\n', /enum/, 2],
  [
    'the machine',
    `\n\nimport { readFileSync } from 'node:fs';\nreadFileSync;\n`,
    /"node:fs", which reaches for the machine/,
    3,
  ],
  ['a library', `import x from 'lodash';\nx;\n`, /"lodash", which is not part of a stage/, 1],
  ['a short name', `import './numbers';\n`, /write the whole name, "\.\/numbers\.ts"/, 1],
  ['the solution', `import '../../solutions/03-election/election.ts';\n`, /belongs to somebody else/, 1],
  [
    'a package that is not for this stage',
    `import '@weekend/${'grading'}';\n`,
    /may import @weekend\/protocol, @weekend\/raft/,
    1,
  ],
])('%s is told as his, with its place', async (_, text, message, line) => {
  const desk = await openDesk({ [stub]: text });
  const { mine, troubles } = await codeOf(desk);
  expect(mine).toBe('');
  expect(troubles).toEqual([
    { stage: 'election', file: stub, message: expect.stringMatching(message), line, column: expect.any(Number) },
  ]);
});

test('mutants and variants are offered by name, and an address outlives the server', async () => {
  const mutant = `import { election as reference } from '../election.ts';\nexport const election = { ...reference };\n`;
  const files = { 'solutions/03-election/mutants/forgets.ts': mutant, 'solutions/03-election/variants/odd.ts': mutant };
  const { list } = await codeOf(await openDesk(files));
  expect(list.election.mutants).toEqual([
    expect.stringMatching(/^\/code\/\w+\/solutions\/03-election\/mutants\/forgets\.ts$/),
  ]);
  const another = await openDesk(files);
  expect((await another.askInside(list.election.variants[0])).text).toBe(mutant);
  expect(
    (await another.askInside(list.election.variants[0].replace(/code\/\w+/, 'code/0123456789abcdef'))).status,
  ).toBe(404);
});

test('a solution that is changed while the workbench runs is another, and the old one is still there', async () => {
  const path = 'solutions/03-election/mutants/forgets.ts';
  const desk = await openDesk({ [path]: 'export const election = { a: 1 };\n' });
  const [before] = (await codeOf(desk)).list.election.mutants;
  desk.write(path, 'export const election = { a: 22 };\n');
  const [after] = (await codeOf(desk)).list.election.mutants;
  expect([(await desk.askInside(before)).text, (await desk.askInside(after)).text]).toEqual([
    expect.stringContaining('a: 1 '),
    expect.stringContaining('a: 22'),
  ]);
});
