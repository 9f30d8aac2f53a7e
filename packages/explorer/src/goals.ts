/** Which goals were reached, and how near the search has come to the others. */
import type { Shape } from '@weekend/protocol';
import type { Model } from './model.ts';
import type { Goal } from './question.ts';
import { absent, Rows } from './tables.ts';

export interface Progress<S extends Shape, Past extends object> {
  goal: Goal<S, Past>;
  /** Where it was reached first, `absent` if nowhere. */
  reachedAt: number;
  nearest: number;
  distance: number;
}

export class Goals<S extends Shape, Past extends object> {
  readonly progress: Progress<S, Past>[];
  readonly #model: Model<S, Past>;
  /** What all nodes know, and the past: what was looked at already. */
  readonly #looked: Rows;
  readonly #row: Int32Array;

  constructor(model: Model<S, Past>) {
    this.#model = model;
    this.progress = (model.setting.goals ?? []).map((goal) => ({
      goal,
      reachedAt: absent,
      nearest: absent,
      distance: Number.POSITIVE_INFINITY,
    }));
    this.#looked = new Rows(model.cluster.length + 1);
    this.#row = new Int32Array(model.cluster.length + 1);
  }

  look(number: number, state: Int32Array): void {
    if (this.areReached || !this.#isNew(state)) return;
    const cluster = this.#model.view(state);
    const past = this.#model.watch.past(state[this.#model.pastPlace] as number);
    for (const each of this.progress) {
      if (each.reachedAt !== absent) continue;
      if (each.goal.reached(cluster, past)) each.reachedAt = number;
      const distance = each.reachedAt === absent ? each.goal.distance?.(cluster, past) : 0;
      if (distance === undefined || !(distance < each.distance)) continue;
      each.distance = distance;
      each.nearest = number;
    }
  }

  get areReached(): boolean {
    return this.progress.every(({ reachedAt }) => reachedAt !== absent);
  }

  get bytes(): number {
    return this.#looked.bytes;
  }

  #isNew(state: Int32Array): boolean {
    const { cells, cluster, pastPlace } = this.#model;
    for (let place = 0; place < cluster.length; place++) this.#row[place] = cells.state(state[place] as number);
    this.#row[cluster.length] = state[pastPlace] as number;
    return this.#looked.add(this.#row) < 0;
  }
}
