/** Our own cluster as a store to measure: processes on this machine, and the client that programs use. */
import { randomBytes } from 'node:crypto';
import { connect } from '@weekend/client';
import type { Status } from '@weekend/process';
import { agreedReign, look } from '../cluster/observe.ts';
import { claimName, newKey, plannedNodes } from '../cluster/plan.ts';
import { freeBlock } from '../cluster/ports.ts';
import { processFleet } from '../cluster/process/fleet.ts';
import { uninterrupted, until } from '../cluster/until.ts';
import type { Lineup } from '../lineup.ts';
import { say } from '../words/say.ts';
import type { Store } from './store.ts';

const attempt = (): string => say('do-measure-the-cluster');

export async function startOurs(nodes: number, lineup: Lineup): Promise<Store> {
  const fleet = processFleet({
    name: `bench-${randomBytes(3).toString('hex')}`,
    runtime: 'process',
    nodes: plannedNodes(nodes, await freeBlock(2 * nodes, attempt())),
    lineup,
    key: newKey(),
    owner: process.pid,
  });
  claimName(fleet.plan);
  const at = fleet.plan.nodes.map(({ http }) => `127.0.0.1:${http}`);

  async function leader(): Promise<string> {
    const reign = await until(async () => agreedReign(await look(fleet)), {
      within: 60_000,
      every: 50,
      signal: uninterrupted,
    });
    if (!reign) throw new Error('Cannot measure the cluster: its nodes have not agreed on a leader within 60 s');
    return reign.leader;
  }

  try {
    await fleet.up(() => {}, uninterrupted);
    await leader();
    const client = await connect({ nodes: at, timeout: 60_000 });
    return {
      name: 'Raft Weekend',
      put: (key, value) => client.put(key, value),
      get: (key, consistent) => client.get(key, { mode: consistent ? 'consistent' : 'stale' }),

      async syncs() {
        const leading = await leader();
        const index = fleet.plan.nodes.findIndex(({ id }) => id === leading);
        const { counters } = (await (await fetch(`http://${at[index]}/status`)).json()) as Status;
        return counters.syncs;
      },

      async failOver() {
        const killed = await leader();
        const begin = performance.now();
        await fleet.kill(killed);
        await client.put('fail-over', 'x');
        const took = performance.now() - begin;
        await fleet.start(killed);
        await leader();
        return took;
      },

      async down() {
        client.close();
        await fleet.down();
      },
    };
  } catch (error) {
    await fleet.down();
    throw error;
  }
}
