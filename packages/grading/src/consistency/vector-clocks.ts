/** Vector clocks (Fidge 1988, Mattern 1989): what happened before what, and what knows nothing of each other. */
import type { ClockOrder, Consistency, VectorClock } from '@weekend/consistency';
import { Random } from '@weekend/simulator';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { asking, refutation } from './asking.ts';
import { written } from './scenes.ts';

export const vectorClocks: Milestone<Consistency> = {
  id: 'vector-clocks',
  title: 'Vector clocks are compared and merged',
  points: 7,
  rule: 'a ≤ b if each entry of a is at most that of b; who is not named counts 0; merged, each entry is the larger of the two',
  hint: 'Write down the names of both clocks in one list first. What does each clock say of a name that it does not hold?',
  prove: (stage, { seed, seeds }) =>
    refutation(() => {
      for (const [a, b, order] of table) compares(stage, a, b, order);
      for (const [a, b] of table) merges(stage, a, b);
      for (let i = 0; i < seeds; i++) {
        const random = new Random(seed + i, 'clocks');
        const [a, b] = [draw(random), draw(random)];
        compares(stage, a, b, orderOf(a, b));
        merges(stage, a, b);
      }
    }),
};

const table: readonly (readonly [VectorClock, VectorClock, ClockOrder])[] = [
  [{}, {}, 'equal'],
  [{ a: 1 }, { a: 1 }, 'equal'],
  [{ a: 1 }, { a: 2 }, 'before'],
  [{ a: 2 }, { a: 1 }, 'after'],
  [{}, { a: 1 }, 'before'],
  [{ a: 1 }, {}, 'after'],
  [{ a: 0 }, {}, 'equal'],
  [{}, { a: 0, b: 0 }, 'equal'],
  [{ a: 1 }, { b: 1 }, 'concurrent'],
  [{ a: 1, b: 1 }, { b: 1, c: 1, d: 1 }, 'concurrent'],
  [{ a: 1, b: 2 }, { a: 2, b: 1 }, 'concurrent'],
  [{ a: 1, b: 2 }, { a: 1, b: 2, c: 1 }, 'before'],
  [{ b: 2, a: 1 }, { a: 1, b: 2 }, 'equal'],
  [{ a: 3 }, { a: 1, b: 1 }, 'concurrent'],
  [{ a: 9, b: 9, c: 10 }, { a: 10, b: 10, c: 10 }, 'before'],
];

function compares(stage: Consistency, a: VectorClock, b: VectorClock, wanted: ClockOrder): void {
  const answer = asking('compareClocks', { a, b }, (own) =>
    written(stage, ['compareClocks']).compareClocks(own.a, own.b),
  );
  insist(answer === wanted, `compareClocks(${told(a)}, ${told(b)}) is ${JSON.stringify(answer)}; wanted "${wanted}"`);
}

function merges(stage: Consistency, a: VectorClock, b: VectorClock): void {
  const answer = asking('mergeClocks', { a, b }, (own) => written(stage, ['mergeClocks']).mergeClocks(own.a, own.b));
  const wanted = Object.fromEntries(names(a, b).map((name) => [name, Math.max(a[name] ?? 0, b[name] ?? 0)]));
  insist(
    typeof answer === 'object' && answer !== null && orderOf(answer, wanted) === 'equal',
    `mergeClocks(${told(a)}, ${told(b)}) is ${JSON.stringify(answer)}; wanted ${told(wanted)}`,
  );
}

function orderOf(a: VectorClock, b: VectorClock): ClockOrder {
  const differences = names(a, b).map((name) => (a[name] ?? 0) - (b[name] ?? 0));
  const [isLess, isMore] = [differences.some((each) => each < 0), differences.some((each) => each > 0)];
  if (isLess && isMore) return 'concurrent';
  if (isLess) return 'before';
  return isMore ? 'after' : 'equal';
}

const names = (a: VectorClock, b: VectorClock): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

const told = (clock: VectorClock): string => JSON.stringify(clock).replaceAll('"', '');

const draw = (random: Random): VectorClock =>
  Object.fromEntries(['n1', 'n2', 'n3'].filter(() => random.happens(0.7)).map((name) => [name, random.below(3)]));
