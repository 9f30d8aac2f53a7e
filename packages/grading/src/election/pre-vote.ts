/** Dissertation §9.6: who was cut off asks whether it could win, before it disturbs a leader. Only for those who wrote it. */
import { copy, difference } from '@weekend/protocol';
import { type Election, heartbeatInterval, type Raft } from '@weekend/raft';
import { emptyLog, heartbeat, type LogEnd, ofKind, preVote, preVoteReply, requestVote } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Simulate } from '../run.ts';
import { trySeeds } from '../seeds.ts';
import type { Milestone } from '../suite.ts';
import { isNotWritten, StageThrew } from '../thrown.ts';
import { type Act, isLeader, type Node, playAll, standing, stands } from './cast.ts';
import { Cluster } from './cluster.ts';
import { keepsWaitingOn } from './election-timer.ts';
import { handlers, names } from './node.ts';
import { grants, refuses } from './polling.ts';
import { timeout } from './waiting.ts';

export const preVoteFirst: Milestone<Election> = {
  id: 'pre-vote',
  title: 'Optional: asks whether it could win before it stands',
  points: 0,
  rule: 'PreVote (dissertation §9.6)',
  hint: 'A PreVote is a question about the future. Which state of Figure 2 does an answer to it change, in the one who asks and in the one who answers? And who knows that no election is needed?',
  prove(stage, dice) {
    if (!stage.onPreVote || !stage.onPreVoteReply) return provedByOthers(stage);
    return (
      playAll(stage, [...handlers, 'onPreVote', 'onPreVoteReply'], scenes) ??
      trySeeds({ ...dice, seeds: Math.ceil(dice.seeds / 10) }, partlyCutOff(stage))
    );
  },
};

/** Nothing is asked of a stage without PreVote, except that it is written. */
function provedByOthers(stage: Election): undefined {
  try {
    playAll(stage, ['onElectionTimeout'], [(cast) => stands(cast.follower(three))]);
  } catch (error) {
    if (error instanceof StageThrew && isNotWritten(error.cause)) throw error;
  }
}

const three = names(3);
const five = names(5);

const askingChangesNothing: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4, votedFor: 'n2', log: [1, 3] });
  changesNothing(n1, 'has asked for PreVotes', () => n1.fires('election'));
  for (const peer of n1.peers) {
    const asked = ofKind('PreVote', n1.sent).find(({ to }) => to === peer)?.message;
    insist(
      asked !== undefined,
      `the election timer of n1 fired and n1 has not asked ${peer} for a PreVote; wanted it to`,
    );
    const { term, candidateId, lastLogIndex, lastLogTerm } = asked;
    insist(
      term === 4 && candidateId === 'n1' && lastLogIndex === 2 && lastLogTerm === 3,
      `n1, in term 4, with 2 entries up to term 3, asks as ${candidateId} in term ${term} with ${lastLogIndex} entries up to term ${lastLogTerm}; wanted what is`,
    );
  }
};

const aMajorityWouldVote: Act = (cast) => {
  const n1 = cast.follower(five, { term: 4 });
  n1.fires('election');
  for (const [peer, yes] of [
    ['n2', true],
    ['n2', true],
    ['n3', false],
  ] as const)
    n1.hears(peer, preVoteReply(4, yes));
  n1.hears('n4', preVoteReply(3, true));
  insist(
    asksStill(n1, 4),
    `n1 has heard one yes and one no in a cluster of 5 and is ${standing(n1.state)}; wanted it to ask on in term 4, and not to stand yet`,
  );
  n1.hears('n4', preVoteReply(4, true));
  const { currentTerm } = n1.state;
  insist(
    currentTerm > 4 && ofKind('RequestVote', n1.sent).length === 4,
    `n1 has heard yes from 2 of 4 others and is ${standing(n1.state)}; wanted it to stand in the next term and ask all for a vote: with its own they are a majority`,
  );
};

const aloneItNeedsNobody: Act = (cast) => {
  const n1 = cast.follower(['n1']);
  stands(n1);
  insist(isLeader(n1), `n1 is alone in its cluster and is ${standing(n1.state)}; wanted a leader`);
};

