/** §5.1: the first rule that every server follows, whatever its role: a newer term ends the old one. */
import { copy, difference } from '@weekend/protocol';
import type { Election } from '@weekend/raft';
import { heartbeat, heartbeatRefused } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, type Node, playAll, standing } from './cast.ts';

export const newerTerm: Milestone<Election> = {
  id: 'newer-term',
  title: 'A newer term makes every node a follower',
  points: 10,
  rule: 'Figure 2, Rules for All Servers: a newer term (§5.1)',
  hint: 'Figure 2 lists what a server knows. Go through the list: what of it was true only for the term that has just ended? And what of it must the disk know before anything is sent?',
  prove: (stage) =>
    playAll(
      stage,
      ['onNewerTerm'],
      [
        aFollower,
        aFollowerFarBehind,
        aFollowerOfSomebody,
        aCandidate,
        aLeader,
        onTheDiskBeforeAnAnswer,
        onceMore,
        nothingElse,
      ],
    ),
};

const three = ['n1', 'n2', 'n3'];

const aFollower: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4, votedFor: 'n2' });
  n1.hears('n3', heartbeatRefused(5));
  isFreshFollower(n1, 5);
};

const aFollowerFarBehind: Act = (cast) => {
  const n1 = cast.follower(three, { term: 1, votedFor: 'n1' });
  n1.hears('n2', heartbeatRefused(9));
  isFreshFollower(n1, 9);
};

/** Who led the old term leads nothing now, and clients are not to be sent there. */
const aFollowerOfSomebody: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4 });
  n1.state.role = { kind: 'follower', leader: 'n2' };
  n1.hears('n3', heartbeatRefused(5));
  isFreshFollower(n1, 5);
  const { role } = n1.state;
  insist(
    role.kind !== 'follower' || role.leader === null,
    `n1 followed n2, the leader of term 4, has learnt of term 5, and takes n2 for the leader; wanted null: it has heard of no leader of term 5`,
  );
};

const aCandidate: Act = (cast) => {
  const n1 = cast.already('candidate', three, { term: 4 });
  const newer = n1.state.currentTerm + 1;
  n1.hears('n3', heartbeatRefused(newer));
  isFreshFollower(n1, newer);
};

const aLeader: Act = (cast) => {
  const n1 = cast.already('leader', three, { term: 4 });
  const newer = n1.state.currentTerm + 3;
  n1.hears('n3', heartbeatRefused(newer));
  isFreshFollower(n1, newer);
};

/** The answer to a heartbeat is `raftNode`'s part; that it may be given needs the term on the disk. */
const onTheDiskBeforeAnAnswer: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4, votedFor: 'n2' });
  n1.hears('n3', heartbeat(5, 'n3'));
  const saved = n1.disk.currentTerm;
  insist(
    saved === 5,
    `n1 has answered n3 in term 5 and its disk says term ${saved}; wanted the new term saved before anything is sent in it`,
  );
  noOldVoteOnDisk(n1);
};

/** A term is newer by comparison with the last, not with the first. */
const onceMore: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4, votedFor: 'n2' });
  n1.hears('n3', heartbeatRefused(5));
  n1.hears('n2', heartbeatRefused(7));
  isFreshFollower(n1, 7);
};

const nothingElse: Act = (cast) => {
  const n1 = cast.follower(three, { term: 4, votedFor: 'n2', log: [1, 3, 3] });
  const log = copy(n1.state.log);
  n1.hears('n3', heartbeatRefused(5));
  insist(
    difference(log, n1.state.log, 'log') === undefined,
    'n1 has learnt of a newer term and its log is another; wanted the log to stay as it is',
  );
};

function isFreshFollower(node: Node, term: number): void {
  const { me, state } = node;
  insist(
    state.currentTerm === term,
    `${me} has learnt of term ${term} and its currentTerm is ${state.currentTerm}; wanted ${term}`,
  );
  insist(
    state.role.kind === 'follower',
    `${me} has learnt of term ${term} and is ${standing(state)}; wanted a follower`,
  );
  insist(
    state.votedFor === null,
    `${me} has learnt of term ${term}, in which it has voted for nobody yet, and its votedFor is ${state.votedFor}; wanted null`,
  );
  noOldVoteOnDisk(node);
}

/** The term may be saved later, before something is sent. Once it is, an older term's vote must not stand beside it. */
function noOldVoteOnDisk({ me, state, disk }: Node): void {
  const old = disk.currentTerm === state.currentTerm && state.votedFor === null && disk.votedFor;
  insist(
    !old,
    `the disk of ${me} says that it voted for ${old} in term ${disk.currentTerm}; that vote was for an older term, wanted null`,
  );
}
