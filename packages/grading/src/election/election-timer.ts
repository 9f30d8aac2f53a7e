/** §5.2: what buys a leader time, and what does not. Judged by when a node stands, never by the calls it makes. */
import { type Election, heartbeatInterval } from '@weekend/raft';
import { Random } from '@weekend/simulator';
import { hasty, type Luck } from '../actor.ts';
import { heartbeat, heartbeatRefused, ofKind, refusal, requestVote, vote } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { type Act, type Cast, isLeader, type Node, playAll, standing, stands } from './cast.ts';
import { handlers } from './node.ts';
import { saysYes } from './polling.ts';
import { longestWait, standsWithin, timeout } from './waiting.ts';

export const electionTimer: Milestone<Election> = {
  id: 'election-timer',
  title: 'Only a leader, a vote or an election restarts the timer',
  points: 10,
  rule: 'Figure 2, Rules for Followers: the election timeout (§5.2)',
  hint: 'Rules for Followers names the two events that keep a node from standing. Everything else must let its timer run on. And who must not be interrupted by the timer at all?',
  prove: (stage) =>
    playAll(stage, handlers, [
      theLeaderIsHeard,
      theLeaderFallsSilent,
      ...[[], [1, 2, 3, 3]].flatMap((log) => atTheLastMoment.map((moment) => stillWaits(moment, log))),
      aVoteIsRefused,
      anOldLogAsksAgainAndAgain,
      aCandidateIsRefused,
      oneVoteComesAgainAndAgain,
      aDeposedLeaderIsHeard,
      anOldRequestIsHeard,
      lateAnswersAreHeard,
      aLeaderIsNotInterrupted,
      aDeposedLeaderWaits,
      aLoserWaits,
      manyElectionsLater,
      everyNodeWaitsAnotherTime,
      everyTimeAnotherTime,
      afterALeaderTheyWaitAnotherTime,
    ]),
};

const three = ['n1', 'n2', 'n3'];
const four = ['n1', 'n2', 'n3', 'n4'];

const theLeaderIsHeard: Act = (cast) => {
  const n1 = cast.follower(three, { term: 5, luck: hasty });
  n1.hears('n2', heartbeat(5, 'n2'));
  const stood = standsWithin(n1, 100 * heartbeatInterval, heartbeatInterval - 1, () =>
    n1.hears('n2', heartbeat(5, 'n2')),
  );
  insist(
    !stood,
    `n1 heard its leader every ${heartbeatInterval} ms, and stood for election; wanted each heartbeat to restart the election timer`,
  );
};

const theLeaderFallsSilent: Act = (cast) => {
  const n1 = cast.follower(three, { term: 5 });
  n1.hears('n2', heartbeat(5, 'n2'));
  mustStand(n1, 'the leader has fallen silent');
};

const upToDate = { lastLogIndex: 4, lastLogTerm: 3 };

/** What buys a leader time, a moment before the node would stand. */
const atTheLastMoment: readonly { what: string; happens(node: Node): void; to: 'follower' | 'candidate' }[] = [
  { what: 'heard its leader', to: 'follower', happens: (n1) => n1.hears('n2', heartbeat(n1.state.currentTerm, 'n2')) },
  {
    what: 'heard a new leader',
    to: 'follower',
    happens: (n1) => n1.hears('n2', heartbeat(n1.state.currentTerm + 1, 'n2')),
  },
  {
    what: 'heard that it has lost',
    to: 'candidate',
    happens: (n1) => n1.hears('n2', heartbeat(n1.state.currentTerm, 'n2')),
  },
  {
    what: 'heard a new leader',
    to: 'candidate',
    happens: (n1) => n1.hears('n2', heartbeat(n1.state.currentTerm + 1, 'n2')),
  },
  {
    what: 'voted for n2',
    to: 'follower',
    happens: (n1) => saysYes(n1, requestVote(n1.state.currentTerm, 'n2', upToDate)),
  },
  {
    what: 'voted for n2',
    to: 'follower',
    happens: (n1) => saysYes(n1, requestVote(n1.state.currentTerm + 1, 'n2', upToDate)),
  },
  {
    what: 'voted for n2',
    to: 'candidate',
    happens: (n1) => saysYes(n1, requestVote(n1.state.currentTerm + 1, 'n2', upToDate)),
  },
];

