/** One line of a branching history: what was done in it, how far it has been seen, and places from which to begin again. */
import type { Action } from './action.ts';
import type { Frame, Taken } from './frame.ts';

/** A keyframe is taken every so many events; the more of them there are, the further they lie apart. */
const spacing = 1024;
const mostKeyframes = 640;

export class Branch {
  readonly id: number;
  /** The branch that it left, and after how many events. The first has left none. */
  readonly origin: { branch: number; index: number } | undefined;
  /** All of them, also those from before it left its origin. */
  readonly actions: Action[];
  /** How many events of it have been seen. */
  length: number;
  /** Which events of it were done by somebody, as far as it has been seen. */
  deeds: number[] = [];
  #keyframes: Frame[];
  #spacing = spacing;

  constructor(id: number, first: Frame, origin?: { branch: number; index: number }, actions: Action[] = []) {
    this.id = id;
    this.origin = origin;
    this.actions = actions;
    this.length = first.index;
    this.#keyframes = [first];
  }

  /** A branch that shares what lies before `now`. */
  fork(id: number, now: Frame): Branch {
    const origin = { branch: this.id, index: now.index };
    const [first = now] = this.#keyframes;
    const fork = new Branch(id, first, origin, this.actions.slice(0, now.acted));
    fork.#keyframes = this.#keyframes.filter(({ index }) => index <= now.index);
    fork.#spacing = this.#spacing;
    fork.length = now.index;
    fork.deeds = this.deeds.filter((index) => index <= now.index);
    return fork;
  }

  /** The last keyframe at or before an event: a copy, to run on with. */
  near(index: number): Frame {
    const found = this.#keyframes.findLast((keyframe) => keyframe.index <= index) ?? this.#keyframes[0];
    if (!found) throw new Error('Cannot go back: this branch has no beginning');
    return found.fork();
  }

  /** Takes note of what has happened, and keeps a copy of this moment if the last one is far enough behind. */
  pass(frame: Frame, taken: Taken): void {
    if (taken.kind === 'action' && frame.index > (this.deeds.at(-1) ?? 0)) this.deeds.push(frame.index);
    this.length = Math.max(this.length, frame.index);
    const last = this.#keyframes.at(-1);
    if (last === undefined || frame.index < last.index + this.#spacing) return;
    this.#keyframes.push(frame.fork());
    if (this.#keyframes.length <= mostKeyframes) return;
    this.#spacing *= 2;
    this.#keyframes = this.#keyframes.filter((_, place) => place % 2 === 0);
  }

  /** Other code: all that is kept of the old one is what was done. */
  restart(first: Frame): void {
    this.#keyframes = [first];
    this.#spacing = spacing;
    this.length = 0;
    this.deeds = [];
  }
}
