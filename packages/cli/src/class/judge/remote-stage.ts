/**
 * The stage as a suite sees it, whose functions are answered by the sandbox. Nothing that comes from there is believed
 * before it was looked at: what no honest sandbox could say ends the whole grade.
 */
import { BrokenContract, type World } from '@weekend/protocol';
import type { Line } from '../wire/line.ts';
import { Illegal, Mirror, type Told, type Write } from '../wire/mirror.ts';
import { type Answer, type Arg, manyObjects, mostParts, type Question } from '../wire/words.ts';
import { legalAnswer } from './legal.ts';
import { type Folders, revived } from './revived.ts';
import { drawn, grant } from './wishes.ts';

type AnyWorld = World<never>;
type Callable = (...args: unknown[]) => unknown;

export interface Sandbox {
  line: Line;
  folders: Folders;
  /** Called whenever an answer has come. */
  answered(): void;
  /** Ends the judge: the sandbox has gone (nothing), or has said what it may not. */
  over(why: string | undefined): never;
}

/** One function for each of the names. */
export function remoteStage(names: readonly string[], sandbox: Sandbox): Record<string, Callable> {
  const caller = new Caller(sandbox);
  return Object.fromEntries(names.map((name, index) => [name, (...args: unknown[]) => caller.call(index, args)]));
}

class Caller {
  readonly #sandbox: Sandbox;
  readonly #mirror = new Mirror(0, mostParts);
  #anew = false;
  /** More objects than that, and both sides forget them. */
  #many = manyObjects;
  /** A handler is at work in the sandbox. Nobody calls another one meanwhile. */
  #busy = false;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  call(handler: number, args: readonly unknown[]): unknown {
    if (this.#busy) throw new Error('Cannot call a handler: another one has not returned');
    this.#busy = true;
    try {
      return this.#call(handler, args);
    } catch (error) {
      if (error instanceof Illegal) this.#sandbox.over(error.message);
      throw error;
    } finally {
      this.#busy = false;
    }
  }

  #call(handler: number, args: readonly unknown[]): unknown {
    if (this.#mirror.size > this.#many) this.#forget();
    const world = args.find(isWorld);
    const functions = args.filter((arg) => typeof arg === 'function') as Callable[];
    const roots = args.filter((arg) => typeof arg === 'object' && arg !== null && arg !== world);
    const moment = this.#mirror.moment();
    const writes: Write[] = [];
    const told = this.#mirror.tell(roots, writes);
    const sent = args.map((arg): Arg => {
      if (arg === world && world !== undefined) return ['world'];
      if (typeof arg === 'function') return ['function', functions.indexOf(arg as Callable)];
      return typeof arg === 'object' && arg !== null ? (told[roots.indexOf(arg)] as Told) : leaf(arg);
    });
    // A large state alone is no reason to tell all of it again with every call.
    if (this.#anew) this.#many = manyObjects + this.#mirror.size;
    this.#say(['call', handler, writes, sent, world?.now ?? 0, this.#anew ? 1 : 0]);
    this.#anew = false;
    return this.#outcome(world, functions, roots, moment);
  }

  #outcome(world: AnyWorld | undefined, functions: readonly Callable[], roots: readonly unknown[], moment: number) {
    for (;;) {
      const answer = this.#hear();
      switch (answer[0]) {
        case 'draw':
          this.#say(['drawn', drawn(answer[1], world)]);
          break;
        case 'ask':
          this.#take(answer[2], moment, roots);
          grant(answer[4], world);
          this.#serve(functions[answer[1]], answer[3], roots);
          break;
        case 'done':
          this.#take(answer[1], moment, roots);
          grant(answer[3], world);
          return this.#mirror.heard(answer[2]);
        case 'threw':
          this.#forget();
          throw revived(answer[1], this.#sandbox.folders);
        case 'broken':
          this.#forget();
          throw new BrokenContract(answer[1]);
        default:
          throw new Illegal(`it said "${answer[0]}" in the middle of a call`);
      }
    }
  }

  /** Calls one of our functions for the handler at work. */
  #serve(act: Callable | undefined, args: readonly Told[], roots: readonly unknown[]): void {
    if (!act) throw new Illegal('it called a function that it was not given');
    let value: unknown;
    try {
      value = act(...args.map((arg) => this.#mirror.heard(arg)));
    } catch (error) {
      this.#say(['failed', error instanceof Error ? error.message : String(error)]);
      return;
    }
    const writes: Write[] = [];
    const told = this.#mirror.tell([...roots, value], writes);
    this.#say(['gave', writes, told.at(-1) as Told]);
  }

  #take(writes: readonly Write[], moment: number, roots: readonly unknown[]): void {
    this.#mirror.take(writes, moment, roots);
    if (this.#mirror.size > mostObjects) throw new Illegal('it has made more objects than there can be');
  }

  #forget(): void {
    this.#mirror.clear();
    this.#anew = true;
  }

  #say(question: Question): void {
    try {
      this.#sandbox.line.say(question);
    } catch (error) {
      // Nobody is there to listen.
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') this.#sandbox.over(undefined);
      throw error;
    }
  }

  #hear(): Answer {
    return hear(this.#sandbox);
  }
}

const mostObjects = manyObjects + 3 * mostParts;

/** The next answer, if it is one. */
export function hear({ line, answered, over }: Sandbox): Answer {
  let document: unknown;
  try {
    document = line.hear();
  } catch (error) {
    over(`it said something that is no answer: ${error instanceof Error ? error.name : error}`);
  }
  if (document === undefined) over(undefined);
  answered();
  return legalAnswer(document);
}

const isWorld = (value: unknown): value is AnyWorld =>
  typeof value === 'object' && value !== null && typeof (value as AnyWorld).setTimer === 'function';

function leaf(value: unknown): Told {
  if (value === undefined) return [];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
    return value;
  throw new TypeError(`Cannot pass a ${typeof value} to a handler`);
}
