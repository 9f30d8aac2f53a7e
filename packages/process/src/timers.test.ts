/** A timer fires once, never early, and never after it was set anew or cleared. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Timers } from './timers.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** Time passes, and then the process comes to read what has arrived. */
async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await new Promise((resolve) => setImmediate(resolve));
}

function someTimers(clock = () => Date.now()) {
  const due: string[] = [];
  const timers = new Timers<{ State: object; Message: { kind: string }; Timer: string; Durable: object }>(
    clock,
    (timer) => due.push(timer),
  );
  return { timers, due };
}

test('a delay is drawn from the whole range', async () => {
  const drawn = vi.spyOn(Math, 'random');
  const { timers, due } = someTimers();
  drawn.mockReturnValueOnce(0);
  timers.apply({ timer: 'shortest', range: { min: 100, max: 200 } });
  drawn.mockReturnValueOnce(0.999);
  timers.apply({ timer: 'longest', range: { min: 100, max: 200 } });
  await pass(99);
  expect(due).toEqual([]);
  await pass(1);
  expect(due).toEqual(['shortest']);
  await pass(100);
  expect(due).toEqual(['shortest', 'longest']);
  drawn.mockRestore();
});

test('a timer that is due and then cleared, or set anew, before its turn comes has no turn', async () => {
  const { timers, due } = someTimers();
  for (const timer of ['cleared', 'again', 'kept']) timers.apply({ timer, range: { min: 10, max: 10 } });
  await pass(10);
  expect(due).toEqual(['cleared', 'again', 'kept']);
  timers.apply({ timer: 'cleared' });
  timers.apply({ timer: 'again', range: { min: 10, max: 10 } });
  expect(['cleared', 'again', 'kept'].map((timer) => timers.claim(timer))).toEqual([false, false, true]);
  expect(timers.claim('kept')).toBe(false);
  await pass(10);
  expect(timers.claim('again')).toBe(true);
});

test('a clock that says "not yet" when Node wakes us is believed', async () => {
  let behind = 0.4;
  const { timers, due } = someTimers(() => Date.now() - behind);
  timers.apply({ timer: 'a', range: { min: 10, max: 10 } });
  behind = 0.8;
  await pass(10);
  expect(due).toEqual([]);
  await pass(1);
  expect(due).toEqual(['a']);
});

test('a delay longer than Node can count does not fire at once', async () => {
  const { timers, due } = someTimers();
  const month = 31 * 24 * 60 * 60 * 1000;
  timers.apply({ timer: 'a', range: { min: month, max: month } });
  await pass(month - 1);
  expect(due).toEqual([]);
  await pass(1);
  expect(due).toEqual(['a']);
});

test('a timer without a delay goes off before any time has passed, once, however often it is set', async () => {
  const { timers, due } = someTimers();
  for (let i = 0; i < 3; i++) timers.apply({ timer: 'now', range: { min: 0, max: 0 } });
  for (const timer of ['cleared', 'later']) timers.apply({ timer, range: { min: 0, max: 0 } });
  timers.apply({ timer: 'cleared' });
  timers.apply({ timer: 'later', range: { min: 10, max: 10 } });
  await pass(0);
  expect(due).toEqual(['now']);
  expect(timers.claim('now')).toBe(true);
  timers.apply({ timer: 'now', range: { min: 0, max: 0 } });
  await pass(10);
  expect(due).toEqual(['now', 'now', 'later']);
});

test('what arrived while the process was held up is read before a timer goes off that came due meanwhile', async () => {
  vi.useRealTimers();
  const [ours, theirs] = await connected();
  const order: string[] = [];
  const both = new Promise<void>((resolve) => {
    const note = (what: string) => order.push(what) === 2 && resolve();
    const timers = new Timers(
      () => performance.now(),
      () => note('timer'),
    );
    ours.once('data', () => note('message'));
    theirs.write('heartbeat');
    timers.apply({ timer: 'election', range: { min: 10, max: 10 } });
  });
  const held = performance.now() + 30;
  while (performance.now() < held);
  await both;
  expect(order).toEqual(['message', 'timer']);
});

/** Both ends of a connection, which is closed after the test. */
async function connected(): Promise<[Socket, Socket]> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const theirs = connect((server.address() as { port: number }).port, '127.0.0.1');
  const [[ours]] = (await Promise.all([once(server, 'connection'), once(theirs, 'connect')])) as [[Socket], unknown];
  onTestFinished(() => {
    for (const socket of [ours, theirs]) socket.destroy();
    server.close();
  });
  return [ours, theirs];
}
