/** Stage 05: the key-value store (§8). One milestone a file, in the order in which one writes the code. */
import type { KeyValue } from '@weekend/raft';
import type { Suite } from '../suite.ts';
import { answeredWhenApplied } from './answered-when-applied.ts';
import { compareAndSet } from './compare-and-set.ts';
import { confirmedReads } from './confirmed-reads.ts';
import { defaultReads } from './default-reads.ts';
import { fiveNodes } from './five-nodes.ts';
import { histories } from './histories.ts';
import { indexes } from './indexes.ts';
import { leadershipLost } from './leadership-lost.ts';
import { lists } from './lists.ts';
import { newLeaderReads } from './new-leader-reads.ts';
import { onceAndForAll } from './once-and-for-all.ts';
import { oneMachine } from './one-machine.ts';
import { staleReadStory } from './stale-read-story.ts';
import { staleReads } from './stale-reads.ts';

export const kvStore: Suite<KeyValue> = {
  stage: 'kv-store',
  handlers: [
    'onRequest',
    'onElected',
    'onDeposed',
    'apply',
    'onConfirmLeader',
    'onConfirmLeaderReply',
    'onConfirmTimeout',
  ],
  milestones: [
    indexes,
    lists,
    compareAndSet,
    answeredWhenApplied,
    onceAndForAll,
    oneMachine,
    leadershipLost,
    staleReads,
    confirmedReads,
    newLeaderReads,
    defaultReads,
    staleReadStory,
    histories,
    fiveNodes,
  ],
};
