/** §5.3, Figure 2 "AppendEntries RPC", receiver 5: what a follower may hold to be committed, and apply. */
import type { Replication } from '@weekend/raft';
import type { Milestone } from '../suite.ts';
import { type Act, cluster, playAll } from './cast.ts';
import { logOf, partOf } from './entries.ts';
import { everyPair } from './follower-tables.ts';
import { WatchedFollower } from './watched-follower.ts';

export const followerCommits: Milestone<Replication> = {
  id: 'follower-commits',
  title: 'A follower commits what its leader has, as far as it knows their logs to agree',
  points: 10,
  rule: 'Figure 2, AppendEntries RPC, receiver 5: commitIndex (§5.3)',
  hint: 'Figure 2 gives the line almost as code. Why does it say "last new entry", and not "last entry of the log"? Think of a follower with a tail that nobody has checked. And which way may this number never go?',
  prove: (stage) =>
    playAll(
      stage,
      ['onAppendEntries'],
      [
        withTheEntries,
        withAHeartbeat,
        aTailThatNobodyChecked,
        behindItsLeader,
        neverBack,
        aLeaderThatKnowsLess,
        aTermThatIsOver,
        severalAtOnce,
        notByItself,
        ...everyPair('commit', (leader) => [1, leader.length]),
      ],
    ),
};

const three = cluster(3);
const from = { term: 5, leader: 'n2' };

const withTheEntries: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4 }), 'commit');
  const leader = logOf([1, 1, 5]);
  n1.hears(partOf(leader, { ...from, prev: 0, count: 2, commit: 0 }));
  n1.hears(partOf(leader, { ...from, prev: 2, commit: 2 }));
  n1.hears(partOf(leader, { ...from, prev: 3, commit: 3 }));
};

const withAHeartbeat: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 1, 3]) }), 'commit');
  n1.hears(partOf(logOf([1, 1, 3]), { ...from, prev: 3, commit: 3 }));
};

/** Entry 2 of its log is not the leader's entry 2, which is committed. */
const aTailThatNobodyChecked: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 2, 2]) }), 'commit');
  const leader = logOf([1, 4, 4, 5]);
  n1.hears(partOf(leader, { ...from, prev: 4, commit: 3 }));
  n1.hears(partOf(leader, { ...from, prev: 1, count: 0, commit: 3 }));
  n1.hears(partOf(leader, { ...from, prev: 1, count: 1, commit: 3 }));
  n1.hears(partOf(leader, { ...from, prev: 2, commit: 3 }));
};

const behindItsLeader: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1]) }), 'commit');
  n1.hears(partOf(logOf([1, 4, 4, 4, 5]), { ...from, prev: 1, count: 0, commit: 5 }));
  n1.hears(partOf(logOf([1, 4, 4, 4, 5]), { ...from, prev: 1, count: 2, commit: 5 }));
};

/** Messages overtake each other. */
const neverBack: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 1]) }), 'commit');
  const leader = logOf([1, 1, 5, 5]);
  const early = partOf(leader, { ...from, prev: 2, count: 1, commit: 1 });
  n1.hears(early);
  n1.hears(partOf(leader, { ...from, prev: 2, commit: 4 }));
  n1.hears(early);
  n1.hears(partOf(leader, { ...from, prev: 0, count: 1, commit: 4 }));
  n1.hears(partOf(leader, { ...from, prev: 4, commit: 0 }));
};

/** A new leader may know less of what is committed than its followers do. */
const aLeaderThatKnowsLess: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 1, 4]) }), 'commit');
  n1.hears(partOf(logOf([1, 1, 4]), { term: 4, leader: 'n3', prev: 3, commit: 3 }));
  n1.hears(partOf(logOf([1, 1, 4]), { ...from, prev: 3, commit: 1 }));
  n1.hears(partOf(logOf([1, 1, 4, 5]), { ...from, prev: 3, commit: 1 }));
};

const aTermThatIsOver: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 5, log: logOf([1, 1, 4]) }), 'commit');
  n1.hears(partOf(logOf([1, 1, 3]), { term: 3, leader: 'n3', prev: 2, count: 0, commit: 2 }));
  n1.hears(partOf(logOf([1, 1, 3]), { term: 4, leader: 'n3', prev: 2, count: 0, commit: 2 }));
};

const severalAtOnce: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1]) }), 'commit');
  n1.hears(partOf(logOf([1, 4, 4, 5, 5]), { ...from, prev: 1, commit: 4 }));
  n1.hears(partOf(logOf([1, 4, 4, 5, 5]), { ...from, prev: 5, commit: 5 }));
};

/** What has come is not committed before the leader says so: it may still be overwritten. */
const notByItself: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4 }), 'commit');
  const early = logOf([4, 4, 4]);
  n1.hears(partOf(early, { term: 4, leader: 'n3', prev: 0 }));
  n1.hears(partOf(logOf([4, 5]), { ...from, prev: 1 }));
  n1.hears(partOf(logOf([4, 5]), { ...from, prev: 2, commit: 2 }));
};