const answeringChangesNothing: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4, votedFor: 'n2', log: [1, 3] });
  const end: LogEnd = { lastLogIndex: 2, lastLogTerm: 3 };
  for (const asker of ['n3', 'n2', 'n3']) {
    changesNothing(n1, `has answered a PreVote of ${asker}`, () => n1.hears(asker, preVote(4, asker, end)));
    wouldVote(n1, asker, true, 'its log is up-to-date, the term it asks about is the next, and n1 hears no leader');
  }
  n1.hears('n3', preVote(4, 'n3', emptyLog));
  wouldVote(n1, 'n3', false, 'the log of n1 is more up-to-date');
  grants(n1, requestVote(5, 'n2', end));
  refuses(n1, requestVote(5, 'n3', end));
};

const notWhileALeaderIsHeard: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4 });
  n1.hears('n2', heartbeat(4, 'n2'));
  n1.hears('n3', preVote(4, 'n3'));
  wouldVote(n1, 'n3', false, 'n1 heard its leader a moment ago');
  n1.now += timeout(n1) - 1;
  n1.fires('election');
  n1.hears('n3', preVote(n1.state.currentTerm, 'n3'));
  wouldVote(n1, 'n3', true, 'n1 has not heard its leader for a whole timeout');
};

/** The answers come when the question has answered itself. */
const aLeaderComesFirst: Act = (cast) => {
  const n1 = cast.follower(five, { term: 4 });
  n1.fires('election');
  n1.hears('n2', heartbeat(4, 'n2'));
  for (const peer of ['n3', 'n4', 'n5']) n1.hears(peer, preVoteReply(4, true));
  insist(
    asksStill(n1, 4),
    `n1 asked for PreVotes, heard its leader, and then the answers, and is ${standing(n1.state)}; wanted it to follow: there is a leader`,
  );
};

/** Who is never elected must not keep others from standing. */
const askedAgainAndAgain: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4 });
  keepsWaitingOn(n1, 'been asked for its PreVote again and again', () => n1.hears('n3', preVote(4, 'n3')));
};

const theLeaderWouldNot: Act = (cast) => {
  const n1 = cast.leader(three, { term: 4 });
  const { currentTerm } = n1.state;
  n1.hears('n3', preVote(currentTerm, 'n3'));
  wouldVote(n1, 'n3', false, 'it leads itself');
  insist(
    isLeader(n1) && n1.state.currentTerm === currentTerm,
    `n1 led term ${currentTerm}, was asked for a PreVote, and is ${standing(n1.state)}; wanted it to lead on`,
  );
};

const scenes = [
  askingChangesNothing,
  aMajorityWouldVote,
  aloneItNeedsNobody,
  answeringChangesNothing,
  notWhileALeaderIsHeard,
  aLeaderComesFirst,
  askedAgainAndAgain,
  theLeaderWouldNot,
];

/** One node cannot hear the leader, another hears both; or it hears nobody. Neither ends the leader's term. */
const partlyCutOff = (stage: Election) => (seed: number, simulate: Simulate<Raft>) => {
  const cluster = new Cluster(stage, { seed, simulate, nodes: three });
  return cluster.run(() => {
    const { me: leader, currentTerm } = cluster.settles();
    const [away] = three.filter((node) => node !== leader) as [string];
    cluster.passes(2 * heartbeatInterval);
    if (seed % 2 === 0) cluster.sim.partition([[away]]);
    else {
      cluster.sim.cut(leader, away);
      cluster.sim.cut(away, leader);
    }
    cluster.passesTimeouts(20);
    cluster.sim.heal();
    const now = cluster.settles();
    insist(
      now.me === leader && now.currentTerm === currentTerm,
      `${leader} led term ${currentTerm}, ${away} was cut off for a while, and now ${now.me} leads term ${now.currentTerm}; wanted ${leader} to lead on, since a majority heard it all the time`,
    );
  }, three.length);
};

const asksStill = ({ state, sent }: Node, term: number): boolean =>
  state.currentTerm === term && ofKind('RequestVote', sent).length === 0;

/** Figure 2's state, in memory and on the disk. */
function changesNothing(node: Node, what: string, happens: () => void): void {
  const kept = () =>
    copy({ term: node.state.currentTerm, votedFor: node.state.votedFor, log: node.state.log, disk: node.disk });
  const before = kept();
  happens();
  const changed = difference(before, kept(), node.me);
  insist(!changed, `${node.me} ${what}, and ${changed} is another; wanted it unchanged: a PreVote is no vote`);
}

function wouldVote(node: Node, asker: string, expected: boolean, because: string): void {
  const yes = ofKind('PreVoteReply', node.sent).some(({ to, message }) => to === asker && message.voteGranted);
  const said = yes ? 'would vote' : 'would not vote';
  insist(yes === expected, `${node.me} ${said} for ${asker}; wanted the contrary: ${because}`);
}
