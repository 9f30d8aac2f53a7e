/** Submissions that attack the grader. Each is an election of which nothing holds, so that every point is a stolen one. */
import { root } from '../src/places.ts';
import { referenceText, unwritten } from './submissions.ts';

export interface Attack {
  /** What it tries. */
  name: string;
  text: string;
}

/** So that the fence is what holds, and not the compiler. */
const unchecked = (text: string): string => `// @ts-${'nocheck'}\n${text}`;

/** Done while it loads, by code that could not earn a point. */
const loading = (name: string, code: string): Attack => ({ name, text: unchecked(`${unwritten}\n${code}\n`) });

/** Done by every handler, after it has done what is right. */
const handling = (name: string, code: string): Attack => ({
  name,
  text: unchecked(`${referenceText.replace('export const election', 'const right')}
export const election = {};
for (const name of Object.keys(right))
  election[name] = (state, ...rest) => {
    right[name](state, ...rest);
    const world = rest.at(-1);
    ${code}
  };
`),
});

/** A file that is there afterwards if an attack has escaped. */
export const attacks = (escaped: string): readonly Attack[] => [
  loading('patched expect', `globalThis.expect = () => new Proxy({}, { get: () => () => undefined });`),
  loading('patched Object.is', 'Object.is = () => true;'),
  loading('patched Promise.prototype.then', 'Promise.prototype.then = function () { return this; };'),
  loading('patched Array.prototype.push', 'Array.prototype.push = () => 0;'),
  loading('patched Map', 'Map.prototype.get = () => true; globalThis.Map = class {};'),
  loading('patched JSON', `JSON.stringify = () => '["done",[],[],{"saves":[],"sends":[],"timers":[]}]';`),
  loading('patched Date', 'Date.now = () => 0; globalThis.Date = class {};'),
  loading('patched Math', 'Math.random = () => 0; Math.max = () => Infinity;'),
  loading('process.exit(0)', 'process.exit(0);'),
  handling('process.exit(0) in a handler', 'globalThis.process.exit(0);'),
  loading(
    'a forged result, printed',
    `const forged = { kind: 'proved', id: 'newer-term', outcome: { kind: 'passed' }, ms: 1 };
console.log(JSON.stringify(forged)); console.log(JSON.stringify({ passed: true, points: { earned: 100, possible: 100 } }));
console.log(JSON.stringify({ kind: 'done' }));`,
  ),
  loading('writing a file', `(await import('node:fs')).writeFileSync(${JSON.stringify(escaped)}, 'passed');`),
  loading(
    'writing to the channel of the results',
    `const fs = await import('node:fs'); for (let fd = 0; fd < 20; fd++) try { fs.writeSync(fd, '{"kind":"done"}\\n'); } catch {}`,
  ),
  loading(
    'a detached child that writes later',
    `const { spawn } = await import('node:child_process');
spawn('/bin/sh', ['-c', 'sleep 1; echo passed > ${escaped}'], { detached: true, stdio: 'ignore' }).unref();`,
  ),
  {
    name: 'handing on the solution',
    text: `export { election } from ${JSON.stringify(`${root}/solutions/03-election/election.ts`)};\n`,
  },
  loading(
    'reading the solution',
    `(await import('node:fs')).readFileSync('${root}/solutions/03-election/election.ts');`,
  ),
  loading('reading the suite', `await import('@weekend/grading');`),
  loading('an endless loop', 'for (;;) {}'),
  handling('an endless loop in a handler', 'for (;;) {}'),
  handling(
    'an endless loop in a getter',
    `Object.defineProperty(state, 'role', { enumerable: true, get() { for (;;) {} } });`,
  ),
  handling('an endless loop in toJSON', `world.send('n2', { kind: 'PreVote', toJSON() { for (;;) {} } });`),
  loading('an await without end', 'await new Promise(() => {});'),
  loading('a memory bomb', 'const all = []; for (;;) all.push(new Array(100_000).fill(1));'),
  loading(
    'a memory bomb outside of the heap',
    'const all = []; for (;;) all.push(new Uint8Array(10_000_000).fill(1));',
  ),
  loading(
    'a fork bomb',
    `const { spawn } = await import('node:child_process'); for (;;) spawn(process.execPath, [import.meta.filename]);`,
  ),
  loading(
    'threads without end',
    `const { Worker } = await import('node:worker_threads'); for (;;) new Worker(import.meta.filename);`,
  ),
  loading('throwing while it loads', `throw new Error('nothing to see here');`),
  loading('throwing what can not be looked at', `throw { get message() { throw 1; }, toString() { throw 2; } };`),
  handling('a Proxy as state', `state.role = new Proxy(state.role, { get: () => 'leader' });`),
  handling('a class instance as state', `state.role = Object.assign(new (class Role {})(), state.role);`),
  handling('a state of 100 MB', `state.ballast = 'x'.repeat(100_000_000);`),
  handling('a state of many parts', `state.ballast = Array.from({ length: 2_000_000 }, (_, i) => i);`),
  handling('a state that goes in a circle', 'state.self = state;'),
  handling('a state as deep as a well', 'let well = state; for (let i = 0; i < 10_000; i++) well = well.deeper = {};'),
  handling(
    'a million messages in one handler',
    `for (let i = 0; i < 1_000_000; i++) world.send(state.peers[0] ?? state.me, { kind: 'RequestVoteReply', term: 0, voteGranted: false });`,
  ),
  ...['node:fs', 'node:net', 'vitest', 'data:text/javascript,export default 1', 'dockerode', 'file:///etc/passwd'].map(
    (specifier) => loading(`an import of ${specifier}`, `await import(${JSON.stringify(specifier)});`),
  ),
  loading('code from text', `new Function('return process')().exit(0);`),
  loading('a way out over constructors', `[].constructor.constructor('return process')().exit(0);`),
];
