/**
 * A scene: a scripted conversation with one node or a few, and what has to come of it. It ends well, or by throwing
 * `Refuted`. Everything that happens in it is kept for the story.
 */
import { type Address, copy, difference, type Protocol, type Shape, type TraceEvent } from '@weekend/protocol';
import { smallest } from '@weekend/shrinker';
import { Actor, type Part, type Witness } from './actor.ts';
import { Refuted } from './refuted.ts';
import { sort } from './sort.ts';
import type { Broken } from './suite.ts';
import { isNotWritten, StageThrew } from './thrown.ts';

export class Scene<S extends Shape> implements Witness<S> {
  readonly trace: TraceEvent<S>[] = [];
  readonly #actors: Actor<S>[] = [];
  readonly #before = new Map<Address, S['State']>();

  actor(protocol: Protocol<S>, part: Part<S>): Actor<S> {
    for (const other of this.#actors) this.#before.set(other.me, copy(other.state));
    const actor = new Actor(protocol, part, this);
    this.#actors.push(actor);
    this.#before.set(actor.me, copy(actor.state));
    return actor;
  }

  note(event: TraceEvent<S>): void {
    this.trace.push(event);
  }

  /** All nodes of a scene live in one process, as in a simulation. What is only one node's must change with it alone. */
  turnTaken(by: Address): void {
    if (this.#actors.length < 2) return;
    for (const { me, state } of this.#actors) {
      const changed = me !== by && difference(this.#before.get(me), state, 'state');
      if (changed)
        throw new Refuted(
          `a turn of ${by} changed what ${me} knows: ${changed} is shared between nodes; wanted every node to have its own`,
        );
      if (me === by) this.#before.set(me, copy(state));
    }
  }
}

/** A random scene: so many events, each by dice of its own, so that any of them can be left out. */
export interface Walk<On> {
  /** The seed that makes it once more. */
  seed: number;
  events: number;
  /** Lets these of the events happen. */
  act(on: On, events: readonly number[]): void;
}

/** What breaks first when these are played in order, each on a new stage; of a walk, only what it takes. */
export function playEach<S extends Shape, On>(
  tell: (trace: readonly TraceEvent<S>[]) => string[],
  acts: readonly (((on: On) => void) | Walk<On>)[],
  on: (scene: Scene<S>) => On,
): Broken | undefined {
  for (const act of acts) {
    const broken =
      typeof act === 'function' ? play<S>(tell, (scene) => act(on(scene))) : playWalk<S, On>(tell, act, on);
    if (broken) return broken;
  }
  return undefined;
}

/** How often a walk is walked to find out what it takes. */
const mostWalks = 200;

function playWalk<S extends Shape, On>(
  tell: (trace: readonly TraceEvent<S>[]) => string[],
  { seed, events, act }: Walk<On>,
  on: (scene: Scene<S>) => On,
): Broken | undefined {
  const all = Array.from({ length: events }, (_, i) => i);
  const walk = (part: readonly number[]) => playSafely<S>(tell, (scene) => act(on(scene), part));
  const whole = walk(all);
  if (!whole) return undefined;
  const budget = { left: mostWalks };
  const fails = (part: readonly number[]) => {
    budget.left--;
    const ending = walk(part);
    return ending && sortOf(ending) === sortOf(whole) ? part : undefined;
  };
  const ending = walk(smallest(all, fails, budget)) ?? whole;
  if (ending instanceof StageThrew) throw new StageThrew(ending.cause, { ...ending.told, seed });
  return { ...ending, seed };
}

function playSafely<S extends Shape>(...given: Parameters<typeof play<S>>): Broken | StageThrew | undefined {
  try {
    return play<S>(...given);
  } catch (error) {
    if (error instanceof StageThrew && !isNotWritten(error.cause)) return error;
    throw error;
  }
}

const sortOf = (ending: Broken | StageThrew): string =>
  ending instanceof StageThrew ? sort({ message: String(ending.cause), error: ending.cause }) : sort(ending);

/** Plays a scene. Nothing if it ends well. */
function play<S extends Shape>(
  tell: (trace: readonly TraceEvent<S>[]) => string[],
  act: (scene: Scene<S>) => void,
): Broken | undefined {
  const scene = new Scene<S>();
  try {
    act(scene);
    return undefined;
  } catch (error) {
    const { trace } = scene;
    if (error instanceof Refuted) return { message: error.message, story: tell(trace), trace };
    if (!(error instanceof StageThrew) || isNotWritten(error.cause)) throw error;
    throw new StageThrew(error.cause, { story: tell(trace), trace });
  }
}
