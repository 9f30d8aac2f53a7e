/** One node from boot to boot: what it finds again, what it says when it can't start, how it ends. */
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { aFolder, anyPort, boot, bootPair, probe, until } from '../test/kit.ts';
import { formatHostPort } from './index.ts';
import { listening } from './listening.ts';

test('a node finds again what it had saved, whether it was stopped or crashed', async () => {
  const data = aFolder();
  const boots: unknown[] = [];
  const protocol = probe({
    start(_me, _peers, saved, world) {
      boots.push(structuredClone(saved));
      const log = (saved.log ?? []) as number[];
      world.save({ boots: Number(saved.boots ?? 0) + 1, log: { from: log.length, items: [log.length] } });
      return { booted: true };
    },
  });
  for (const end of ['stop', 'crash', 'stop'] as const) {
    const node = await boot({ protocol, data, describe: ({ booted }) => ({ booted: Boolean(booted) }) });
    await until(node, ({ state }) => state.booted === true);
    await node[end]();
  }
  expect(boots).toEqual([{}, { boots: 1, log: [0] }, { boots: 2, log: [0, 1] }]);
});

test('a port that is taken is told in one sentence, and the data folder is free again', async () => {
  const taken = createServer();
  onTestFinished(() => void taken.close());
  const at = await listening(taken, anyPort, 'listen');
  const data = aFolder();
  const sentence = 'somebody else is listening there; stop that or choose another port';
  await expect(boot({ data, listen: at })).rejects.toThrow(
    `Cannot listen for other nodes on ${formatHostPort(at)}: ${sentence}`,
  );
  await expect(boot({ data, http: at })).rejects.toThrow(
    `Cannot show the status pages on ${formatHostPort(at)}: ${sentence}`,
  );
  await boot({ data });
});

test('a node whose handler throws is down, says why, and leaves its folder and its peers alone', async () => {
  const data = aFolder();
  const protocol = probe({
    onMessage(state) {
      (state.votes as string[]).push('x');
      return undefined;
    },
  });
  const talker = probe({
    start(_me, _peers, _saved, world) {
      world.send('n1', { kind: 'vote' });
      return {};
    },
  });
  const [n1, n2] = await bootPair({ protocol, data }, { protocol: talker });
  const failure = await n1.stopped;
  expect(failure?.message).toMatch(
    /^n1 crashed in onMessage, handling vote from n2: TypeError: .*push.*\n +at .*node\.test\.ts:\d+:\d+/,
  );
  await until(n2, ({ peers }) => peers.n1?.connected === false);
  await boot({ data });
});

test('an async handler, whose promise nobody would wait for, takes the node down', async () => {
  const ticking = probe({
    start(_me, _peers, _saved, world) {
      world.setTimer('tick', 0);
      return {};
    },
    onTimer: (async () => {}) as never,
  });
  expect((await (await boot({ protocol: ticking })).stopped)?.message).toMatch(/onTimer.*tick.*async/);
});

test('a message to oneself arrives after what was saved with it is on the disk', async () => {
  const protocol = probe({
    start(_me, _peers, _saved, world) {
      world.send('n1', { kind: 'note' });
      world.save({ term: 1 });
      return {};
    },
    onMessage(state, from, message) {
      state.heard = `${message.kind} from ${from}`;
      return undefined;
    },
  });
  const node = await boot({ protocol, describe: ({ heard }) => ({ heard: String(heard) }) });
  await until(node, ({ state, counters }) => state.heard === 'note from n1' && counters.turnsSynced === 1);
});

test('a state that can not be described is no reason to go down', async () => {
  const protocol = probe({ start: () => ({ role: undefined }) });
  const node = await boot({ protocol, describe: ({ role }) => ({ role: (role as { kind: string }).kind }) });
  await until(node, ({ state }) => String(state.undescribed).startsWith('TypeError'));
});

test('stopping twice, and stopping what has crashed, is allowed', async () => {
  const node = await boot({});
  await Promise.all([node.stop(), node.stop()]);
  await node.crash();
  expect(await node.stopped).toBeUndefined();
});
