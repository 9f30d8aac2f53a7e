/** Random campaigns around one voter: whoever asks, in whatever order, a term has one vote, and it is given. */
import type { Address } from '@weekend/protocol';
import type { Term } from '@weekend/raft';
import { Random } from '@weekend/simulator';
import { heartbeatRefused, requestVote } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import type { Walk } from '../scene.ts';
import type { Dice } from '../suite.ts';
import { type Cast, type Node, stands } from './cast.ts';
import { saysNo, saysYes } from './polling.ts';

const campaign = 30;

/** One scene for every ten seeds. `crashes`: the voter may lose its memory between any two events. */
export function manyElections({ seed, seeds }: Dice, { crashes = false } = {}): Walk<Cast>[] {
  return Array.from({ length: Math.ceil(seeds / 10) }, (_, i) => ({
    seed: seed + i,
    events: campaign,
    act(cast, events) {
      const voter = cast.follower(['n1', 'n2', 'n3', 'n4', 'n5'], { term: 3 });
      const votes: Votes = {};
      for (const event of events)
        someEvent(voter, votes, new Random(seed + i, `many elections, event ${event}`), crashes);
    },
  }));
}

function someEvent(voter: Node, votes: Votes, random: Random, crashes: boolean): void {
  const { currentTerm } = voter.state;
  const kind = random.below(crashes ? 10 : 8);
  if (kind >= 8) voter.crashes();
  else if (kind === 7) standsForItself(voter, votes);
  else if (kind === 6) voter.hears('n2', heartbeatRefused(currentTerm + random.below(2)));
  else isAsked(voter, currentTerm + random.between(-1, 2), random.pick(voter.peers), votes);
}

/** To whom the voter has given its vote, by what it has said. */
type Votes = Record<Term, Address>;

function standsForItself(voter: Node, votes: Votes): void {
  stands(voter);
  const { me, state } = voter;
  const given = votes[state.currentTerm];
  insist(
    given === undefined || given === me,
    `${me} stands in term ${state.currentTerm}, in which it has voted for ${given}; wanted one vote a term`,
  );
  votes[state.currentTerm] = me;
}

function isAsked(voter: Node, term: Term, candidate: Address, votes: Votes): void {
  const given = votes[term];
  const free = given === undefined || given === candidate;
  if (!free) saysNo(voter, requestVote(term, candidate), `${voter.me} has voted for ${given} in this term`);
  else if (term < voter.state.currentTerm) saysNo(voter, requestVote(term, candidate));
  else {
    saysYes(voter, requestVote(term, candidate));
    votes[term] = candidate;
  }
}
