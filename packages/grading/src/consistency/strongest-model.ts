/** The models told apart: each allows more than the one before it. */
import { causal, linearizable, registerModel, sequential } from '@weekend/checkers';
import type { Consistency, ConsistencyModel, History } from '@weekend/consistency';
import { Random } from '@weekend/simulator';
import { Refuted } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { asking, refutation } from './asking.ts';
import { drawHistory, judged, read, told, write } from './register-histories.ts';
import { written } from './scenes.ts';

export const strongestModel: Milestone<Consistency> = {
  id: 'strongest-model',
  title: 'Name the strongest model that allows a history',
  points: 9,
  rule: 'Each model keeps an order: real time, each process’s own, or that of cause and effect',
  hint: 'Draw the history with one line a process. Is there one order for everybody? If so, does it need an operation to come before another that was complete already? If not, is there an order for each process by itself?',
  prove: (stage, { seed, seeds }) =>
    refutation(() => {
      for (const history of Object.values(examples)) judges(stage, history);
      for (let i = 0; i < seeds; i++) {
        const random = new Random(seed + i, 'models');
        judges(
          stage,
          drawHistory(random, { processes: random.between(2, 4), operations: random.between(3, 7), isPlain: true }),
        );
      }
    }),
};

function judges(stage: Consistency, history: History): void {
  const answer: unknown = asking('strongestModel', history, (own) =>
    written(stage, ['strongestModel']).strongestModel(own),
  );
  const wanted = modelOf(history);
  if (answer === wanted) return;
  throw new Refuted(
    [`strongestModel says ${JSON.stringify(answer)} of this history; wanted "${wanted}"`, ...told(history)].join('\n'),
  );
}

function modelOf(history: History): ConsistencyModel {
  const own = judged(history);
  if (linearizable(own, registerModel).kind === 'ok') return 'linearizable';
  if (sequential(own, registerModel).kind === 'ok') return 'sequential';
  return causal(own, registerModel, { level: 'CM' }).kind === 'ok' ? 'causal' : 'eventual';
}

const examples: Record<string, History> = {
  fresh: [write('p1', 'a', 0, 1), read('p2', 'a', 2, 3)],
  overlapping: [write('p1', 'a', 0, 4), read('p2', null, 1, 2)],
  stale: [write('p1', 'a', 0, 1), read('p2', null, 2, 3)],
  staleForAWhile: [write('p1', 'a', 0, 1), read('p2', null, 2, 3), read('p2', 'a', 4, 5)],
  missesItsOwnWrite: [write('p1', 'a', 0, 1), read('p1', null, 2, 3)],
  goesBack: [write('p1', 'a', 0, 1), read('p2', 'a', 2, 3), read('p2', null, 4, 5)],
  writtenBackwards: [write('p1', 'a', 0, 1), write('p1', 'b', 2, 3), read('p2', 'b', 4, 5), read('p2', 'a', 6, 7)],
  twoWritersTwoOrders: [
    write('p1', 'a', 0, 1),
    write('p2', 'b', 0, 1),
    read('p3', 'a', 2, 3),
    read('p3', 'b', 4, 5),
    read('p4', 'b', 2, 3),
    read('p4', 'a', 4, 5),
  ],
  eachSeesItsOwnLast: [write('p1', 'a', 0, 1), write('p2', 'b', 0, 1), read('p1', 'b', 2, 3), read('p2', 'a', 2, 3)],
  seesAnotherAndThenItsOwn: [
    write('p1', 'a', 0, 1),
    write('p2', 'b', 0, 1),
    read('p1', 'b', 2, 3),
    read('p1', 'a', 4, 5),
  ],
  replyBeforePost: [
    write('p1', 'post', 0, 1),
    read('p2', 'post', 2, 3),
    write('p2', 'reply', 4, 5),
    read('p3', 'reply', 6, 7),
    read('p3', 'post', 8, 9),
  ],
  replyWithoutPost: [
    write('p1', 'post', 0, 1),
    read('p2', 'post', 2, 3),
    write('p2', 'reply', 4, 5),
    read('p3', 'reply', 6, 7),
    read('p3', null, 8, 9),
  ],
  causeOverTwo: [
    write('p1', 'a', 0, 1),
    read('p2', 'a', 2, 3),
    write('p2', 'b', 4, 5),
    read('p3', 'b', 6, 7),
    write('p3', 'c', 8, 9),
    read('p4', 'c', 10, 11),
    read('p4', 'a', 12, 13),
  ],
  oneOrderInSpiteOfTime: [write('p1', 'a', 0, 1), write('p2', 'b', 2, 3), read('p3', 'b', 4, 5), read('p3', 'a', 6, 7)],
};
