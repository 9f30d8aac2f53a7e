/** §8, "Client interaction": linearizable semantics, whatever network, clocks and machines do in the meantime. */
import type { KeyValue } from '@weekend/raft';
import { allSorts, type Network, Random, randomPlan } from '@weekend/simulator';
import { trySeeds } from '../seeds.ts';
import type { Broken, Dice, Milestone } from '../suite.ts';
import type { Town } from './client.ts';
import { KvTown, type NodeOf } from './town.ts';

export const histories: Milestone<KeyValue> = {
  id: 'histories',
  title: 'In any storm clients that retry and move see one store that does everything once',
  points: 5,
  rule: 'Linearizable semantics (§8)',
  hint: 'The story lists the few requests that can’t all be true. Which of them saw the future or the past? Replay the seed, and follow that key on the node that answered.',
  prove: (stage, dice) => tryHistories(stage, dice),
};

/** Of a town whose nodes all run this stage, or each what is said of it. */
export const tryHistories = (stage: KeyValue | NodeOf, dice: Dice): Broken | undefined =>
  trySeeds<Town>(dice, (seed, simulate) => {
    const random = new Random(seed, 'town');
    const nodes = random.pick([3, 3, 5]);
    const names = Array.from({ length: nodes }, (_, i) => `n${i + 1}`);
    const sorts = allSorts.filter((sort) => sort !== 'network');
    const plan = randomPlan({ seed, nodes: names, until: lull, every: 200, longest: 600, sorts });
    const habits = { keys: ['x', 'y'], closing: lull, thinks: 40 };
    const town = new KvTown(stage, { seed, simulate, nodes, clients: 3, network: rough(random), plan, habits });
    return town.run(() => {
      town.passes(lull + 100);
      town.ends();
    });
  });

/** When the storm is over. */
const lull = 1000;

const rough = (random: Random): Network => ({
  delay: { min: 1, max: random.between(2, 15) },
  loss: random.between(0, 5) / 100,
  duplication: random.between(0, 20) / 100,
  late: { share: random.between(0, 5) / 100, delay: { min: 50, max: 600 } },
});
