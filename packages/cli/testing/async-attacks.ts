/** Attacks on the stages whose functions answer with promises. Of what they submit nothing holds: every point is stolen. */
import { readFileSync } from 'node:fs';
import { findStage, type Stage, stub } from '../src/stages.ts';
import type { Attack } from './attacks.ts';

export const asyncStages = [findStage('concurrency', 'test'), findStage('log-store', 'test')];

const unchecked = (text: string): string => `// @ts-${'nocheck'}\n${text}`;

const loading = (stage: Stage, name: string, code: string): Attack => ({
  name,
  text: unchecked(`${readFileSync(stub(stage), 'utf8')}\n${code}\n`),
});

const exported: Record<string, string> = { concurrency: 'concurrency', 'log-store': 'logStore' };

const functions: Record<string, readonly string[]> = {
  concurrency:
    'oneAfterAnother allAtOnce atMost longLoop future incrementUnsafely incrementSafely mutex channel transfer countPrimes countPrimesOn addUnsafely addSafely speedUp'.split(
      ' ',
    ),
  'log-store': ['open'],
};

/** Every function does this, whatever it is asked. */
const doing = (stage: Stage, name: string, code: string): Attack => {
  const all = (functions[stage.name] as readonly string[]).map((each) => `  ${each}(...args) { ${code} },`);
  return { name, text: unchecked(`export const ${exported[stage.name]} = {\n${all.join('\n')}\n};\n`) };
};

export const asyncAttacks = (stage: Stage, escaped: string): readonly Attack[] => [
  loading(stage, 'patched Promise.prototype.then', 'Promise.prototype.then = function () { return this; };'),
  loading(
    stage,
    'patched Array.prototype',
    'Array.prototype.push = () => 0; Array.prototype.map = () => [["done", "yours", 1, true]];',
  ),
  loading(stage, 'patched Atomics', 'Atomics.add = () => 0; globalThis.Atomics = { load: () => 5 };'),
  loading(
    stage,
    'writing to every descriptor',
    `const fs = await import('node:fs'); for (let fd = 0; fd < 20; fd++) try { fs.writeSync(fd, '["ran",[[],[]],[]]'); } catch {}`,
  ),
  loading(
    stage,
    'forged verdicts, printed',
    `console.log('{"kind":"proved","id":"durable","outcome":{"kind":"passed"}}');`,
  ),
  loading(stage, 'writing a file', `(await import('node:fs')).writeFileSync(${JSON.stringify(escaped)}, 'passed');`),
  loading(
    stage,
    'pretending that others wait',
    `(await import('@weekend/concurrency/elsewhere')).runsElsewhere({ run: () => true });`,
  ),
  doing(stage, 'answering with what is always right', 'return { valueOf: () => true, then: undefined };'),
  doing(stage, 'promises that are anything', 'return { then: (done) => done({ toString: () => "tea" }) };'),
  doing(stage, 'a promise of promises', 'return new Promise(() => {});'),
  doing(stage, 'never coming to rest', 'return (async () => { for (;;) await undefined; })();'),
  doing(stage, 'an endless loop', 'for (;;) {}'),
  doing(
    stage,
    'an endless loop in a getter',
    'return Promise.resolve({ get saved() { for (;;) {} }, save() {}, close() {} });',
  ),
  doing(stage, 'huge data', `return Promise.resolve({ saved: { x: 'x'.repeat(30_000_000) }, save() {}, close() {} });`),
  doing(stage, 'data that goes in a circle', 'const circle = []; circle.push(circle); return Promise.resolve(circle);'),
  doing(
    stage,
    'a million failures that nobody hears',
    'for (let i = 0; i < 1_000_000; i++) Promise.reject(new Error("no")); return Promise.resolve();',
  ),
  doing(stage, 'a million functions', 'return Promise.resolve(Array.from({ length: 1_000_000 }, () => () => 1));'),
  doing(stage, 'throwing what can not be looked at', 'throw { get message() { throw 1; }, get name() { throw 2; } };'),
  doing(
    stage,
    'reaching behind what it was given',
    `const [given] = args; try { given.tape?.splice(0); given.contents?.clear(); given.wakeNext?.(); given.held = true; } catch {} return Promise.resolve(given);`,
  ),
  doing(stage, 'ending the process', 'globalThis.process.exit(0);'),
];
