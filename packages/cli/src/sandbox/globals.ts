/**
 * Takes away what a stage has no business with: everything that Node adds to the language. Each says by its name what was
 * used and what to ask instead. `console` stays, as a way to print and nothing more; so does `structuredClone`, which is
 * as pure as a function can be.
 */
import { format } from 'node:util';
import { runInNewContext } from 'node:vm';
import { insteadOf } from './instead-of.ts';
import { writeAll } from './write-all.ts';

/** Where the student's output goes, and how much of it is kept. */
const stdout = 1;
const mostPrinted = 64 * 1024;

/** The grader's own. */
const Watching = Proxy;

const stays = ['console', 'globalThis', 'global', 'structuredClone'];

export function takeAwayGlobals(): void {
  const language: string[] = runInNewContext('Object.getOwnPropertyNames(globalThis)');
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!language.includes(name) && !stays.includes(name)) replace(name, substitute(name));
  }
  replace('console', printing());
  // An object that says something else each time is no plain data, and nobody can see that it is one.
  replace('Proxy', substitute('Proxy'));
  // The grader uses the language's own objects too, and nobody may put others in their place.
  for (const name of language)
    if (Object.getOwnPropertyDescriptor(globalThis, name)?.configurable) Object.defineProperty(globalThis, name, fixed);
}

const fixed = { writable: false, configurable: false };

function replace(name: string, value: unknown): void {
  // Deleted first: to define over one that Node has not loaded yet would load it.
  Reflect.deleteProperty(globalThis, name);
  Object.defineProperty(globalThis, name, { value, enumerable: false, ...fixed });
}

/** Stands where something was, and throws when it is used; `typeof` may still ask for it. */
function substitute(name: string): unknown {
  const refuse = (used: string): never => {
    throw new Error(`your code used ${used}, which is not there for a stage: ${insteadOf(used)}`);
  };
  // A class, since whatever stood here may be called, constructed or looked into.
  return new Watching(class {}, {
    get: (_target, key) => refuse(`${name}.${String(key)}`),
    set: (_target, key) => refuse(`${name}.${String(key)}`),
    has: (_target, key) => refuse(`${name}.${String(key)}`),
    apply: () => refuse(name),
    construct: () => refuse(name),
  });
}

function printing(): object {
  let printed = 0;
  const print = (...args: unknown[]): void => {
    if (printed > mostPrinted) return;
    const text = `${format(...args)}\n`;
    printed += text.length;
    writeAll(stdout, text);
  };
  const names = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'];
  return Object.freeze(Object.fromEntries(names.map((name) => [name, print])));
}
