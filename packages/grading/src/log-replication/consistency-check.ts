/** §5.3, Figure 2 "AppendEntries RPC", receiver 1 and 2: a follower says yes only where its log agrees with the leader's. */
import type { Replication } from '@weekend/raft';
import type { Milestone } from '../suite.ts';
import { type Act, cluster, playAll } from './cast.ts';
import { logOf, partOf } from './entries.ts';
import { everyPair } from './follower-tables.ts';
import { WatchedFollower } from './watched-follower.ts';

export const consistencyCheck: Milestone<Replication> = {
  id: 'consistency-check',
  title: 'A follower says yes only where its log agrees with the leader’s',
  points: 15,
  rule: 'Figure 2, AppendEntries RPC, receiver 1 and 2: the consistency check (§5.3)',
  hint: 'Two numbers describe the entry before the new ones. Your log may lack that entry, or hold another one there. Does any of it depend on how many entries come after?',
  prove: (stage) =>
    playAll(
      stage,
      ['onAppendEntries'],
      [
        fromTheBeginning,
        aGap,
        anotherTerm,
        aNewerTermOfItsOwn,
        aHeartbeat,
        ...[2, 3, 4].map(aTermThatIsOver),
        ...everyPair('answers'),
      ],
    ),
};

const three = cluster(3);
const from = { term: 5, leader: 'n2' };

const fromTheBeginning: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4 }), 'answers');
  n1.hears(partOf([], { ...from, prev: 0 }));
  n1.hears(partOf(logOf([5, 5]), { ...from, prev: 0 }));
};

const aGap: Act = (cast) => {
  const leader = logOf([1, 1, 1, 5, 5]);
  const empty = new WatchedFollower(cast.follower(three, { term: 4 }), 'answers');
  for (const prev of [5, 4, 3, 2, 1]) empty.hears(partOf(leader, { ...from, prev }));
  const behind = new WatchedFollower(cast.follower(['n4', 'n2', 'n3'], { term: 4, log: logOf([1, 1]) }), 'answers');
  for (const prev of [5, 4, 3]) behind.hears(partOf(leader, { ...from, prev, count: 0 }));
  behind.hears(partOf(leader, { ...from, prev: 2, count: 0 }));
};

const anotherTerm: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 2]) }), 'answers');
  n1.hears(partOf(logOf([1, 4, 5]), { ...from, prev: 2 }));
};

/** It led term 3 by itself. The entry is newer than the leader's, and still not the leader's. */
const aNewerTermOfItsOwn: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([3, 3]) }), 'answers');
  n1.hears(partOf(logOf([2, 5]), { ...from, prev: 1 }));
  n1.hears(partOf(logOf([2, 2]), { ...from, prev: 2 }));
};

/** It carries no entries, and says as much about the two logs. */
const aHeartbeat: Act = (cast) => {
  const leader = logOf([1, 4]);
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 2, 2]) }), 'answers');
  n1.hears(partOf(leader, { ...from, prev: 2 }));
  n1.hears(partOf(leader, { ...from, prev: 1, count: 0 }));
  n1.hears(partOf(leader, { ...from, prev: 2 }));
};

/** Held back by the network: it would fit, and its leader was deposed long ago. */
const aTermThatIsOver =
  (size: number): Act =>
  (cast) => {
    const n1 = new WatchedFollower(cast.follower(cluster(size), { term: 4, log: logOf([1, 3]) }), 'answers');
    const deposed = `n${size}`;
    n1.hears(partOf(logOf([1, 3]), { ...from, prev: 2 }));
    n1.hears(partOf(logOf([1, 3, 3]), { term: 3, leader: deposed, prev: 2 }));
    n1.hears(partOf(logOf([1, 3]), { term: 3, leader: deposed, prev: 2 }));
    n1.hears(partOf(logOf([1, 2]), { term: 2, leader: deposed, prev: 1 }));
  };
