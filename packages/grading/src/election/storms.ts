/** §5.2, Figure 3: whatever network, clocks and machines do, no term has two leaders; and after the storm there is one. */
import type { Election, Raft } from '@weekend/raft';
import { allSorts, type Network, Random, randomPlan } from '@weekend/simulator';
import { trySeeds } from '../seeds.ts';
import type { Milestone } from '../suite.ts';
import { Cluster } from './cluster.ts';
import { byLogs, oneTerm } from './every-order.ts';
import { names } from './node.ts';

export const storms: Milestone<Election> = {
  id: 'storms',
  title: 'In any storm, no term has two leaders',
  points: 5,
  rule: 'Election Safety (§5.2)',
  hint: 'Follow one voter through the story. What did it promise, what did it save, and what did it still know when the second request came?',
  prove: (stage, dice) =>
    oneTerm(stage) ??
    byLogs(stage) ??
    trySeeds<Raft>(dice, (seed, simulate) => {
      const random = new Random(seed, 'storm');
      const nodes = names(random.pick([3, 4, 5]));
      const plan = randomPlan({ seed, nodes, until: lull, every: 250, mostDown: nodes.length, sorts });
      const cluster = new Cluster(stage, { seed, simulate, nodes, plan, network: rough(random) });
      return cluster.run(() => {
        cluster.passes(lull + latest);
        cluster.stays(5);
      }, 3);
    }),
};

/** When the storm is over. */
const lull = 4000;

/** How long a message can be on its way: into other terms, and a little into the calm. */
const latest = 1000;

const sorts = allSorts.filter((sort) => sort !== 'network');

const rough = (random: Random): Network => ({
  delay: { min: 1, max: random.between(2, 40) },
  loss: random.between(0, 10) / 100,
  duplication: random.between(0, 20) / 100,
  late: { share: random.between(0, 10) / 100, delay: { min: 100, max: latest } },
});
