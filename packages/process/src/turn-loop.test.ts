/** Saves before sends, turns that go on meanwhile, and what becomes of a group when something in it fails. */
import type { OpenedLog } from '@weekend/log-store';
import type { World } from '@weekend/protocol';
import { expect, test } from 'vitest';
import { type Probe, probe } from '../test/kit.ts';
import { noCounts } from './counters.ts';
import type { Description } from './status.ts';
import { TurnLoop } from './turn-loop.ts';

type Turn = (world: World<Probe>) => void;

/** A loop whose log is in the test's hands: each save waits until the test lets it succeed or fail. */
function aLoop({ booted = true, saved = {}, save }: { booted?: boolean } & Partial<OpenedLog> = {}) {
  const writes: { fields: string[]; done(): void; fail(error: Error): void }[] = [];
  const sent: string[] = [];
  const described: Description[] = [];
  const overloads: boolean[] = [];
  const counters = noCounts();
  const loop = new TurnLoop<Probe>({
    me: 'n1',
    peers: ['n2'],
    protocol: probe({
      onMessage(state, _from, message, world) {
        state.touched = message.kind;
        (message.turn as Turn)(world);
        return undefined;
      },
    }),
    log: {
      saved,
      save:
        save ??
        ((changes) => {
          const { promise, resolve, reject } = Promise.withResolvers<void>();
          writes.push({ fields: Object.keys(changes), done: resolve, fail: reject });
          return promise;
        }),
    },
    clock: () => 0,
    counters,
    describe: (state) => ({ touched: String(state.touched) }),
    release(sends, description) {
      sent.push(...sends.map(({ text }) => JSON.parse(text).kind));
      if (description) described.push(description);
    },
    overloaded: (yes) => overloads.push(yes),
  });
  if (booted) loop.start();
  const take = (...turns: Turn[]) => {
    for (const turn of turns) loop.post({ kind: 'message', from: 'n2', message: { kind: 'do', turn } });
  };
  return { loop, take, writes, sent, described, counters, overloads };
}

/** All that can be done without the disk has been done. */
const settled = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

const saves = (field: string, kind?: string) => (world: World<Probe>) => {
  if (kind) world.send('n2', { kind });
  world.save({ [field]: 1 });
};
const sends = (kind: string) => (world: World<Probe>) => world.send('n2', { kind });

test('a turn that saves nothing does not wait for the disk', async () => {
  const { take, writes, sent } = aLoop();
  take(sends('a'));
  await settled();
  expect([writes.length, sent]).toEqual([0, ['a']]);
});

test('what a turn sends waits until what it saves is on the disk', async () => {
  const { take, writes, sent } = aLoop();
  take(saves('x', 'a'));
  await settled();
  expect(sent).toEqual([]);
  writes[0]?.done();
  await settled();
  expect(sent).toEqual(['a']);
});

test('turns that come together hand their saves over at once, and send when all are durable', async () => {
  const { take, writes, sent, counters } = aLoop();
  take(saves('x', 'a'), saves('y', 'b'), sends('c'));
  await settled();
  expect(writes.map(({ fields }) => fields)).toEqual([['x'], ['y']]);
  writes[1]?.done();
  await settled();
  expect(sent).toEqual([]);
  writes[0]?.done();
  await settled();
  expect([sent, counters.turnsSynced]).toEqual([['a', 'b', 'c'], 3]);
});

test('turns go on while a save is under way, and what they send waits for their own saves', async () => {
  const { take, writes, sent } = aLoop();
  take(saves('x', 'a'));
  await settled();
  take(saves('y', 'b'));
  await settled();
  take(saves('z', 'c'));
  await settled();
  expect(writes.map(({ fields }) => fields)).toEqual([['x'], ['y'], ['z']]);
  writes[0]?.done();
  await settled();
  expect(sent).toEqual(['a']);
  writes[2]?.done();
  await settled();
  expect(sent).toEqual(['a']);
  writes[1]?.done();
  await settled();
  expect(sent).toEqual(['a', 'b', 'c']);
});

