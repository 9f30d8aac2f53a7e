/** Linearizability by primary and backup: what was acknowledged, or seen, is never lost. */
import { linearizable } from '@weekend/checkers';
import type { Consistency, PrimaryBackup, View } from '@weekend/consistency';
import type { Random } from '@weekend/simulator';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Asked, type Cluster, client, type Which } from './cluster.ts';
import { allAnswered, holds, model } from './judged.ts';
import { primary } from './kinds.ts';
import { primaryDies } from './primary-dies.ts';
import { emptyIsAValue, type Handler, playScenes, type Scene, two, walkSeeds } from './scenes.ts';
import { walk } from './walk.ts';

const needed: readonly Handler[] = ['onPrimaryGet', 'onPrimaryPut', 'onReplicate', 'onReplicated', 'onView'];

export const throughThePrimary: Milestone<Consistency> = {
  id: 'through-the-primary',
  title: 'All through a primary: linearizable, also when it dies',
  points: 12,
  rule: 'Linearizability: a write that is acknowledged, or that anybody has read, survives the primary',
  hint: 'Let the primary die right after each thing that it did. What has a client seen by then that the backup does not know?',
  prove: (stage, dice) =>
    playScenes(stage, primary, needed, [
      aloneThere,
      oneWrite,
      ackAfterTheBackup,
      survives,
      notSeenBeforeTheBackup,
      overtakenOnTheWay,
      repeatedOnTheWay,
      confirmedTwice,
      backupServesNobody,
      backupDies,
      newPrimaryServes,
      lateMessagesOfTheDead,
      olderView,
    ]) ??
    primaryDies(stage, needed) ??
    walkSeeds(
      stage,
      primary,
      needed,
      dice,
      () => ({ nodes: two }),
      (cluster, random) => {
        const dies = random.pick([undefined, 'n1', 'n1', 'n2']);
        walk(cluster, random, { steps: 30, clients: 3, keys, moves: true });
        if (dies) {
          replaces(cluster, dies, random);
          walk(cluster, random, { steps: 15, clients: 3, keys, moves: true, names: 'd' });
        }
        cluster.flows();
        allAnswered(cluster);
        const alive = cluster.sim.nodes.filter((node) => cluster.sim.isUp(node));
        for (const key of keys) for (const node of alive) cluster.get(node, key);
        holds(linearizable(cluster.history(), model), throughThePrimary.rule);
      },
    ),
};

const keys = ['x', 'y'];

const view = (number: number, serving: string, backup: string | null): View => ({
  kind: 'View',
  number,
  primary: serving,
  backup,
});

/** One dies; some of what it has sent arrives before the operator has noticed, some after, some never. */
function replaces(cluster: Cluster<PrimaryBackup>, dead: string, random: Random): void {
  const alive = dead === 'n1' ? 'n2' : 'n1';
  cluster.sim.crash(dead);
  for (const asked of cluster.asked) if (asked.node === dead && !asked.answer) cluster.givesUp(asked);
  for (const packet of cluster.onTheirWay) {
    const chance = random.below(3);
    if (chance === 0) cluster.deliver(packet);
    if (chance === 1) cluster.sim.drop(packet);
  }
  cluster.says(alive, view(2, alive, null));
}

const aloneThere: Scene<PrimaryBackup> = {
  nodes: ['n1'],
  act(cluster) {
    cluster.answered(cluster.put('n1', 'x', 'a'), 'there is no backup to wait for');
    cluster.reads('n1', 'x', 'a', 'it is acknowledged');
  },
};

const oneWrite: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    cluster.reads('n1', 'x', null, 'nobody has written it');
    for (const value of ['a', 'b']) {
      const put = cluster.put('n1', 'x', value);
      cluster.flows();
      cluster.answered(put, 'every message has arrived');
      cluster.reads('n1', 'x', value, 'it is acknowledged');
    }
    cluster.reads('n1', 'y', null, 'nobody has written it');
    cluster.put('n1', 'y', '');
    cluster.flows();
    cluster.reads('n1', 'y', '', emptyIsAValue);
    cluster.put('n1', 'x', null);
    cluster.flows();
    cluster.reads('n1', 'x', null, 'it was deleted');
    cluster.sim.crash('n1');
    cluster.says('n2', view(5, 'n2', null));
    cluster.reads('n2', 'x', null, 'it was deleted');
    cluster.put('n2', 'y', null);
    cluster.reads('n2', 'y', null, 'it was deleted');
  },
};

/** C15. */
const ackAfterTheBackup: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    const put = cluster.put('n1', 'x', 'a');
    cluster.unanswered(put, 'the backup has not got it, and n1 may die');
    cluster.flows();
    cluster.answered(put, 'every message has arrived');
  },
};

const survives: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    const puts = [cluster.put('n1', 'x', 'a'), cluster.put('n1', 'y', 'b')];
    cluster.flows();
    for (const put of puts) cluster.answered(put, 'every message has arrived');
    cluster.sim.crash('n1');
    cluster.says('n2', view(2, 'n2', null));
    cluster.reads('n2', 'x', 'a', 'it was acknowledged, and n2 is the primary now');
    cluster.reads('n2', 'y', 'b', 'it was acknowledged, and n2 is the primary now');
  },
};

