/** §5.4.1: a node votes for nobody whose log is less up-to-date than its own. Five comparisons decide everything. */
import type { Election } from '@weekend/raft';
import { emptyLog, type LogEnd, requestVote } from '../raft/messages.ts';
import type { Milestone } from '../suite.ts';
import { type Act, playAll } from './cast.ts';
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
      [...everyPair(), shorterAndYetNewer, muchShorterAndYetNewer, theRefusedOneTakesNothing],
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

const theRefusedOneTakesNothing: Act = (cast) => {
  const voter = cast.follower(['n1', 'n2', 'n3'], { term: 4, log: [1, 3] });
  saysNo(voter, requestVote(5, 'n2', { lastLogIndex: 7, lastLogTerm: 2 }));
  saysNo(voter, requestVote(5, 'n2', { lastLogIndex: 1, lastLogTerm: 3 }));
  saysYes(voter, requestVote(5, 'n3', { lastLogIndex: 2, lastLogTerm: 3 }));
};
