/** §5.3, §5.6: what replication may cost: entries and messages in proportion to what clients ask for, and none for nothing. */
import type { Address } from '@weekend/protocol';
import { heartbeatInterval, lastIndex, type Raft, type Replication, type State } from '@weekend/raft';
import { Refuted } from '../refuted.ts';
import { trySeeds } from '../seeds.ts';
import type { Milestone } from '../suite.ts';
import { Cluster } from './cluster.ts';

export const thrift: Milestone<Replication> = {
  id: 'thrift',
  title: 'Replication costs a few messages a command, and an idle cluster only heartbeats',
  points: 5,
  rule: 'Log replication, what it costs (§5.3)',
  hint: 'Count what one command costs when all goes well. Which entries has a follower acknowledged, and from where on do you send next time?',
  prove: (stage, dice) =>
    trySeeds<Raft>({ ...dice, seeds: days.length }, (seed, simulate) => {
      const { size, act } = days[seed % days.length] as Day;
      const nodes = Array.from({ length: size }, (_, i) => `n${i + 1}`);
      const cluster = new Cluster(stage, { seed, simulate, nodes, network: { delay: { min: 1, max: 10 } } });
      return cluster.run(() => act(cluster));
    }),
};

interface Day {
  size: number;
  act(cluster: Cluster): void;
}

/** How many times as much as needed anybody may spend: on sending twice what is on its way, on telling what is committed. */
const slack = 8;

const commands = 60;

const oneAfterAnother: Day = {
  size: 3,
  act(cluster) {
    const leader = begins(cluster);
    for (let i = 0; i < commands; i++) {
      cluster.ask(leader.me, `${i}`);
      cluster.passes(30);
    }
    isThere(cluster, 3 * lastIndex(leader.log) + 20);
    const heartbeats = Math.ceil(cluster.sim.now / heartbeatInterval);
    hasCost(cluster, { entries: slack * commands, appends: slack * (commands + heartbeats) });
  },
};

const allAtOnce: Day = {
  size: 5,
  act(cluster) {
    const leader = begins(cluster);
    const before = cluster.sim.now;
    for (let i = 0; i < 3 * commands; i++) cluster.ask(leader.me, `${i}`);
    isThere(cluster, 3 * lastIndex(leader.log) + 20 * commands);
    const heartbeats = Math.ceil((cluster.sim.now - before) / heartbeatInterval);
    hasCost(cluster, { entries: slack * 3 * commands, appends: slack * (3 * commands + heartbeats + 20) });
  },
};

/** Everybody has everything. From now on a heartbeat is a heartbeat. */
const idle: Day = {
  size: 4,
  act(cluster) {
    const leader = begins(cluster);
    for (let i = 0; i < 10; i++) cluster.ask(leader.me, `${i}`);
    isThere(cluster, 3 * lastIndex(leader.log) + 50);
    cluster.passes(4 * heartbeatInterval);
    cluster.forgetCosts();
    cluster.passes(40 * heartbeatInterval);
    hasCost(cluster, { entries: 0, appends: 40 * slack });
  },
};

/** One was away. What the others have is not sent to them again, and one by one is early enough. */
const oneComesBack: Day = {
  size: 3,
  act(cluster) {
    const { sim } = cluster;
    const leader = begins(cluster);
    const away = sim.nodes.find((node) => node !== leader.me) as Address;
    sim.crash(away);
    for (let i = 0; i < commands; i++) cluster.ask(leader.me, `${i}`);
    cluster.passes(10 * heartbeatInterval);
    sim.restart(away);
    cluster.forgetCosts();
    isThere(cluster, 3 * lastIndex(leader.log) + 20);
    hasCost(cluster, { entries: commands * commands + slack * commands, appends: slack * 10 * commands });
  },
};

const days: readonly Day[] = [oneAfterAnother, allAtOnce, idle, oneComesBack];

function begins(cluster: Cluster): State {
  const leader = cluster.settles();
  cluster.passes(2 * heartbeatInterval);
  cluster.forgetCosts();
  return leader;
}

function isThere(cluster: Cluster, heartbeats: number): void {
  if (cluster.comes(heartbeats * heartbeatInterval, () => cluster.agrees())) return;
  throw new Refuted(
    `the network is calm, clients have asked the leader for writes, and ${heartbeats} heartbeats later not all of its log is committed everywhere: ${cluster.who()}; wanted it to be`,
    'Log replication, liveness (§5.3)',
  );
}

/** For each peer of the leader. */
function hasCost({ sim, costs }: Cluster, most: { entries: number; appends: number }): void {
  const peers = sim.nodes.length - 1;
  if (costs.entries > most.entries * peers)
    throw new Refuted(
      `the leader of ${sim.nodes.length} nodes has sent ${costs.entries} entries, counting those sent twice; wanted at most ${most.entries * peers}: a follower need not be sent what it has acknowledged`,
    );
  if (costs.appends > most.appends * peers)
    throw new Refuted(
      `the leader of ${sim.nodes.length} nodes has sent ${costs.appends} AppendEntries; wanted at most ${most.appends * peers}`,
    );
}
