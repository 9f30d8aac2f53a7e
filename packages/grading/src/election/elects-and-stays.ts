/** §5.2, §5.6: a cluster whose majority can talk has a leader soon, and as long as nothing happens it keeps it. */
import type { Address } from '@weekend/protocol';
import type { Election, Entry, Raft } from '@weekend/raft';
import { calm, type Network, Random } from '@weekend/simulator';
import { trySeeds } from '../seeds.ts';
import type { Milestone } from '../suite.ts';
import { Cluster } from './cluster.ts';
import { logOf, names } from './node.ts';

export const electsAndStays: Milestone<Election> = {
  id: 'elects-and-stays',
  title: 'A healthy cluster elects a leader soon and keeps it',
  points: 5,
  rule: 'A leader is elected, and stays (§5.2, §5.6)',
  hint: 'Read the story from its end: who stood last, and why did it stand? Or, if nobody did: whose timer should have fired, and when was it set?',
  prove: (stage, dice) =>
    trySeeds<Raft>(dice, (seed, simulate) => {
      const day = days[seed % days.length] as Day;
      const random = new Random(seed, 'day');
      const nodes = names(random.pick(day.sizes));
      const saved = day.logs ? oldLogs(nodes, random) : {};
      const cluster = new Cluster(stage, { seed, simulate, nodes, network: day.network ?? calm, saved });
      return cluster.run(() => day.act(cluster, random), Math.min(...day.sizes));
    }),
};

/** What happens in a run. All of it may happen in a data centre on any day. */
interface Day {
  sizes: readonly number[];
  network?: Network;
  /** The nodes come with logs that differ. */
  logs?: boolean;
  act(cluster: Cluster, random: Random): void;
}

const nothingHappens: Day = { sizes: [1, 2, 3, 4, 5], act: (cluster) => cluster.stays(100) };

/** As many are down as may be. */
const minorityDown: Day = {
  sizes: [3, 4, 5, 7],
  act(cluster, random) {
    const { nodes } = cluster.sim;
    const down = shuffled(nodes, random).slice(0, minority(nodes));
    for (const node of down) cluster.sim.crash(node);
    cluster.stays(20);
  },
};

/** And comes back, as a follower, without disturbing its successor. */
const leaderDown: Day = {
  sizes: [3, 4, 5],
  act(cluster) {
    const { me } = cluster.settles();
    cluster.sim.crash(me);
    cluster.stays(10);
    cluster.sim.restart(me);
    cluster.stays(10);
  },
};

/** §5.2: all stand at the same moment, nobody wins, and messages take equally long, so that only chance tells them apart. */
const splitVote: Day = {
  sizes: [2, 3, 4, 5, 6],
  network: { delay: { min: 5, max: 5 } },
  act(cluster) {
    for (const node of cluster.sim.nodes) cluster.sim.fire(node, 'election');
    cluster.stays(10);
  },
};

const leaderCutOff: Day = {
  sizes: [3, 4, 5],
  act(cluster, random) {
    const { me } = cluster.settles();
    const others = shuffled(
      cluster.sim.nodes.filter((node) => node !== me),
      random,
    );
    cluster.sim.partition([[me, ...others.slice(0, minority(cluster.sim.nodes) - 1)]]);
    cluster.passesTimeouts(10);
    cluster.sim.heal();
    cluster.stays(10);
  },
};

const followerCutOff: Day = {
  sizes: [2, 3, 5],
  act(cluster, random) {
    const { me } = cluster.settles();
    const alone = random.pick(cluster.sim.nodes.filter((node) => node !== me));
    cluster.sim.partition([[alone]]);
    cluster.passesTimeouts(10);
    cluster.sim.heal();
    cluster.stays(10);
  },
};

/** A node that hears and is not heard, or is heard and does not hear. */
const oneWay: Day = {
  sizes: [3, 5],
  act(cluster, random) {
    cluster.settles();
    const node = random.pick(cluster.sim.nodes);
    const deaf = random.happens(0.5);
    for (const other of cluster.sim.nodes.filter((each) => each !== node))
      if (deaf) cluster.sim.cut(other, node);
      else cluster.sim.cut(node, other);
    cluster.passesTimeouts(5);
    cluster.sim.heal();
    cluster.stays(10);
  },
};

/** §5.4.1: not everybody may win, and somebody does. */
const logsDiffer: Day = { sizes: [3, 4, 5], logs: true, act: (cluster) => cluster.stays(10) };

const days: readonly Day[] = [
  nothingHappens,
  minorityDown,
  leaderDown,
  splitVote,
  leaderCutOff,
  followerCutOff,
  oneWay,
  logsDiffer,
];

const minority = (nodes: readonly Address[]): number => Math.floor((nodes.length - 1) / 2);

function oldLogs(nodes: readonly Address[], random: Random) {
  return Object.fromEntries(nodes.map((node) => [node, { currentTerm: 4, votedFor: null, log: oldLog(random) }]));
}

function oldLog(random: Random): Entry[] {
  const terms = Array.from({ length: random.below(5) }, () => random.between(1, 4));
  return logOf(terms.sort((a, b) => a - b));
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0] as T);
}
