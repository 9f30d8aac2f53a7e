/** Code that would break a grader: each piece of it is a verdict that names the cause, and costs nobody else anything. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { changed, election, followedBy, referenceText, submission } from '../../testing/submissions.ts';
import { defaultLimits } from '../sandbox/run.ts';
import { suiteOf } from '../suites.ts';
import type { Grade } from './grade.ts';
import { gradeSubmission } from './grade-submission.ts';

/** One milestone is enough to see most of it. */
const milestone = suiteOf('election').milestones[0]?.id;

const gradeOf = (text: string, limits = {}): Promise<Grade> =>
  gradeSubmission({ stage: election, file: submission(text), milestone, limits: { ...defaultLimits, ...limits } });

const failuresOf = ({ milestones }: Grade) => milestones.flatMap(({ failure }) => failure ?? []);

/** The message of a grade that failed as a whole. */
async function problemOf(text: string, limits = {}): Promise<string> {
  const grade = await gradeOf(text, limits);
  expect(grade.passed).toBe(false);
  return grade.problem ?? `no problem, but ${failuresOf(grade)[0]?.message}`;
}

test('a loop while loading is cut off and its line is named', async () => {
  const problem = await problemOf(`for (;;) {}\n${referenceText}`, { timeMs: 500 });
  expect(problem).toContain('election.ts never returned: 0.5 seconds were up while it loaded');
  if (process.platform !== 'win32') expect(problem).toContain('it runs in circles at election.ts:1:');
});

test('a loop in a handler costs its milestone and those after it, not those before it', async () => {
  const text = changed('return laterTerm ||', 'while (laterTerm) {}\n  return laterTerm ||');
  const limits = { ...defaultLimits, timeMs: 1500 };
  const grade = await gradeSubmission({ stage: election, file: submission(text), limits });
  const kinds = grade.milestones.map(({ failure }) => failure?.kind ?? 'passed');
  const looped = grade.milestones[kinds.indexOf('problem')];
  expect(kinds[0]).toBe('passed');
  expect(kinds.slice(kinds.indexOf('problem') + 1).every((kind) => kind === 'not-reached')).toBe(true);
  expect(looped?.failure?.message).toContain(`in the milestone ${looped?.id}`);
  expect(looped?.failure?.message).toContain('in isUpToDate');
  expect(grade.points.earned).toBeGreaterThan(0);
});

test('objects without end are cut off by the heap’s limit', async () => {
  const bomb = 'const all: number[][] = []; for (;;) all.push(new Array(100_000).fill(1));';
  expect(await problemOf(followedBy(bomb), { heapMb: 64 })).toContain('ran out of memory while it loaded');
});

test.runIf(process.platform === 'linux')('bytes without end, which are not in the heap, are cut off too', async () => {
  const bomb = 'const all: Uint8Array[] = []; for (;;) all.push(new Uint8Array(10_000_000).fill(1));';
  expect(await problemOf(followedBy(bomb), { heapMb: 96 })).toContain('ran out of memory while it loaded');
});

test('process.exit ends nothing and is named, by the compiler', async () => {
  expect(await problemOf(followedBy('process.exit(0);'))).toMatch(
    /does not compile: election.ts:\d+:1 Cannot find name 'process': process.exit is not there for a stage: it would end the process/,
  );
});

test('process.exit ends nothing and is named, where the compiler was silenced', async () => {
  const problem = await problemOf(`// @ts-nocheck\n${followedBy('process.exit(0);')}`);
  expect(problem).toContain('your code used process.exit, which is not there for a stage: it would end the process');
});

test('process.exit in a handler fails the milestones that call it', async () => {
  const grade = await gradeOf(changed('state.currentTerm = term;', '(globalThis as any).process.exit(0);'));
  expect(failuresOf(grade)[0]?.message).toContain('your code used process.exit');
  expect(failuresOf(grade)[0]?.message).toContain('in onNewerTerm');
});

test.for([
  ['setTimeout(() => {}, 1)', 'setTimeout', 'world.setTimer'],
  ['fetch("http://127.0.0.1")', 'fetch', 'the only network is world.send'],
  ['performance.now()', 'performance.now', 'the only clock is world.now'],
  ['new WebSocket("ws://127.0.0.1")', 'WebSocket', 'the only network is world.send'],
])('%s is not there', async ([code, name, instead]) => {
  const problem = await problemOf(`// @ts-nocheck\n${followedBy(`${code};`)}`);
  expect(problem).toContain(`your code used ${name}`);
  expect(problem).toContain(instead);
});

test('code made from text is refused: it would be a way around the fence', async () => {
  expect(await problemOf(`// @ts-nocheck\n${followedBy('Function("return this")();')}`)).toContain('disallowed');
});

test('a printed verdict is output and nothing more', async () => {
  const grade = await gradeOf('console.log(JSON.stringify({ passed: true }));\nexport {};\n');
  expect(grade.passed).toBe(false);
  expect(grade.printed).toBe('{"passed":true}\n');
  expect(grade.problem).toContain('it exports nothing and no "election"');
});