/** A dirty read: somebody has seen what then is lost. */
const notSeenBeforeTheBackup: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    const put = cluster.put('n1', 'x', 'a');
    const early = cluster.get('n1', 'x');
    cluster.loses();
    cluster.sim.crash('n1');
    cluster.givesUp(put);
    cluster.says('n2', view(2, 'n2', null));
    cluster.reads('n2', 'x', null, 'n2 has never heard of it');
    insist(
      early.answer?.kind !== 'answered' || early.answer.value === null,
      'n1 has shown a write that its backup did not have, n1 died, and the write is gone; wanted it shown only when the backup has it',
    );
  },
};

const overtakenOnTheWay: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    const isNotFirst: Which<PrimaryBackup> = ({ message }) => message.kind !== 'Replicate' || message.value !== 'a';
    const values = ['a', ...Array.from({ length: 40 }, (_, i) => `v${i}`), 'c'];
    const puts = values.map((value) => cluster.put('n1', 'x', value));
    for (const packet of [...cluster.onTheirWay].reverse()) if (isNotFirst(packet)) cluster.deliver(packet);
    cluster.flows(isNotFirst);
    for (const put of puts) cluster.unanswered(put, 'the backup lacks the first of these writes');
    cluster.flows();
    for (const put of puts) cluster.answered(put, 'every message has arrived');
    cluster.reads('n1', 'x', 'c', 'it was written last');
    cluster.sim.crash('n1');
    cluster.says('n2', view(2, 'n2', null));
    cluster.reads('n2', 'x', 'c', 'it was written last');
  },
};

const repeatedOnTheWay: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    const first = cluster.sentIn(() => cluster.put('n1', 'x', 'a'));
    const copies = cluster.copies(first);
    cluster.flows((packet) => !copies.includes(packet));
    const put = cluster.put('n1', 'x', 'b');
    cluster.unanswered(put, 'only the write before it has been confirmed');
    cluster.flows((packet) => !copies.includes(packet));
    cluster.flows();
    cluster.sim.crash('n1');
    cluster.says('n2', view(2, 'n2', null));
    cluster.reads('n2', 'x', 'b', 'what came last is a copy of an older message');
  },
};

/** A confirmation that comes twice says nothing about what was written since. */
const confirmedTwice: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.flows(({ to }) => to === 'n2');
    const copies = cluster.copies(cluster.onTheirWay);
    cluster.flows((packet) => !copies.includes(packet));
    const second = cluster.put('n1', 'x', 'b');
    cluster.flows(({ to }) => to !== 'n2');
    cluster.unanswered(second, 'the confirmation that came is a copy of an older one');
    cluster.flows();
    cluster.answered(second, 'every message has arrived');
    cluster.reads('n1', 'x', 'b', 'it is acknowledged');
  },
};

const backupServesNobody: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    const put = cluster.put('n2', 'x', 'a');
    const get = cluster.get('n2', 'x');
    cluster.flows();
    for (const asked of [put, get])
      insist(
        asked.answer?.kind === 'refused',
        'a client has asked n2, the backup, and was not refused; wanted it to be, at once',
      );
    cluster.reads('n1', 'x', null, 'what is refused is not done');
  },
};

const backupDies: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    const waiting: Asked[] = ['a', 'b'].map((value) => cluster.put('n1', 'x', value));
    cluster.loses();
    cluster.sim.crash('n2');
    cluster.says('n1', view(2, 'n1', null));
    for (const put of waiting) cluster.answered(put, 'n1 is alone now, and has nobody to wait for');
    cluster.reads('n1', 'x', 'b', 'it is acknowledged');
    cluster.answered(cluster.put('n1', 'x', 'c'), 'n1 is alone now, and has nobody to wait for');
    cluster.reads('n1', 'x', 'c', 'it is acknowledged');
  },
};

const newPrimaryServes: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.flows();
    cluster.sim.crash('n1');
    cluster.says('n2', view(2, 'n2', null));
    cluster.answered(cluster.put('n2', 'x', 'b'), 'n2 is the primary now, and alone');
    cluster.reads('n2', 'x', 'b', 'it is acknowledged', client('c9'));
  },
};

/** What the dead primary had sent arrives only now. */
const lateMessagesOfTheDead: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    const lost = cluster.put('n1', 'x', 'a');
    cluster.sim.crash('n1');
    cluster.givesUp(lost);
    cluster.says('n2', view(2, 'n2', null));
    cluster.reads('n2', 'x', null, 'n2 has not heard of it');
    cluster.answered(cluster.put('n2', 'x', 'b'), 'n2 is the primary now, and alone');
    cluster.flows();
    cluster.reads('n2', 'x', 'b', 'it is acknowledged; what came since is of an older view');
  },
};

const olderView: Scene<PrimaryBackup> = {
  nodes: two,
  act(cluster) {
    cluster.put('n1', 'x', 'a');
    cluster.flows();
    cluster.sim.crash('n1');
    cluster.says('n2', view(2, 'n2', null));
    cluster.says('n2', view(1, 'n1', 'n2'));
    cluster.reads('n2', 'x', 'a', 'view 1 is older than view 2, in which n2 is the primary');
  },
};
