/** §5.4.1: a node votes for nobody whose log is less up-to-date than its own. Five comparisons decide everything. */
import type { Election } from '@weekend/raft';
import { emptyLog, type LogEnd, requestVote } from '../raft/messages.ts';
import type { Milestone } from '../suite.ts';
import { type Act, playAll } from './cast.ts';
import { logOf } from './node.ts';
import { saysNo, saysYes } from './polling.ts';

export const upToDateLog: Milestone<Election> = {
  id: 'up-to-date-log',
  title: 'No vote for a log that is behind one’s own',
  points: 10,
  rule: 'Election restriction (§5.4.1)',
  hint: 'The last paragraph of §5.4.1 defines "more up-to-date" in two sentences. Which of the two numbers is looked at first, and when is the other one looked at?',
  prove: (stage) =>
    playAll(
      stage,
      ['onNewerTerm', 'onRequestVote'],
      [
        ...everyPair(),
        shorterAndYetNewer,
        muchShorterAndYetNewer,
        ...unlikeNumbers.map(comparesNumbers),
        alsoInTheFirstTerm,
        itsLogGrows,
        theRefusedOneTakesNothing,
      ],
    ),
};

/** The terms of the voter's entries. */
const logs = [[], [1], [3], [1, 1], [1, 3], [3, 3], [1, 1, 1], [1, 2, 5]];

const ends: LogEnd[] = [
  emptyLog,
  ...[1, 2, 3, 4].flatMap((lastLogIndex) => [1, 2, 3, 4, 5, 6].map((lastLogTerm) => ({ lastLogIndex, lastLogTerm }))),
];

/** Every voter against candidates whose logs end everywhere around its own. */
function everyPair(): Act[] {
  return logs.flatMap((log) =>
    ends.map((end) => (cast) => {
      const voter = cast.follower(['n1', 'n2', 'n3'], { term: 6, log });
      const request = requestVote(7, 'n2', end);
      if (isUpToDate(request, log)) saysYes(voter, request);
      else saysNo(voter, request);
    }),
  );
}

/** The table, as the paper's definition reads. */
function isUpToDate(candidate: { lastLogIndex: number; lastLogTerm: number }, log: readonly number[]): boolean {
  const lastTerm = log.at(-1) ?? 0;
  if (candidate.lastLogTerm !== lastTerm) return candidate.lastLogTerm > lastTerm;
  return candidate.lastLogIndex >= log.length;
}

/** The longest log belongs to a leader that was cut off: another may win without its entries. */
const shorterAndYetNewer: Act = (cast) => {
  const voter = cast.follower(['n1', 'n2', 'n3'], { term: 4, log: [1, 1, 1, 1] });
  saysYes(voter, requestVote(5, 'n3', { lastLogIndex: 3, lastLogTerm: 2 }));
};

/** By however much: a length counts only between equal terms. */
const muchShorterAndYetNewer: Act = (cast) => {
  const log = Array.from({ length: 300 }, () => 2);
  saysYes(
    cast.follower(['n1', 'n2', 'n3'], { term: 4, log }),
    requestVote(5, 'n3', { lastLogIndex: 1, lastLogTerm: 3 }),
  );
  saysNo(
    cast.follower(['n1', 'n2', 'n3'], { term: 4, log: [3] }),
    requestVote(5, 'n3', { lastLogIndex: 300, lastLogTerm: 2 }),
  );
  saysNo(
    cast.follower(['n1', 'n2', 'n3'], { term: 4, log }),
    requestVote(5, 'n3', { lastLogIndex: 299, lastLogTerm: 2 }),
  );
};

/** Numbers where text, small integers, and two numbers in one go wrong. */
const unlikeNumbers: readonly { log: readonly number[]; behind: LogEnd; ahead: LogEnd }[] = [
  { log: [9], behind: { lastLogIndex: 10, lastLogTerm: 8 }, ahead: { lastLogIndex: 1, lastLogTerm: 10 } },
  { log: [10], behind: { lastLogIndex: 1, lastLogTerm: 9 }, ahead: { lastLogIndex: 1, lastLogTerm: 11 } },
  { log: [256], behind: { lastLogIndex: 2, lastLogTerm: 255 }, ahead: { lastLogIndex: 1, lastLogTerm: 257 } },
  { log: [65_536], behind: { lastLogIndex: 2, lastLogTerm: 65_535 }, ahead: { lastLogIndex: 1, lastLogTerm: 65_537 } },
  {
    log: [5, 5],
    behind: { lastLogIndex: 3, lastLogTerm: 4 },
    ahead: { lastLogIndex: 1, lastLogTerm: 2 ** 32 + 5 },
  },
  {
    log: [2 ** 31 + 1],
    behind: { lastLogIndex: 2, lastLogTerm: 5 },
    ahead: { lastLogIndex: 1, lastLogTerm: 2 ** 31 + 1 },
  },
  {
    log: [2],
    behind: { lastLogIndex: 10_000_000, lastLogTerm: 1 },
    ahead: { lastLogIndex: 10_000_000, lastLogTerm: 2 },
  },
  {
    log: Array.from({ length: 10 }, () => 2),
    behind: { lastLogIndex: 9, lastLogTerm: 2 },
    ahead: { lastLogIndex: 11, lastLogTerm: 2 },
  },
];

const comparesNumbers =
  ({ log, behind, ahead }: (typeof unlikeNumbers)[number]): Act =>
  (cast) => {
    const term = Math.max(...log, ahead.lastLogTerm) + 3;
    const voter = cast.follower(['n1', 'n2', 'n3'], { term: term - 1, log });
    saysNo(voter, requestVote(term, 'n2', behind));
    saysYes(voter, requestVote(term, 'n3', ahead));
  };

/** It has heard the first leader of all without having voted for it, and another candidate of that term asks late. */
const alsoInTheFirstTerm: Act = (cast) => {
  const voter = cast.follower(['n1', 'n2', 'n3'], { term: 1, log: [1, 1] });
  saysNo(voter, requestVote(1, 'n2', emptyLog));
};

/** Entries come between two requests, as they do when a leader has been heard. */
const itsLogGrows: Act = (cast) => {
  const voter = cast.follower(['n1', 'n2', 'n3'], { term: 4, log: [1] });
  saysYes(voter, requestVote(5, 'n2', { lastLogIndex: 1, lastLogTerm: 1 }));
  voter.state.log.push(...logOf([5]));
  saysNo(voter, requestVote(6, 'n3', { lastLogIndex: 1, lastLogTerm: 1 }));
  saysYes(voter, requestVote(6, 'n2', { lastLogIndex: 2, lastLogTerm: 5 }));
};

const theRefusedOneTakesNothing: Act = (cast) => {
  const voter = cast.follower(['n1', 'n2', 'n3'], { term: 4, log: [1, 3] });
  saysNo(voter, requestVote(5, 'n2', { lastLogIndex: 7, lastLogTerm: 2 }));
  saysNo(voter, requestVote(5, 'n2', { lastLogIndex: 1, lastLogTerm: 3 }));
  saysYes(voter, requestVote(5, 'n3', { lastLogIndex: 2, lastLogTerm: 3 }));
};
