/** Five nodes and their clients: all is well; the leader dies; three die; they come back. As much of it as this stage decides. */
import type { Address } from '@weekend/protocol';
import { type KeyValue, termAt } from '@weekend/raft';
import { type Network, Random } from '@weekend/simulator';
import { insist } from '../refuted.ts';
import { trySeeds } from '../seeds.ts';
import type { Dice, Milestone } from '../suite.ts';
import type { Seen, Town } from './client.ts';
import { KvTown } from './town.ts';

export const fiveNodes: Milestone<KeyValue> = {
  id: 'five-nodes',
  title: 'Five nodes serve their clients while two are down, stand still while three are, and go on afterwards',
  points: 5,
  rule: 'Functional as long as a majority of the servers is (§2, §8)',
  hint: 'While three are down nothing can be committed. What do those who wait get, then and later, and what may still be answered?',
  prove: (stage, dice) =>
    trySeeds<Town>(few(dice), (seed, simulate) => {
      const day = days[seed % days.length] as Day;
      const habits = { keys: ['x', 'y'], closing: day.closing, thinks: 60 };
      const town = new KvTown(stage, { seed, simulate, nodes: 5, clients: 3, network: calm, habits });
      return town.run(() => {
        day.act(town, new Random(seed, 'five nodes'));
        town.ends();
        logsAgree(town);
      });
    }),
};

interface Day {
  /** Clients begin nothing new from then on. */
  closing: number;
  act(town: KvTown, random: Random): void;
}

const calm: Network = { delay: { min: 1, max: 5 } };

/** One run for every twelve seeds, and each day at least once. */
const few = ({ seed, seeds }: Dice): Dice => ({ seed, seeds: Math.max(days.length, Math.ceil(seeds / 12)) });

const steady: Day = {
  closing: 1000,
  act(town) {
    town.passes(900);
    someSucceed(town, 0, 'all is well');
  },
};

const leaderDown: Day = {
  closing: 2000,
  act(town) {
    town.passes(700);
    const { me, currentTerm } = leaderOf(town);
    town.sim.crash(me);
    town.within(3000, () => (town.leader?.currentTerm ?? 0) > currentTerm);
    const before = successes(town);
    town.passes(800);
    someSucceed(town, before, `${me}, the leader, is down`);
    town.sim.restart(me);
    town.passes(500);
  },
};

/** Nothing is committed, and whoever is left stands for election, in vain, again and again. */
const majorityDown: Day = {
  closing: 3000,
  act(town, random) {
    town.passes(700);
    const down = someOf(town.nodes, 3, random);
    for (const node of down) town.sim.crash(node);
    // What is on its way may still arrive, and the followers that are left learn what is committed.
    town.passes(100);
    const since = town.sim.now;
    const committed = commitIndex(town);
    town.passes(1500);
    const decided = town.clients
      .flatMap(({ seen }) => seen)
      .filter((each) => each.since > since && needsMajority(each));
    insist(
      decided.length === 0,
      `three of five nodes are down, and ${decided.length} writes and consistent reads that were asked for since have been answered; wanted none, since no majority is there`,
    );
    insist(
      commitIndex(town) === committed,
      `three of five nodes are down, and the commitIndex has moved from ${committed} to ${commitIndex(town)}; wanted it to stand still`,
    );
    for (const node of down) town.sim.restart(node);
    const restarted = successes(town);
    town.passes(1500);
    someSucceed(town, restarted, 'all five are back');
  },
};

const days: readonly Day[] = [steady, leaderDown, majorityDown];

function leaderOf(town: KvTown) {
  town.within(3000, () => town.leader !== undefined);
  const { leader } = town;
  insist(
    leader !== undefined,
    'five healthy nodes have no leader after 3 s; wanted role and term to be left to the election',
  );
  return leader;
}

/** How many requests have been answered for which a leader is needed. */
const successes = (town: KvTown): number =>
  town.clients.flatMap(({ seen }) => seen).filter(({ ask }) => ask.kind !== 'get' || ask.mode !== 'stale').length;

/** The highest that anybody knows of. */
const commitIndex = (town: KvTown): number => Math.max(...town.states.map((state) => state.commitIndex));

/** What only a majority can decide. */
const needsMajority = ({ ask }: Seen): boolean => ask.kind !== 'get' || ask.mode === 'consistent';

function someSucceed(town: KvTown, before: number, when: string): void {
  const more = successes(town) - before;
  insist(
    more > 0,
    `${when}, three clients have been asking for a while, and no write nor leader’s read was answered; wanted the majority to serve them`,
  );
}

/** §5.3: five logs, term by term. */
function logsAgree(town: KvTown): void {
  const [first, ...others] = town.states;
  for (const { me, log, commitIndex } of others)
    for (let index = 1; index <= Math.min(commitIndex, first?.commitIndex ?? 0); index++)
      insist(
        termAt(log, index) === termAt(first?.log ?? [], index),
        `${first?.me} and ${me} have committed different entries at index ${index}; wanted one log`,
      );
}

function someOf(nodes: readonly Address[], count: number, random: Random): Address[] {
  const left = [...nodes];
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0] as Address);
}