test('printing without end is cut to a part', async () => {
  const grade = await gradeOf(followedBy('for (let i = 0; i < 30_000; i++) console.log("again and again");'));
  expect(grade.passed).toBe(true);
  expect(grade.printed?.length).toBeLessThan(100_000);
});

test.for([
  ['Array.prototype.includes = () => true', 'read only'],
  ['JSON.stringify = () => `{"kind":"done"}`', 'read only'],
  ['globalThis.Object = { freeze: () => {} }', 'read only'],
  ['raft.electionSafety.check = () => undefined', 'read only'],
])('the grader can not be taught to say yes by %s', async ([code, why]) => {
  const problem = await problemOf(`// @ts-nocheck\nimport * as raft from '@weekend/raft';\n${followedBy(`${code};`)}`);
  expect(problem).toContain('it throws while it loads: TypeError');
  expect(problem).toContain(why);
});

test('an error while loading is told with its line', async () => {
  const problem = await problemOf(`throw new Error('nothing works');\n${referenceText}`);
  expect(problem).toBe(
    'election.ts can not be graded: it throws while it loads: Error: nothing works, at election.ts:1:7',
  );
});

test('something thrown that is no error is told as well', async () => {
  expect(await problemOf(followedBy('throw null;'))).toContain('it throws while it loads: null');
});

test('a promise that fails while loading is told', async () => {
  expect(await problemOf(followedBy('Promise.reject(new Error("left alone"));'))).toContain('Error: left alone');
});

test('a promise that fails later costs the milestone that made it', async () => {
  const text = changed(
    'state.currentTerm = term;',
    'state.currentTerm = term; Promise.reject(new Error("left alone"));',
  );
  const messages = failuresOf(await gradeOf(text)).map(({ message }) => message);
  expect(messages[0]).toContain('your code left a promise behind that failed: Error: left alone');
});

test('an await that nothing answers does not hang the grader', async () => {
  expect(await problemOf(followedBy('await new Promise(() => {});'))).toContain('it awaits something that never comes');
});

test('an async handler is refused by the compiler in plain words', async () => {
  expect(await problemOf(changed('onLeaderHeard(', 'async onLeaderHeard('))).toContain('can not be async');
});

test('an async handler is refused when it runs, where no compiler looked', async () => {
  const grade = await gradeOf(`// @ts-nocheck\n${changed('onLeaderHeard(', 'async onLeaderHeard(')}`);
  expect(failuresOf(grade)[0]?.message).toContain('onLeaderHeard returned a promise');
});

test('a missing export is named with what is there instead', async () => {
  expect(await problemOf(changed('export const election:', 'export const elections:'))).toContain(
    'it exports elections and no "election"; wanted is "export const election"',
  );
});

test('a missing handler is named with the one that was probably meant', async () => {
  const text = changed('onLeaderHeard(', 'onLeaderHear(').replace('election: Election', 'election: object');
  expect(await problemOf(text)).toContain('its "election" has no function onLeaderHeard (is it "onLeaderHear"?)');
});

test.for(['fs', 'node:child_process', 'vitest', '@weekend/grading', 'data:text/javascript,'])(
  'importing %s is refused',
  async (specifier) => {
    const problem = await problemOf(`import '${specifier}';\n${referenceText}`);
    expect(problem).toContain(`imports "${specifier}"`);
    expect(problem).toContain('a stage may import @weekend/protocol, @weekend/raft and files of its own folder');
  },
);

test('an import at run time is refused like any other', async () => {
  const text = changed('state.currentTerm = term;', 'state.currentTerm = term; void import("node" + ":fs");');
  expect(failuresOf(await gradeOf(text))[0]?.message).toContain('imports "node:fs"');
});

test('a file of somebody else’s in the repository is refused, the solution above all', async () => {
  const file = submission('');
  const solution = join(import.meta.dirname, '../../../../solutions/03-election/election.ts');
  writeFileSync(file, `export { election } from '${solution}';\n`);
  const { problem } = await gradeSubmission({ stage: election, file, milestone });
  expect(problem).toContain('which belongs to somebody else');
});

test('a stage in two files of one folder is one submission', async () => {
  const file = submission("export { election } from './parts/mine.ts';\n");
  mkdirSync(join(dirname(file), 'parts'));
  writeFileSync(join(dirname(file), 'parts', 'mine.ts'), referenceText);
  expect((await gradeSubmission({ stage: election, file, milestone })).passed).toBe(true);
});

test('a stage may not import what lies beside it under the ending of a script', async () => {
  const file = submission("export { election } from './mine.cjs';\n");
  writeFileSync(join(dirname(file), 'mine.cjs'), "require('node:fs').writeFileSync('escaped', '');\n");
  const { passed } = await gradeSubmission({ stage: election, file, milestone });
  expect(passed).toBe(false);
  expect(existsSync(join(dirname(file), 'escaped'))).toBe(false);
});
