/** §5.3, Leader Append-Only: a client's command goes to the end of the leader's log, and nowhere else. */
import { copy, difference } from '@weekend/protocol';
import type { Replication } from '@weekend/raft';
import { heartbeatRefused } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, cluster, type Node, playAll } from './cast.ts';
import { logOf, told } from './entries.ts';
import { answered, asking } from './ledger.ts';
import { WatchedLeader } from './watched-leader.ts';

export const leaderAppends: Milestone<Replication> = {
  id: 'leader-appends',
  title: 'A leader appends a client’s command to its log, and nobody else does',
  points: 5,
  rule: 'Figure 2, Rules for Leaders: a command from a client (§5.3)',
  hint: 'Which two things does an entry consist of, and where does each of them come from? And what of the log may a node that has just won an election throw away?',
  prove: (stage) =>
    playAll(
      stage,
      ['onElected', 'onCommand'],
      [
        ...[1, 2, 3, 5].map(appends),
        ...[[], [1], [1, 1, 3]].map(keepsAllItHas),
        asAFollower,
        asACandidate,
        asALeaderNoMore,
        sideBySide,
      ],
    ),
};

const three = cluster(3);

const appends =
  (size: number): Act =>
  (cast) => {
    const n1 = cast.leader(cluster(size), { term: 3, log: logOf([1, 1, 3]) });
    const leader = new WatchedLeader(n1, [], 'messages');
    for (const value of ['a', 'b', 'b', 'c']) leader.asks(value);
    n1.fires('heartbeat');
    insist(
      difference(n1.disk.log, n1.state.log, 'log') === undefined,
      `the log of n1, which leads, is ${told(n1.state.log)} and its disk says ${told(n1.disk.log ?? [])}; wanted what it has appended to be saved`,
    );
  };

/** Entries that are not known to be committed may be: only the leader that died knew. */
const keepsAllItHas =
  (terms: readonly number[]): Act =>
  (cast) => {
    const log = logOf(terms);
    const n1 = cast.leader(three, { term: 3, log });
    const kept = n1.state.log.slice(0, log.length);
    insist(
      difference(kept, log, 'log') === undefined,
      `n1 has won an election with the log ${told(log)}, and now its log is ${told(n1.state.log)}; wanted it to keep all its entries, since each of them may be committed`,
    );
  };

const asAFollower: Act = (cast) => refuses(cast.follower(three, { term: 3, log: logOf([1, 3]) }));

const asACandidate: Act = (cast) => refuses(cast.candidate(three, { term: 3, log: logOf([1, 3]) }));

const asALeaderNoMore: Act = (cast) => {
  const n1 = cast.leader(three, { term: 3, log: logOf([1, 3]) });
  new WatchedLeader(n1, [], 'messages').asks('a');
  n1.hears('n2', heartbeatRefused(n1.state.currentTerm + 1));
  refuses(n1);
};

/** Two leaders of two clusters in one process, as in a simulation. */
const sideBySide: Act = (cast) => {
  const one = new WatchedLeader(cast.leader(three, { term: 3 }), [], 'messages');
  const other = new WatchedLeader(cast.leader(['m1', 'm2', 'm3'], { term: 3 }), [], 'messages');
  one.asks('a');
  other.asks('b');
  one.asks('c');
};

function refuses(node: Node): void {
  const { me, state, disk } = node;
  const before = copy({ log: state.log, disk: disk.log });
  node.hears('c1', asking('x'));
  insist(
    answered(state) === null,
    `${me} is a ${state.role.kind}, a client asked it for a write, and onCommand has answered ${answered(state)}; wanted null: only a leader takes commands`,
  );
  insist(
    difference(before, { log: state.log, disk: disk.log }, 'log') === undefined,
    `${me} is a ${state.role.kind}, a client asked it for a write, and its log is ${told(state.log)} now; wanted it to stay ${told(before.log)}: only a leader appends commands`,
  );
}
