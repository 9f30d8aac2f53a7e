/** §5.3, Figure 2 "AppendEntries RPC", receiver 3 and 4: what differs makes room, what is there already stays. */
import type { Entry, Replication } from '@weekend/raft';
import type { Milestone } from '../suite.ts';
import { type Act, cluster, playAll } from './cast.ts';
import { logOf, partOf } from './entries.ts';
import { everyPair } from './follower-tables.ts';
import { WatchedFollower } from './watched-follower.ts';

export const appendsWhatIsNew: Milestone<Replication> = {
  id: 'appends-what-is-new',
  title: 'A follower makes its log the leader’s, and deletes only what conflicts',
  points: 15,
  rule: 'Figure 2, AppendEntries RPC, receiver 3 and 4 (§5.3)',
  hint: 'Lay the new entries beside your log, one under the other. An old message may come late and say less than you know: what must it not do? And what does a yes promise, even after a crash?',
  prove: (stage) =>
    playAll(
      stage,
      ['onAppendEntries'],
      [
        oneByOne,
        anOldMessageComesLate,
        theSameAgain,
        aHeartbeatFromFurtherBack,
        aConflictInTheMiddle,
        aConflictOfTheSameWords,
        aShorterLogThatIsNewer,
        aLongTailOfItsOwn,
        whatItSaidOutlivesIt,
        amongOddNames,
        ...everyPair('log'),
      ],
    ),
};

const three = cluster(3);
const from = { term: 5, leader: 'n2' };

const oneByOne: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4 }), 'log');
  const leader = logOf([1, 1, 3, 5, 5]);
  for (const prev of [0, 1, 2, 3, 4]) n1.hears(partOf(leader, { ...from, prev, count: 1 }));
  n1.hears(partOf(leader, { ...from, prev: 5 }));
};

/** The leader has committed entry 2 by then. Whoever lets go of it here may elect a leader without it. */
const anOldMessageComesLate: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1]) }), 'log');
  const leader = logOf([1, 5, 5, 5]);
  const early = partOf(leader, { ...from, prev: 1, count: 1 });
  n1.hears(early);
  n1.hears(partOf(leader, { ...from, prev: 1, count: 3 }));
  n1.hears(early);
  n1.hears(partOf(leader, { ...from, prev: 2, count: 1 }));
};

const theSameAgain: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 3]) }), 'log');
  const message = partOf(logOf([1, 5, 5]), { ...from, prev: 1 });
  for (let copies = 0; copies < 3; copies++) n1.hears(message);
};

const aHeartbeatFromFurtherBack: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 1, 3, 3]) }), 'log');
  const leader = logOf([1, 1, 3, 3, 5]);
  for (const prev of [4, 2, 0]) n1.hears(partOf(leader, { ...from, prev, count: 0 }));
};

/** The first new entry is there, the second is another one, and what follows it has to go. */
const aConflictInTheMiddle: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 1, 2, 2, 2]) }), 'log');
  n1.hears(partOf(logOf([1, 1, 4, 5]), { ...from, prev: 0 }));
};

/** The client asked both leaders. What makes an entry this one is where it stands and its term, not what it says. */
const aConflictOfTheSameWords: Act = (cast) => {
  const [first, second] = logOf([1, 2]) as [Entry, Entry];
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: [first, second] }), 'log');
  n1.hears(partOf([first, { ...second, term: 5 }], { ...from, prev: 1 }));
};

/** How long a log is says nothing about who is right. */
const aShorterLogThatIsNewer: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 2, 2, 2, 2]) }), 'log');
  n1.hears(partOf(logOf([1, 5]), { ...from, prev: 1 }));
};

/** Of entries that nobody has asked about, a yes says nothing. */
const aLongTailOfItsOwn: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 1, 2, 2, 2]) }), 'log');
  const leader = logOf([1, 1, 5]);
  n1.hears(partOf(leader, { ...from, prev: 1, count: 0 }));
  n1.hears(partOf(leader, { ...from, prev: 1, count: 1 }));
  n1.hears(partOf(leader, { ...from, prev: 2, count: 1 }));
};

const whatItSaidOutlivesIt: Act = (cast) => {
  const n1 = new WatchedFollower(cast.follower(three, { term: 4, log: logOf([1, 2, 2]) }), 'log');
  const leader = logOf([1, 5, 5, 5]);
  n1.hears(partOf(leader, { ...from, prev: 1, count: 2 }));
  n1.crashes();
  n1.hears(partOf(leader, { ...from, prev: 3 }));
  n1.crashes();
  n1.hears(partOf(leader, { ...from, prev: 4 }));
};

const amongOddNames: Act = (cast) => {
  const zero = new WatchedFollower(cast.follower(['0', '10', '2', '1'], { term: 4, log: logOf([1, 2]) }), 'log');
  zero.hears(partOf(logOf([1, 5]), { term: 5, leader: '10', prev: 1 }));
  zero.hears(partOf(logOf([1, 5, 6]), { term: 6, leader: '2', prev: 1 }));
};