const stillWaits =
  ({ what, to, happens }: (typeof atTheLastMoment)[number], log: readonly number[]): Act =>
  (cast) => {
    const n1 = cast[to](three, { term: 5, log });
    n1.now += timeout(n1) - 2;
    happens(n1);
    insist(
      !standsWithin(n1, heartbeatInterval),
      `n1, a ${to}, ${what}, and stood for election less than a heartbeat later; wanted its election timer to start anew`,
    );
    mustStand(n1, 'nothing more has been heard');
  };

/** Answers and rivals do not hold up the next election. */
const aCandidateIsRefused: Act = (cast) => {
  const n1 = cast.candidate(four, { term: 5 });
  keepsWaitingOn(n1, 'stood, and was refused again and again', () => {
    n1.hears('n3', refusal(n1.state.currentTerm));
    n1.hears('n4', requestVote(n1.state.currentTerm, 'n4'));
  });
};

/** It has been counted. */
const oneVoteComesAgainAndAgain: Act = (cast) => {
  const n1 = cast.candidate(four, { term: 5 });
  keepsWaitingOn(n1, 'stood, and got one and the same vote again and again', () =>
    n1.hears('n2', vote(n1.state.currentTerm)),
  );
};

const aVoteIsRefused: Act = (cast) => {
  const n1 = cast.follower(four, { term: 4 });
  saysYes(n1, requestVote(5, 'n2'));
  keepsWaitingOn(n1, 'refused its vote again and again', () => n1.hears('n3', requestVote(5, 'n3')));
};

/** With a short timeout it would keep the others from standing for ever, and never win itself. */
const anOldLogAsksAgainAndAgain: Act = (cast) => {
  const n1 = cast.follower(three, { term: 5, log: [1, 3] });
  let term = 5;
  keepsWaitingOn(n1, 'heard a candidate with an old log, in ever newer terms', () => {
    term += 1;
    n1.hears('n3', requestVote(term, 'n3', { lastLogIndex: 1, lastLogTerm: 1 }));
  });
};

const aDeposedLeaderIsHeard: Act = (cast) => {
  const n1 = cast.follower(three, { term: 5 });
  keepsWaitingOn(n1, 'heard only a leader of an older term', () => n1.hears('n2', heartbeat(4, 'n2')));
};

const anOldRequestIsHeard: Act = (cast) => {
  const n1 = cast.follower(three, { term: 5 });
  keepsWaitingOn(n1, 'heard only a candidate of an older term', () => n1.hears('n2', requestVote(4, 'n2')));
};

const lateAnswersAreHeard: Act = (cast) => {
  const n1 = cast.follower(three, { term: 5 });
  keepsWaitingOn(n1, 'heard only late answers', () => {
    n1.hears('n2', vote(4));
    n1.hears('n3', refusal(4));
    n1.hears('n3', heartbeatRefused(5));
  });
};

/** Its timer may even run, as long as nothing comes of it. */
const aLeaderIsNotInterrupted: Act = (cast) => {
  const n1 = cast.leader(three, { term: 3, luck: hasty });
  const { currentTerm } = n1.state;
  for (let beat = 0; beat < 100; beat++) {
    if (timeIsUp(n1)) n1.fires('election');
    else n1.fires('heartbeat');
    const asked = ofKind('RequestVote', n1.sent).length + ofKind('PreVote', n1.sent).length;
    insist(
      isLeader(n1) && n1.state.currentTerm === currentTerm && asked === 0,
      `n1 led term ${currentTerm}, its election timer fired, and it is ${standing(n1.state)}; wanted it to lead on: nobody else stands while it is heard`,
    );
  }
};

const timeIsUp = ({ timers }: Node): boolean => {
  const never = Number.POSITIVE_INFINITY;
  return (timers.get('election') ?? never) <= (timers.get('heartbeat') ?? never) && timers.has('election');
};

/** However it learns that its time is over, and whatever became of its timer while it led. */
const aDeposedLeaderWaits: Act = (cast) => {
  for (const depose of [
    (n1: Node) => n1.hears('n2', heartbeatRefused(n1.state.currentTerm + 1)),
    (n1: Node) => n1.hears('n3', heartbeat(n1.state.currentTerm + 1, 'n3')),
    (n1: Node) => n1.hears('n3', requestVote(n1.state.currentTerm + 1, 'n3')),
  ])
    for (const firesFirst of [false, true]) {
      const n1 = cast.leader(three, { term: 3 });
      if (firesFirst) n1.fires('election');
      depose(n1);
      // §6: a leader may disregard a RequestVote.
      if (!isLeader(n1)) waits(n1, 'n1 led, and was deposed');
    }
};

