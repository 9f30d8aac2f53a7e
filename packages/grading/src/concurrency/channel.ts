/** A bounded channel: who is too fast waits for room, who is too early waits for a value, and it can be closed. */
import type { Concurrency } from '@weekend/concurrency';
import fc from 'fast-check';
import { insist } from '../refuted.ts';
import type { Bench, Broken, Dice, Milestone } from '../suite.ts';
import { manyInterleavings, moments } from './interleavings.ts';
import { inTurn, oddValues, play } from './lab.ts';
import { isList, shown } from './lists.ts';
import { isReceived, newChannel, Pipe } from './pipe.ts';

export const channel: Milestone<Concurrency> = {
  id: 'channel',
  title: 'A channel holds so many values and no more, loses none, and ends when it is closed',
  points: 12,
  rule: 'Who wakes up looks again',
  hint: 'Four can wait: a sender for room, a receiver for a value, and either may be passed by somebody who comes in the moment between. What is still true when he wakes up?',
  prove: (stage, dice, bench) =>
    inTurn([
      ...scripts.map(
        ([capacity, steps]) =>
          () =>
            oneByOne(bench, stage, capacity, steps),
      ),
      ...situations.map((situation) => () => inOneBreath(bench, stage, situation)),
      ...[true, false].map((waits) => () => anyValue(bench, stage, waits)),
      ...[3, 9].map((capacity) => () => aLongLine(bench, stage, capacity)),
      () => inAnyOrder(bench, stage, dice),
      () => inBursts(bench, stage, dice),
      () => atOnce(bench, stage, dice),
      () => producersAndConsumers(bench, stage, dice),
    ]),
};

type Step = 'send' | 'receive' | 'close' | 'send nothing';

const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);

const scripts: [capacity: number, steps: Step[]][] = [
  [1, ['send', 'receive', 'send', 'receive']],
  [2, [...times(5, 'send'), ...times(5, 'receive')]],
  [3, [...times(4, 'receive'), ...times(4, 'send')]],
  [2, [...times(3, 'send'), 'receive', 'send', ...times(3, 'receive')]],
  [1, ['send nothing', 'receive', 'receive', 'send nothing']],
  [2, ['send', 'send', 'close', ...times(4, 'receive')]],
  [1, ['receive', 'receive', 'close', 'receive']],
  [1, [...times(3, 'send'), 'close', 'send', ...times(5, 'receive')]],
  [1, ['close', 'close', 'send', 'receive']],
];

/** Each step only when everybody waits: so it is clear who came first, and everything is known. */
const oneByOne = (
  bench: Bench,
  stage: Concurrency,
  capacity: number,
  steps: readonly Step[],
): Promise<Broken | undefined> =>
  play(bench, async (lab) => {
    const pipe = new Pipe(lab, stage, capacity);
    for (const step of steps) {
      take(pipe, step);
      await pipe.checkInOrder();
    }
  });

interface Situation {
  capacity: number;
  before: readonly Step[];
}

/** Empty, with room, full, with some who wait for room, with some who wait for a value; open and closed. */
const situations: Situation[] = [1, 2].flatMap((capacity) =>
  [...[0, 1, 2, 3, 4].map((count) => times(count, 'send')), times(1, 'receive'), times(2, 'receive')].flatMap(
    (before) => [
      { capacity, before },
      { capacity, before: [...before, 'close' as const] },
    ],
  ),
);

const breath: Step[][] = (['send', 'receive', 'close'] as const).flatMap((first) =>
  (['send', 'receive', 'close'] as const).flatMap((second) =>
    (['send', 'receive'] as const).map((third) => [first, second, third]),
  ),
);

/** Any three steps, before anybody wakes up whom one of them has woken. */
const inOneBreath = (bench: Bench, stage: Concurrency, { capacity, before }: Situation): Promise<Broken | undefined> =>
  inTurn(
    breath.map(
      (steps) => () =>
        play(bench, async (lab) => {
          const pipe = new Pipe(lab, stage, capacity);
          for (const step of before) take(pipe, step);
          await pipe.checkWhole();
          lab.tell('everybody waits; then, at once:');
          for (const step of steps) take(pipe, step);
          await pipe.checkWhole();
        }),
    ),
  );

/** Values that are easily taken for none, and equal ones, wait in the channel or go from hand to hand. */
const anyValue = (bench: Bench, stage: Concurrency, waits: boolean): Promise<Broken | undefined> =>
  play(bench, async (lab) => {
    const values = [...oddValues, null, 'a', 'a', 'b', 'a'];
    const pipe = new Pipe(lab, stage, 2);
    for (const value of values) {
      if (!waits) pipe.receive();
      pipe.send(value);
      await pipe.checkInOrder();
    }
    for (const _value of waits ? values : []) {
      pipe.receive();
      await pipe.checkInOrder();
    }
  });

/** So many that whatever goes around has gone around, and whatever is tidied up has been. */
const aLongLine = (bench: Bench, stage: Concurrency, capacity: number): Promise<Broken | undefined> =>
  play(bench, async (lab) => {
    const pipe = new Pipe(lab, stage, capacity);
    for (const [count, step] of [
      [150, 'send'],
      [70, 'receive'],
      [40, 'send'],
      [250, 'receive'],
      [140, 'send'],
    ] as const) {
      for (const each of times(count, step)) take(pipe, each);
      await pipe.checkInOrder();
    }
  });

