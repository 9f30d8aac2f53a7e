/** Figure 3: whatever network, clocks and machines do, the logs stay one log; and after the storm all of it gets through. */
import type { Address } from '@weekend/protocol';
import { heartbeatInterval, lastIndex, type Raft, type Replication } from '@weekend/raft';
import { allSorts, type Network, Random, randomPlan } from '@weekend/simulator';
import { Nearest } from '../nearest.ts';
import { Refuted } from '../refuted.ts';
import { trySeeds } from '../seeds.ts';
import type { Milestone } from '../suite.ts';
import { Cluster } from './cluster.ts';

export const storms: Milestone<Replication> = {
  id: 'storms',
  title: 'In any storm the logs stay one log, and after it everything is committed everywhere',
  points: 5,
  rule: 'Figure 3: Log Matching, Leader Completeness, State Machine Safety (§5.3, §5.4)',
  hint: 'Read the story from its end. Which entry is it about, who held it, and who was told so? Somewhere a node said or believed more than it knew.',
  prove: (stage, dice) =>
    trySeeds<Raft>(dice, (seed, simulate) => {
      const random = new Random(seed, 'storm');
      const nodes = names(random.pick([1, 2, 3, 3, 4, 5, 5]), random);
      const plan = randomPlan({ seed, nodes, until: lull, every: 200, longest: 600, mostDown: nodes.length, sorts });
      const plain = neighbours(nodes, seed);
      const cluster = new Cluster(stage, { seed, simulate, nodes, plain, plan, network: rough(random) });
      return cluster.run(() => throughTheStorm(cluster, random));
    }),
};

/** When the storm is over. */
const lull = 1200;

/** How long a message can be on its way: into other terms, and a little into the calm. */
const latest = 400;

const sorts = allSorts.filter((sort) => sort !== 'network');

const rough = (random: Random): Network => ({
  delay: { min: 1, max: random.between(2, 40) },
  loss: random.between(0, 10) / 100,
  duplication: random.between(0, 20) / 100,
  late: { share: random.between(0, 10) / 100, delay: { min: 100, max: latest } },
});

function throughTheStorm(cluster: Cluster, random: Random): void {
  const { sim } = cluster;
  for (let asked = 0; sim.now < lull; asked++) {
    cluster.passes(random.between(1, 150));
    // All who believe to lead have something to say, and now and then somebody else is asked.
    for (const { me, role } of cluster.up())
      if (role.kind === 'leader' || random.happens(0.2)) cluster.ask(me, `${asked} at ${me}`);
  }
  cluster.passes(latest);
  const leader = cluster.settles();
  cluster.ask(leader.me, 'the last');
  comesThrough(cluster, 3 * lastIndex(leader.log) + 40);
}

/** One by one is early enough, both ways. */
function comesThrough(cluster: Cluster, heartbeats: number): void {
  const nearest = new Nearest();
  if (cluster.comes(heartbeats * heartbeatInterval, () => cluster.agrees() || cluster.looks(nearest))) return;
  throw new Refuted(
    `the storm is over for ${heartbeats} heartbeats, a client has asked the leader for a write, and not all of the log is committed everywhere: ${cluster.who()}${nearest}; wanted what a stable leader has to be committed and applied on every node`,
    'Log replication, liveness (§5.3)',
  );
}

/** Names that sort oddly, now and then. */
function names(size: number, random: Random): Address[] {
  const pool = random.happens(0.3) ? ['0', '10', '9', '1', '2'] : ['n1', 'n2', 'n3', 'n4', 'n5'];
  return pool.slice(0, size);
}

/** In some runs the student's code is alone, in others it leads and follows nodes that do no more than Figure 2 says. */
function neighbours(nodes: readonly Address[], seed: number): readonly Address[] {
  return [[], [], nodes.slice(1), nodes.slice(0, Math.floor(nodes.length / 2))][seed % 4] as readonly Address[];
}