const aLoserWaits: Act = (cast) => {
  const n1 = cast.candidate(three, { term: 3 });
  n1.hears('n2', heartbeat(n1.state.currentTerm, 'n2'));
  waits(n1, 'n1 stood, and lost');
  stands(n1);
  n1.hears('n2', heartbeatRefused(n1.state.currentTerm + 1));
  waits(n1, 'n1 stood, and heard of a newer term');
};

/** Whatever it has made of its timeouts while nobody could win: they are of the past once there has been a leader. */
const manyElectionsLater: Act = (cast) => {
  const n1 = cast.follower(three, { term: 5 });
  for (let election = 0; election < 100; election++) stands(n1);
  n1.hears('n2', heartbeat(n1.state.currentTerm, 'n2'));
  const wait = Math.round(timeout(n1));
  insist(
    wait <= longestWait,
    `n1 has stood 100 times, has heard a leader now, and waits ${wait} ms before it stands again; wanted ${longestWait} ms at most: an election takes as long as its voters wait`,
  );
};

/** §5.2: who ties must not tie for ever. Twenty nodes with different luck, and no two moments alike. */
const everyNodeWaitsAnotherTime: Act = (cast) => {
  const waits = twentyDraws().map((luck) => elections(cast, luck, 5));
  for (let election = 0; election < 5; election++) {
    const times = new Set(waits.map((each) => each[election]));
    insist(
      times.size > 1,
      `20 nodes all waited ${[...times][0]} ms for their election ${election + 2} in a row; wanted a time drawn at random by each`,
    );
  }
};

const everyTimeAnotherTime: Act = (cast) => {
  for (const luck of twentyDraws().slice(0, 3)) {
    const times = elections(cast, luck, 30);
    insist(
      new Set(times).size > 1,
      `n1 waited ${times[0]} ms each time in ${times.length} elections; wanted a time drawn anew for each`,
    );
  }
};

const afterALeaderTheyWaitAnotherTime: Act = (cast) => {
  const times = new Set(
    twentyDraws().map((luck) => {
      const n1 = cast.follower(three, { term: 3, luck });
      for (let beat = 0; beat < 3; beat++) n1.hears('n2', heartbeat(3, 'n2'));
      const heardAt = n1.now;
      standsWithin(n1, 4 * timeout(n1));
      return n1.now - heardAt;
    }),
  );
  insist(
    times.size > 1,
    `20 nodes all waited ${[...times][0]} ms after their leader’s last message; wanted a time drawn at random by each`,
  );
};

const twentyDraws = (): Luck[] =>
  Array.from({ length: 20 }, (_, seed) => {
    const random = new Random(seed, 'timeouts');
    return {
      delay: (min, max) => min + ((max - min) * random.below(1000)) / 1000,
      draw: (options) => random.below(options),
    };
  });

/** How long a node waits from one election to the next, when nobody ever answers. */
function elections(cast: Cast, luck: Luck, count: number): number[] {
  const n1 = cast.follower(three, { luck });
  n1.fires('election');
  return Array.from({ length: count }, () => {
    const wait = timeout(n1);
    n1.fires('election');
    return wait;
  });
}

/** A stream of what must not restart the timer, denser than the shortest timeout, for longer than the longest. */
export function keepsWaitingOn(node: Node, what: string, happens: () => void): void {
  const longest = timeout(node);
  insist(
    standsWithin(node, 3 * longest, longest / 10, happens),
    `${node.me} has ${what}, for ${Math.round(3 * longest)} ms, and did not stand for election; wanted its timer to run on`,
  );
}

function mustStand(node: Node, because: string): void {
  const silence = 4 * timeout(node);
  insist(
    standsWithin(node, silence),
    `${because} for ${Math.round(silence)} ms, and ${node.me} did not stand for election; wanted it to`,
  );
}

function waits(node: Node, after: string): void {
  insist(
    node.timers.has('election'),
    `${after}, and its election timer does not run; wanted it to: ${node.me} is a follower now and may have to stand again`,
  );
  insist(
    !standsWithin(node, heartbeatInterval),
    `${after}, and it stands less than a heartbeat later; wanted it to wait for an election timeout: somebody else may be about to lead`,
  );
  stands(node);
}
