/** Last writer wins: of two versions every replica picks the same one, whichever came first. */
import type { Consistency, Eventual, Version } from '@weekend/consistency';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { asking, refutation } from './asking.ts';
import { eventual } from './kinds.ts';
import { emptyIsAValue, playScenes, type Scene, written } from './scenes.ts';

export const newestVersion: Milestone<Consistency> = {
  id: 'newest-version',
  title: 'Of two versions, everybody picks the same',
  points: 7,
  rule: 'Last writer wins is a total order: by time, then by writer',
  hint: 'Two replicas wrote in the same millisecond. Each already holds its own version when the other one arrives. Do both end with the same?',
  prove: (stage) =>
    refutation(() => {
      laterWins(stage);
      orderDoesNotMatter(stage);
    }) ?? playScenes(stage, eventual, ['newest', 'onEventualGet', 'onEventualPut'], [readsWhatIsThere, twoPutsAtOnce]),
};

const versions: readonly Version[] = [0, 5, 9, 10].flatMap((time) =>
  ['n1', 'n10', 'n2', 'n9'].map((writer) => ({
    value: time === 5 && writer === 'n2' ? null : `${writer} at ${time}`,
    time,
    writer,
  })),
);

function newestOf(stage: Consistency, a: Version, b: Version): Version {
  const given = { a, b };
  const answer = asking('newest', given, (own) => written(stage, ['newest']).newest(own.a, own.b));
  const isOneOfThem = answer?.value === a.value || answer?.value === b.value;
  insist(isOneOfThem, `newest(${told(a)}, ${told(b)}) is ${JSON.stringify(answer)}; wanted one of the two`);
  return answer;
}

function laterWins(stage: Consistency): void {
  for (const a of versions)
    for (const b of versions) {
      if (a.time <= b.time) continue;
      for (const [first, second] of [
        [a, b],
        [b, a],
      ] as const) {
        const { value } = newestOf(stage, first, second);
        insist(
          value === a.value,
          `newest(${told(first)}, ${told(second)}) is the older one; wanted the one with the higher time`,
        );
      }
    }
}

function orderDoesNotMatter(stage: Consistency): void {
  for (const a of versions)
    for (const b of versions) {
      const [one, other] = [newestOf(stage, a, b), newestOf(stage, b, a)];
      insist(
        one.value === other.value,
        `newest(${told(a)}, ${told(b)}) is ${told(one)}, and the other way round it is ${told(other)}; wanted the same, since replicas hear of the two in different orders`,
      );
    }
  for (const a of versions.slice(0, 4))
    for (const b of versions.slice(0, 4))
      for (const c of versions.slice(0, 4)) {
        const one = newestOf(stage, newestOf(stage, a, b), c);
        const other = newestOf(stage, a, newestOf(stage, b, c));
        insist(
          one.value === other.value,
          `of ${told(a)}, ${told(b)} and ${told(c)} it depends on which two come first whether ${told(one)} or ${told(other)} wins; wanted one order of all versions`,
        );
      }
}

const told = ({ time, writer }: Version): string => `${writer}'s of time ${time}`;

const readsWhatIsThere: Scene<Eventual> = {
  nodes: ['n1'],
  act(cluster) {
    cluster.reads('n1', 'x', null, 'nobody has written it');
    cluster.answered(cluster.put('n1', 'x', 'a'), 'a replica takes a write at once');
    cluster.reads('n1', 'x', 'a', 'it was written here');
    cluster.reads('n1', 'y', null, 'each key is a register of its own');
    cluster.put('n1', 'x', '');
    cluster.reads('n1', 'x', '', emptyIsAValue);
    cluster.answered(cluster.put('n1', 'x', null), 'to put null is to delete');
    cluster.reads('n1', 'x', null, 'it was deleted');
    cluster.put('n1', 'x', 'b');
    cluster.reads('n1', 'x', 'b', 'it was written here');
  },
};

/** Within one millisecond of the replica's clock. */
const twoPutsAtOnce: Scene<Eventual> = {
  nodes: ['n1'],
  act(cluster) {
    for (const value of ['a', 'b', 'c', 'a']) {
      cluster.put('n1', 'x', value);
      cluster.reads('n1', 'x', value, 'it is the last that was written here');
    }
  },
};
