/** §8: a new leader has all that is committed, and does not yet know what that is. */
import type { KeyValue, ReadMode } from '@weekend/raft';
import type { Milestone } from '../suite.ts';
import { get, put } from './asks.ts';
import { playScenes, type Scene, scene } from './cluster.ts';
import { newlyElected } from './every-order.ts';

export const newLeaderReads: Milestone<KeyValue> = {
  id: 'new-leader-reads',
  title: 'A new leader answers no read before it knows, and has applied, what is committed',
  points: 5,
  rule: 'Read-only operations: a leader must know which entries are committed (§8)',
  hint: 'On its first day a leader’s commitIndex may be far behind what its predecessor has told its clients. What brings it forward, even if nobody ever writes again?',
  prove: (stage) =>
    playScenes(
      stage,
      ['onRequest', 'onElected', 'apply', 'onConfirmLeader', 'onConfirmLeaderReply', 'onConfirmTimeout'],
      modes.flatMap((mode) => [notBeforeItKnows(mode), thoughNobodyWrites(mode), leasesAreNotInherited(mode)]),
    ) ?? newlyElected(stage),
};

const modes: readonly ReadMode[] = ['consistent', 'default'];

/** n1 has committed x=new and told its client; n2 has the entry and no word of that. */
const notBeforeItKnows = (mode: ReadMode): Scene =>
  scene(3, (cluster) => {
    cluster.elects('n1');
    cluster.puts('n1', put('x', 'old'));
    cluster.passes(100);
    cluster.puts('n1', put('x', 'new'));
    cluster.crashes('n1');
    cluster.loses(() => true);
    cluster.elects('n2');
    cluster.loses(({ message }) => message.kind === 'AppendEntries');
    cluster.holds(({ message }) => message.kind === 'AppendEntriesReply');
    const asked = cluster.ask('n2', get('x', mode));
    cluster.passes(100);
    cluster.isFresh(asked, 'new');
    cluster.heals();
    cluster.within(500, () => asked.answers.length > 0);
    cluster.isFresh(asked, 'new');
    comesToKnow(cluster, 'n2', mode, 'new');
  });

/** A new leader may ask a client to come again; but not for ever. */
const thoughNobodyWrites = (mode: ReadMode): Scene =>
  scene(3, (cluster) => {
    cluster.elects('n1');
    cluster.puts('n1', put('x', 'new'));
    cluster.passes(100);
    cluster.crashes('n1');
    cluster.elects('n3');
    comesToKnow(cluster, 'n3', mode, 'new');
  });

/** n1 led before, and was confirmed then. It leads again, and another has written in between. */
const leasesAreNotInherited = (mode: ReadMode): Scene =>
  scene(3, (cluster) => {
    cluster.elects('n1');
    cluster.puts('n1', put('x', 'old'));
    cluster.reads(cluster.ask('n1', get('x', mode)), 'old');
    cluster.elects('n2');
    cluster.puts('n2', put('x', 'new'));
    cluster.passes(5);
    cluster.elects('n1');
    cluster.holds(({ message }) => message.kind === 'AppendEntriesReply');
    const asked = cluster.ask('n1', get('x', mode));
    cluster.passes(20);
    cluster.isFresh(asked, 'new');
    cluster.heals();
    comesToKnow(cluster, 'n1', mode, 'new');
  });

function comesToKnow(cluster: Parameters<Scene['act']>[0], node: string, mode: ReadMode, value: string): void {
  for (let attempt = 0; attempt < 10; attempt++) {
    const asked = cluster.ask(node, get('x', mode));
    const answer = cluster.answered(asked);
    cluster.isFresh(asked, value);
    if (answer.kind === 'read') return;
    cluster.passes(50);
  }
  cluster.reads(cluster.ask(node, get('x', mode)), value);
}
