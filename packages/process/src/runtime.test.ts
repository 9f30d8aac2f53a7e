/** The process keeps the contract: the suite that every runtime has to pass, over real disks, timers and connections. */
import type { Address } from '@weekend/protocol';
import { type Cluster, type Running, runtimeSuite } from '@weekend/protocol/runtime.suite';
import { describe, expect, test } from 'vitest';
import { aFolder, anyPort, clusterKey, logStore } from '../test/kit.ts';
import { type HostPort, type RunningNode, runNode } from './index.ts';

async function run(protocols: Cluster): Promise<Running> {
  const folder = aFolder();
  const ids = Object.keys(protocols);
  const running = new Map<Address, RunningNode>();
  const failures = new Map<Address, string>();
  /** Looked up by all nodes for each dial; a node that comes back has another port. */
  const whereabouts: Record<Address, HostPort> = Object.fromEntries(ids.map((id) => [id, { ...anyPort }]));
  const waiting = new Set<() => void>();
  const look = () => {
    for (const check of waiting) check();
  };
  let turns = 0;

  async function boot(id: Address): Promise<void> {
    const peers = Object.fromEntries(ids.filter((peer) => peer !== id).map((peer) => [peer, whereabouts[peer]]));
    const node = await runNode({
      id,
      protocol: protocols[id] as Cluster[Address],
      peers: peers as Record<Address, HostPort>,
      data: `${folder}/${id}`,
      listen: anyPort,
      clusterKey,
      logStore,
      // Differs each time, so that every turn is watched.
      describe: () => ({ turns: turns++ }),
    });
    Object.assign(whereabouts[id] as HostPort, { port: node.listen.port });
    running.set(id, node);
    node.watch(look);
    void node.stopped.then((failure) => {
      if (failure) failures.set(id, failure.message);
      look();
    });
  }

  for (const id of ids) await boot(id);

  return {
    crash: async (id) => running.get(id)?.crash(),
    async restart(id) {
      await running.get(id)?.stopped;
      failures.delete(id);
      await boot(id);
    },
    until: (holds) =>
      new Promise((resolve) => {
        const check = () => {
          if (!holds()) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    failure: (id) => failures.get(id),
    async stop() {
      for (const node of running.values()) await node.stop();
    },
  };
}

runtimeSuite({ describe, test, expect }, { run });
