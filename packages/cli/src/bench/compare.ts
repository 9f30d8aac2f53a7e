/** The same work on our cluster and on etcd, one after the other: they would only take the processor from each other. */
import { join } from 'node:path';
import type { Lineup } from '../lineup.ts';
import { nodesInWords } from '../words/nodes.ts';
import { say } from '../words/say.ts';
import { startEtcd } from './etcd.ts';
import { type FailOvers, type Measured, measureFailOvers, measureLoads } from './measure.ts';
import { startOurs } from './ours.ts';
import type { Store } from './store.ts';

export interface Comparison {
  nodes: number;
  ours: Results;
  etcd?: Results;
}

export interface Results {
  loads: Measured[];
  failOvers?: FailOvers;
}

export interface Wishes {
  lineup: Lineup;
  /** For how long each load is measured, in milliseconds. */
  measured: number;
  /** How often the leader is killed. */
  failOvers: number;
  withEtcd: boolean;
  /** A folder for etcd's data, on the disk that ours is on. */
  home: string;
  signal: AbortSignal;
  tell(line: string): void;
}

export async function compare(nodes: number, wishes: Wishes): Promise<Comparison> {
  const { measured, signal, withEtcd } = wishes;
  const tell = (line: string) => {
    signal.throwIfAborted();
    wishes.tell(say('bench-of', { nodes: nodesInWords(nodes), line }));
  };
  // With fewer than three, nobody can take over.
  const times = nodes < 3 ? 0 : wishes.failOvers;
  const loads = (store: Store) => measureLoads(store, measured, tell);
  const failOvers = (store: Store) => measureFailOvers(store, times, tell);

  const ours = await on(startOurs(nodes, wishes.lineup), async (store) => ({
    loads: await loads(store),
    ...(times > 0 && { failOvers: await failOvers(store) }),
  }));
  if (!withEtcd) return { nodes, ours };

  // For the load etcd has its own, longer timeouts, under which no election disturbs; for the fail-over the same as ours.
  const home = join(wishes.home, 'etcd');
  const etcd: Results = { loads: await on(startEtcd(home, nodes, 'own'), loads) };
  if (times > 0) etcd.failOvers = await on(startEtcd(home, nodes, 'equal'), failOvers);
  return { nodes, ours, etcd };
}

async function on<T>(starting: Promise<Store>, task: (store: Store) => Promise<T>): Promise<T> {
  const store = await starting;
  try {
    return await task(store);
  } finally {
    await store.down();
  }
}
