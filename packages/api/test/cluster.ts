/** Three real nodes in this process, on the reference stages, with the API in front of each; gone after the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Description, formatHostPort, type HostPort, type RunningNode, runNode } from '@weekend/process';
import { deploy, describe } from '@weekend/raft/deploy';
import { onTestFinished } from 'vitest';
import { type ApiOptions, openGateway } from '../src/index.ts';

const anyPort = { host: '127.0.0.1', port: 0 };
const solution = (path: string) => fileURLToPath(new URL(`../../../solutions/${path}`, import.meta.url));

const { logStore } = await import(solution('06-log-store/log-store.ts'));

const stages = {
  election: solution('03-election/election.ts'),
  'log-replication': solution('04-log-replication/log-replication.ts'),
  'kv-store': solution('05-kv-store/kv-store.ts'),
};

export interface Cluster {
  ids: readonly string[];
  node(id: string): RunningNode;
  /** `host:port` of its pages. */
  at(id: string): string;
  /** Waits until somebody leads and all that are up know it. */
  leader(): Promise<string>;
  /** Waits until this holds of what the node says of itself. */
  until(id: string, holds: (state: Description) => boolean): Promise<void>;
  crash(id: string): Promise<void>;
  boot(id: string): Promise<void>;
}

export async function aCluster(options: ApiOptions & { size?: number } = {}): Promise<Cluster> {
  const { size = 3, ...api } = options;
  const folder = mkdtempSync(join(tmpdir(), 'weekend-api-'));
  const ids = Array.from({ length: size }, (_, i) => `n${i + 1}`);
  const running = new Map<string, RunningNode>();
  /** Looked up at each dial; a node that comes back has another port for its peers, and the old one for its pages. */
  const whereabouts: Record<string, HostPort> = Object.fromEntries(ids.map((id) => [id, { ...anyPort }]));
  const pages = new Map<string, HostPort>();
  const looking = new Set<() => void>();

  async function boot(id: string): Promise<void> {
    const peers = Object.fromEntries(ids.filter((peer) => peer !== id).map((peer) => [peer, whereabouts[peer]]));
    const node = await runNode({
      id,
      protocol: await deploy(stages),
      describe,
      peers: peers as Record<string, HostPort>,
      data: join(folder, id),
      logStore,
      listen: anyPort,
      http: pages.get(id) ?? anyPort,
      clusterKey: 'a key that only the tests know',
      gateway: (door) => openGateway(door, api),
    });
    Object.assign(whereabouts[id] as HostPort, { port: node.listen.port });
    pages.set(id, node.http as HostPort);
    running.set(id, node);
    node.watch(() => {
      for (const look of looking) look();
    });
    void node.stopped.then((failure) => failure && console.error(failure.message));
  }

  /** What `look` finds, as soon as it finds something. */
  const seen = <T>(look: () => T | undefined) =>
    new Promise<T>((resolve) => {
      const check = () => {
        const found = look();
        if (found === undefined) return;
        looking.delete(check);
        resolve(found);
      };
      looking.add(check);
      check();
    });

  await Promise.all(ids.map(boot));
  onTestFinished(async () => {
    await Promise.all([...running.values()].map((node) => node.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    ids,
    node: (id) => running.get(id) as RunningNode,
    at: (id) => formatHostPort(pages.get(id) as HostPort),
    leader: () =>
      seen(() => {
        const states = [...running.values()].map((node) => node.status().state);
        const [first] = states;
        const leader = String(first?.leader);
        const agreed = states.every((state) => state.leader === leader && state.term === first?.term);
        return agreed && running.get(leader)?.status().state.role === 'leader' ? leader : undefined;
      }),
    async until(id, holds) {
      await seen(() => holds(running.get(id)?.status().state ?? {}) || undefined);
    },
    async crash(id) {
      const node = running.get(id);
      running.delete(id);
      await node?.crash();
    },
    boot,
  };
}