const anyStep = fc.oneof<{ arbitrary: fc.Arbitrary<Step>; weight: number }[]>(
  { arbitrary: fc.constant('send'), weight: 8 },
  { arbitrary: fc.constant('receive'), weight: 8 },
  { arbitrary: fc.constant('send nothing'), weight: 1 },
  { arbitrary: fc.constant('close'), weight: 1 },
);

const capacity = fc.integer({ min: 1, max: 4 });

const inAnyOrder = (bench: Bench, stage: Concurrency, dice: Dice): Promise<Broken | undefined> =>
  manyInterleavings(
    dice,
    bench,
    fc.record({ capacity, steps: fc.array(anyStep, { maxLength: 12 }) }),
    async ({ lab }, drawn) => {
      const pipe = new Pipe(lab, stage, drawn.capacity);
      for (const step of drawn.steps) {
        take(pipe, step);
        await pipe.checkInOrder();
      }
    },
  );

const alike = fc.record({
  step: fc.constantFrom<Step>('send', 'receive'),
  count: fc.integer({ min: 1, max: 5 }),
});

/** Many of one kind in one breath, so that nobody wakes up among them: who has asked first is still the first. */
const inBursts = (bench: Bench, stage: Concurrency, dice: Dice): Promise<Broken | undefined> =>
  manyInterleavings(
    dice,
    bench,
    fc.record({ capacity, bursts: fc.array(alike, { maxLength: 5 }) }),
    async ({ lab }, drawn) => {
      const pipe = new Pipe(lab, stage, drawn.capacity);
      for (const { step, count } of drawn.bursts) {
        lab.tell('everybody waits; then, at once:');
        for (const each of times(count, step)) take(pipe, each);
        await pipe.checkInOrder();
      }
    },
  );

const burst = fc.array(fc.record({ step: anyStep, moments: fc.nat({ max: 4 }) }), { minLength: 1, maxLength: 6 });

/** Steps in the moment before those wake up whom the step before has woken. Who of them is first is nobody's business. */
const atOnce = (bench: Bench, stage: Concurrency, dice: Dice): Promise<Broken | undefined> =>
  manyInterleavings(
    dice,
    bench,
    fc.record({ capacity, bursts: fc.array(burst, { maxLength: 5 }) }),
    async ({ lab }, drawn) => {
      const pipe = new Pipe(lab, stage, drawn.capacity);
      for (const steps of drawn.bursts) {
        lab.tell('everybody waits; then, at once:');
        for (const { step, moments: count } of steps) {
          if (count > 0) await moments(count);
          take(pipe, step);
        }
        await pipe.checkWhole();
      }
    },
  );

const take = (pipe: Pipe, step: Step): void => steps[step](pipe);

const steps: Record<Step, (pipe: Pipe) => void> = {
  send: (pipe) => pipe.sendNext(),
  'send nothing': (pipe) => pipe.send(undefined),
  receive: (pipe) => pipe.receive(),
  close: (pipe) => pipe.close(),
};

const lines = fc.record({
  capacity,
  producers: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  consumers: fc.integer({ min: 1, max: 3 }),
});

/** The last producer closes behind him, and consumers go on until the end. */
const producersAndConsumers = (bench: Bench, stage: Concurrency, dice: Dice): Promise<Broken | undefined> =>
  manyInterleavings(dice, bench, lines, async ({ lab, pass, toTheEnd }, drawn) => {
    const line = newChannel(lab, stage, drawn.capacity);
    let producing = drawn.producers.length;
    const produce = async (producer: number, count: number) => {
      for (let each = 1; each <= count; each += 1) {
        await pass();
        await line.send(`${producer}.${each}`);
        lab.tell(`producer ${producer} has sent ${producer}.${each}`);
      }
      producing -= 1;
      if (producing > 0) return;
      lab.tell('all is sent, and the channel is closed');
      line.close();
    };
    const consume = async (consumer: number, mine: unknown[]) => {
      for (;;) {
        const received = isReceived(await line.receive());
        if (received.kind === 'closed') return;
        lab.tell(`consumer ${consumer} has received ${shown(received.value)}`);
        mine.push(received.value);
        await pass();
      }
    };

    const got: unknown[][] = Array.from({ length: drawn.consumers }, () => []);
    const everybody = [
      ...drawn.producers.map((count, index) => lab.start(`producer ${index + 1}`, () => produce(index + 1, count))),
      ...got.map((mine, index) => lab.start(`consumer ${index + 1}`, () => consume(index + 1, mine))),
    ];
    await toTheEnd();
    for (const each of everybody) each.value();
    const sent = drawn.producers.flatMap((count, index) => numbered(index + 1, count));
    const all = got.flat().toSorted();
    insist(
      isList(all, sent.toSorted()),
      `the consumers have received ${shown(all)}; wanted each of ${shown(sent)} once`,
    );
    for (const [index, mine] of got.entries())
      for (const producer of drawn.producers.keys()) {
        const hers = mine.map(String).filter((value) => value.startsWith(`${producer + 1}.`));
        insist(
          isList(hers, hers.toSorted()),
          `consumer ${index + 1} has received ${shown(hers)}; wanted them in the order in which they were sent`,
        );
      }
  });

const numbered = (producer: number, count: number): string[] =>
  Array.from({ length: count }, (_each, index) => `${producer}.${index + 1}`);
