/** §2, §5.3: replicated state machines: the same commands in the same order leave the same state, on every node. */
import { difference } from '@weekend/protocol';
import type { KeyValue, RequestId, Write } from '@weekend/raft';
import { Random } from '@weekend/simulator';
import { insist } from '../refuted.ts';
import type { Dice, Milestone } from '../suite.ts';
import { nobody, put, remove, removeTree } from './asks.ts';
import { type Cluster, names, playScenes, type Scene } from './cluster.ts';

export const oneMachine: Milestone<KeyValue> = {
  id: 'one-machine',
  title: 'Nodes that have applied the same entries have equal machines, whatever their clocks and dice say',
  points: 5,
  rule: 'State machines are deterministic (§2)',
  hint: 'Everything in state.kv.machine must follow from the log alone. What else did apply look at: the clock, chance, a variable, who leads, when the node booted?',
  prove: (stage, dice) => playScenes(stage, ['onRequest', 'apply'], atRandom(dice)),
};

/** One scene for every twenty seeds. */
const atRandom = ({ seed, seeds }: Dice): Scene[] =>
  Array.from({ length: Math.ceil(seeds / 20) }, (_, i) => ({
    seed: seed + i,
    nodes: names(3),
    clocks: { n1: 0.8, n2: 1, n3: 1.3 },
    act: (cluster) => severalReigns(cluster, new Random(seed + i, 'one machine')),
  }));

/** Each node leads for a while, is down for a while, and builds its machine anew from the log. */
function severalReigns(cluster: Cluster, random: Random): void {
  for (const [leader, absent] of [
    ['n1', 'n3'],
    ['n2', 'n1'],
    ['n3', 'n2'],
  ] as const) {
    cluster.elects(leader);
    for (let i = 0; i < 5; i++) cluster.ask(leader, someWrite(random), someone(random));
    cluster.passes(30);
    cluster.crashes(absent);
    for (let i = 0; i < 5; i++) {
      cluster.ask(leader, someWrite(random), someone(random));
      cluster.passes(random.below(20));
    }
    cluster.restarts(absent);
    // The last entry changes nothing, so that it covers nothing up.
    cluster.ask(leader, remove('gone'));
    cluster.passes(150);
    agree(cluster);
  }
}

function agree(cluster: Cluster): void {
  const states = () => cluster.sim.nodes.map((node) => cluster.state(node));
  const caughtUp = cluster.within(500, () => new Set(states().map(({ lastApplied }) => lastApplied)).size === 1);
  insist(
    caughtUp,
    'after 500 ms of calm not all nodes have applied as much; wanted lastApplied to be left to raftNode',
  );
  const [first, ...others] = states();
  for (const other of others) {
    const differed = difference(first?.kv.machine, other.kv.machine, 'state.kv.machine');
    insist(
      !differed,
      `${first?.me} and ${other.me} have applied the same ${other.lastApplied} entries, and ${differed} differs; wanted equal machines`,
    );
  }
}

const keys = ['a', 'a/b', 'a/c', 'b', '10', '9'];

function someWrite(random: Random): Write {
  const key = random.pick(keys);
  switch (random.below(6)) {
    case 0:
      return remove(key);
    case 1:
      return put(key, `v${random.below(100)}`, { cas: random.below(8) });
    case 2:
      return removeTree('a/');
    default:
      return put(key, `v${random.below(100)}`, { flags: random.below(5) });
  }
}

/** Now and then somebody asks under an id that was used before. */
const someone = (random: Random): RequestId =>
  random.happens(0.6) ? nobody : { session: random.pick(['s1', 's2', '3']), seq: random.between(1, 6) };
