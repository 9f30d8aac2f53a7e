/**
 * A scene: a scripted conversation with one node or a few, and what has to come of it. It ends well, or by throwing
 * `Refuted`. Everything that happens in it is kept for the story.
 */
import { type Address, copy, difference, type Protocol, type Shape, type TraceEvent } from '@weekend/protocol';
import { Actor, type Part, type Witness } from './actor.ts';
import { Refuted } from './refuted.ts';
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

/** Plays a scene. Nothing if it ends well. */
export function play<S extends Shape>(
  tell: (trace: readonly TraceEvent<S>[]) => string[],
  act: (scene: Scene<S>) => void,
): Broken | undefined {
  const scene = new Scene<S>();
  try {
    act(scene);
    return undefined;
  } catch (error) {
    if (error instanceof Refuted) return { message: error.message, story: tell(scene.trace) };
    if (!(error instanceof StageThrew) || isNotWritten(error.cause)) throw error;
    throw new StageThrew(error.cause, tell(scene.trace));
  }
}