test('what was sent before the first save does not wait for it: others can write it while this node does', async () => {
  const { take, writes, sent } = aLoop();
  take(sends('a'), saves('x', 'b'), sends('c'));
  await settled();
  expect(sent).toEqual(['a']);
  take(sends('d'), saves('y', 'e'));
  await settled();
  expect(sent).toEqual(['a']);
  writes[0]?.done();
  await settled();
  expect(sent).toEqual(['a', 'b', 'c', 'd']);
  writes[1]?.done();
  await settled();
  expect(sent).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('what one turn saves is one save', async () => {
  const { take, writes } = aLoop();
  take((world) => {
    world.save({ x: 1 });
    world.save({ y: 1 });
  });
  await settled();
  expect(writes.map(({ fields }) => fields)).toEqual([['x', 'y']]);
});

test('a tail that leaves a gap takes the node down, and nothing of its turn is saved', async () => {
  const { loop, take, writes, sent } = aLoop({ saved: { log: ['a', 'b'] } });
  take((world) => {
    world.send('n2', { kind: 'a' });
    world.save({ term: 2 });
    world.save({ log: { from: 3, items: [] } });
  });
  expect((await loop.ended)?.message).toContain('RangeError: Cannot save the tail of log from position 3: 2 items');
  expect([writes.length, sent]).toEqual([0, []]);
});

test('a turn that saves nothing does not tell what an earlier one has not yet on the disk', async () => {
  const { take, writes, sent } = aLoop();
  take(saves('x'));
  await settled();
  take(sends('a'));
  await settled();
  expect(sent).toEqual([]);
  writes[0]?.done();
  await settled();
  expect(sent).toEqual(['a']);
});

test('a turn that throws takes the node down; the turns before it stand, it and those after it do not', async () => {
  const { loop, take, writes, sent } = aLoop();
  take(
    saves('x', 'a'),
    (world) => {
      saves('y', 'b')(world);
      throw new Error('no such vote');
    },
    saves('z', 'c'),
  );
  await settled();
  expect(writes.map(({ fields }) => fields)).toEqual([['x']]);
  writes[0]?.done();
  const failure = await loop.ended;
  expect(failure?.kind).toBe('handler');
  expect(failure?.message).toMatch(
    /^n1 crashed in onMessage, handling do from n2: Error: no such vote\n +at .*turn-loop\.test\.ts:\d+/,
  );
  expect(sent).toEqual(['a']);
});

test('a state that a throwing turn has half changed is not shown to anybody', async () => {
  const { loop, take, described } = aLoop();
  await settled();
  take(() => {
    throw new Error('half way');
  });
  await loop.ended;
  expect(described).toEqual([{ touched: 'undefined' }]);
  const other = aLoop();
  other.take(sends('a'), () => {
    throw new Error('half way');
  });
  await other.loop.ended;
  expect([other.sent, other.described]).toEqual([['a'], []]);
});

test('a disk that fails takes the node down, and nothing that waited for it is sent', async () => {
  const { loop, take, writes, sent } = aLoop();
  take(saves('x', 'a'));
  await settled();
  take(saves('y', 'b'));
  await settled();
  writes[0]?.fail(new Error('no space left'));
  expect((await loop.ended)?.message).toBe('n1 crashed: it could not save to its disk: no space left');
  writes[1]?.done();
  take(saves('z', 'c'));
  await settled();
  expect([sent, writes.length]).toEqual([[], 2]);
});

test('finishing waits for the disk and sends what waits for it', async () => {
  const { loop, take, writes, sent } = aLoop();
  take(saves('x', 'a'));
  await settled();
  take(saves('y', 'b'));
  await settled();
  loop.finish();
  take(saves('z', 'c'));
  writes[0]?.done();
  await settled();
  writes[1]?.done();
  expect(await loop.ended).toBeUndefined();
  expect(sent).toEqual(['a', 'b']);
});

test('a cut ends at once and sends nothing more, not even what is durable after all', async () => {
  const { loop, take, writes, sent } = aLoop();
  take(saves('x', 'a'));
  await settled();
  take(saves('y', 'b'));
  await settled();
  loop.cut();
  expect(await loop.ended).toBeUndefined();
  writes[0]?.done();
  writes[1]?.fail(new Error('the store is closed'));
  await settled();
  expect(sent).toEqual([]);
});

test('a log that throws, and does not wait to fail, takes the node down like any that fails', async () => {
  const thrower = aLoop({
    save() {
      throw new Error('not written yet: save');
    },
  });
  thrower.take(saves('x', 'a'));
  expect((await thrower.loop.ended)?.message).toBe('n1 crashed: it could not save to its disk: not written yet: save');
  expect(thrower.sent).toEqual([]);
});

test('a flood is held back at the door until it has been worked off', async () => {
  const { take, overloads, sent } = aLoop();
  take(...Array.from({ length: 5000 }, (_, i) => sends(`m${i}`)));
  expect(overloads).toEqual([true]);
  await settled();
  expect(overloads).toEqual([true, false]);
  expect(sent.length).toBe(5000);
});

test('a save that hangs stops the turns, not only the sends, before the memory is full', async () => {
  const { take, writes, counters } = aLoop();
  for (let round = 0; round < 30; round++) {
    take(...Array.from({ length: 1000 }, () => saves('y')));
    await settled();
  }
  expect(counters.turns).toBeLessThan(25_000);
  for (let done = 0; done < writes.length; ) {
    for (; done < writes.length; done++) writes[done]?.done();
    await settled();
  }
  expect(counters.turns).toBe(30_001);
});

test('what comes before the node has booted is lost, and does not reach a state that is not there', async () => {
  const { loop, take, sent } = aLoop({ booted: false });
  take(sends('too early'));
  await settled();
  loop.start();
  take(sends('a'));
  await settled();
  expect(sent).toEqual(['a']);
});
