/**
 * How many writes a second a node takes, each saved, synced and answered. One node asks, with a window of open
 * questions, the other appends to a list by its tail. Both share this process, so a machine with two free cores does more.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Protocol, World } from '@weekend/protocol';
import { loadLogStore } from '../src/deployment.ts';
import { runNode } from '../src/index.ts';

const writes = 300_000;
const value = 'x'.repeat(100);
const logStore = await loadLogStore(
  process.argv[2] ?? fileURLToPath(new URL('../../../solutions/06-log-store/log-store.ts', import.meta.url)),
);
const anyPort = { host: '127.0.0.1', port: 0 };

interface Writing {
  State: { open: number; asked: number; answered: number; saved: number };
  Message: { kind: 'put'; value: string } | { kind: 'done' };
  Timer: 'begin';
  Durable: { list: string[] };
}

async function measure(window: number): Promise<void> {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let begun = 0;

  function ask(state: Writing['State'], world: World<Writing>): void {
    while (state.open < window && state.asked < writes) {
      state.open++;
      state.asked++;
      world.send('keeper', { kind: 'put', value });
    }
  }

  const protocol: Protocol<Writing> = {
    start(me, _peers, _saved, world) {
      if (me === 'asker') world.setTimer('begin', 100);
      return { open: 0, asked: 0, answered: 0, saved: 0 };
    },
    onTimer(state, _timer, world) {
      begun = performance.now();
      ask(state, world);
      return undefined;
    },
    onMessage(state, from, message, world) {
      if (message.kind === 'put') {
        world.save({ list: { from: state.saved++, items: [message.value] } });
        world.send(from, { kind: 'done' });
        return undefined;
      }
      state.open--;
      if (++state.answered === writes) finish();
      ask(state, world);
      return undefined;
    },
  };

  const folder = mkdtempSync(join(tmpdir(), 'weekend-bench-'));
  const keeperAt = { ...anyPort };
  const common = { protocol, logStore, listen: anyPort, clusterKey: 'only for this measurement' };
  const asker = await runNode({ ...common, id: 'asker', peers: { keeper: keeperAt }, data: join(folder, 'asker') });
  const keeper = await runNode({
    ...common,
    id: 'keeper',
    peers: { asker: asker.listen },
    data: join(folder, 'keeper'),
  });
  keeperAt.port = keeper.listen.port;
  await finished;
  const perSecond = Math.round(writes / ((performance.now() - begun) / 1000));
  const { syncs, turnsSynced } = keeper.status().counters;
  console.log(
    `window ${window}: ${perSecond.toLocaleString('en')} writes/s, ${Math.round(turnsSynced / syncs)} a sync, ${syncs} syncs`,
  );
  await Promise.all([asker.stop(), keeper.stop()]);
  rmSync(folder, { recursive: true });
}

for (const window of [100, 1_000, 5_000]) await measure(window);
