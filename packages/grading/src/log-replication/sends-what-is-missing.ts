/** §5.3, Figure 2 "AppendEntries RPC", arguments: what a leader says to followers whose logs are like its own. */
import { heartbeatInterval, type Replication } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, type Cast, cluster, playAll } from './cast.ts';
import { logOf } from './entries.ts';
import { Peer } from './peers.ts';
import { WatchedLeader } from './watched-leader.ts';

export const sendsWhatIsMissing: Milestone<Replication> = {
  id: 'sends-what-is-missing',
  title: 'A leader sends its new entries, and says what stands before them',
  points: 10,
  rule: 'Figure 2, AppendEntries RPC, arguments, and nextIndex (§5.3)',
  hint: 'Take one follower. Which index comes next for it, and which one before that? Both numbers of "prev" are about one entry of your log; where does its term stand?',
  prove: (stage) =>
    playAll(
      stage,
      ['onElected', 'onCommand', 'sendEntries'],
      [
        ...[[], [1], [1, 1, 3]].map(everybodyHearsOfIt),
        ...[[], [1], [1, 1, 3]].map(oneEntry),
        severalInATurn,
        answersHoldUpNoHeartbeat,
        ...[10, 200, 600].map(largeAndSmall),
        amongOddNames,
        sideBySide,
      ],
    ),
};

/** Its election's first messages carry nothing new, and still have to fit. */
const everybodyHearsOfIt =
  (terms: readonly number[]): Act =>
  (cast) => {
    const leader = among(cast, cluster(4), terms);
    for (const peer of leader.node.peers) hearsSomething(leader, peer, 'it has just been elected');
    leader.talk();
    leader.heartbeat();
    for (const peer of leader.node.peers) hearsSomething(leader, peer, 'its heartbeat timer fired');
  };

const oneEntry =
  (terms: readonly number[]): Act =>
  (cast) => {
    const leader = among(cast, cluster(3), terms);
    leader.talk();
    leader.asks('a');
    arrives(leader);
  };

const severalInATurn: Act = (cast) => {
  const leader = among(cast, cluster(3), [1, 3]);
  leader.talk();
  for (const value of ['a', 'b', 'c']) leader.asks(value);
  arrives(leader);
};

/** §5.2: whoever hears nothing for a while stands, and one who answers again and again must not be why. */
const answersHoldUpNoHeartbeat: Act = (cast) => {
  const leader = among(cast, cluster(3), [1, 3]);
  const { node } = leader;
  leader.talk();
  leader.round();
  const { currentTerm: term } = node.state;
  let beats = 0;
  for (let answers = 0; answers < 100; answers++) {
    node.now += heartbeatInterval / 10;
    leader.reply('n2', { kind: 'AppendEntriesReply', term, success: true, matchIndex: 2 });
    while ((node.timers.get('heartbeat') ?? Number.POSITIVE_INFINITY) <= node.now && beats < 100) {
      leader.heartbeat();
      beats += 1;
    }
  }
  insist(
    beats >= 5,
    `${node.me} leads, n2 has answered again and again for 10 heartbeat intervals, and ${node.me} has sent ${beats} heartbeats; wanted answers to hold up none`,
  );
};

/** However large an entry is, what comes after it waits for it. */
const largeAndSmall =
  (kilobytes: number): Act =>
  (cast) => {
    const leader = among(cast, cluster(2), [1]);
    leader.talk();
    leader.asks('small');
    leader.asks('large'.repeat(200 * kilobytes));
    leader.asks('small');
    arrives(leader);
  };

const amongOddNames: Act = (cast) => {
  const leader = among(cast, ['0', '10', '2', '1'], [1, 3]);
  leader.talk();
  leader.asks('a');
  arrives(leader);
};

/** Two leaders of two clusters in one process: what one knows of its followers is nothing to the other. */
const sideBySide: Act = (cast) => {
  const one = among(cast, ['n1', 'n2', 'n3'], [1, 1, 1]);
  const other = among(cast, ['n3', 'n1', 'n2'], []);
  for (const leader of [one, other]) leader.talk();
  one.asks('a');
  other.asks('b');
  for (const leader of [one, other]) arrives(leader);
};

/** A leader among followers whose logs are as its own was before it was elected. */
function among(cast: Cast, names: readonly string[], terms: readonly number[]): WatchedLeader {
  const log = logOf(terms);
  const node = cast.leader(names, { term: 3, log });
  return new WatchedLeader(
    node,
    node.peers.map((peer) => new Peer(peer, log)),
    'messages',
  );
}

function hearsSomething({ node, letters }: WatchedLeader, peer: string, why: string): void {
  insist(
    letters.some(({ to }) => to === peer),
    `${node.me} leads, ${why}, and it has sent ${peer} no AppendEntries; wanted one, if only to let itself be heard`,
  );
}

/** Even from one that sends a single entry at a time. */
const arrives = (leader: WatchedLeader): void => leader.bringsUpToDate(leader.node.peers);
