/** Looks at what a submission exports: whether the suite can call it, and that no handler of it is async. */
import { nearest } from '../nearest.ts';
import { refuseTooMuch } from './too-much.ts';

type Handlers = Record<string, unknown>;

/** What the suite would call and the module lacks, as a sentence; nothing if all is there. */
export function lacks(module: Handlers, stage: string, handlers: readonly string[]): string | undefined {
  const exported = Object.keys(module);
  if (!exported.includes(stage)) {
    const instead = exported.length === 0 ? 'nothing' : list(exported);
    return `it exports ${instead} and no "${stage}"; wanted is "export const ${stage}" with ${list(handlers)}`;
  }
  const value = module[stage];
  if (typeof value !== 'object' || value === null)
    return `its "${stage}" is ${value === null ? 'null' : `a ${typeof value}`}, and wanted is an object with ${list(handlers)}`;
  const missing = handlers.filter((name) => typeof (value as Handlers)[name] !== 'function');
  if (missing.length === 0) return undefined;
  const others = namesOf(value).filter((name) => !handlers.includes(name));
  const hints = missing.map((name) => {
    const meant = nearest(name, others);
    return meant === undefined ? name : `${name} (is it "${meant}"?)`;
  });
  return `its "${stage}" has no function ${list(hints)}; wanted are ${list(handlers)}`;
}

/**
 * The same stage, whose handlers throw where they return a promise, since the node would not wait for it, and where they
 * leave more behind than any node needs.
 */
export function neverAsync(stage: Handlers): Handlers {
  const guards: Handlers = {};
  let calls = 0;
  for (const name of namesOf(stage)) {
    const handler = stage[name];
    if (typeof handler !== 'function') continue;
    guards[name] = (...args: unknown[]) => {
      const returned = called(() => handler.apply(stage, args));
      if (typeof returned?.then === 'function')
        throw new TypeError(
          `${name} returned a promise: a handler must be done when it returns, so it can not be async`,
        );
      calls += 1;
      if (calls < everyCall || calls % nowAndThen === 0) refuseTooMuch(args);
      return returned;
    };
  }
  return guards;
}

/** What is thrown may be made so that whoever looks at it throws as well. */
function called<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw canBeLookedAt(error) ? error : new Error('something was thrown that can not be looked at');
  }
}

export function canBeLookedAt(thrown: unknown): boolean {
  try {
    const { name, message, stack } = thrown instanceof Error ? thrown : { name: '', message: thrown, stack: '' };
    return `${name}${String(message)}${stack}` !== undefined;
  } catch {
    return false;
  }
}

/** To look at a state takes as long as to change it. What is too large stays so, and is found a little later. */
const everyCall = 100;
const nowAndThen = 16;

/** The names on an object and, for an instance of a class, those of its methods. */
function namesOf(value: object): string[] {
  const names = new Set<string>();
  for (let each = value; each !== null && each !== Object.prototype; each = Object.getPrototypeOf(each))
    for (const name of Object.getOwnPropertyNames(each)) if (name !== 'constructor') names.add(name);
  return [...names];
}

const list = (names: readonly string[]): string => names.join(', ');
