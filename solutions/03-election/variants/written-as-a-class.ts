/** An instance of a class, with its handlers as methods and its helpers as private ones. Its state is elsewhere, as always. */
import type { Address, World } from '@weekend/protocol';
import type { Election, Raft, RequestVote, RequestVoteReply, State, Term } from '@weekend/raft';
import { election as reference } from '../election.ts';

class Elections implements Election {
  onNewerTerm(state: State, term: Term, world: World<Raft>): undefined {
    reference.onNewerTerm(state, term, world);
  }

  onElectionTimeout(state: State, world: World<Raft>): undefined {
    if (!this.#leads(state)) reference.onElectionTimeout(state, world);
  }

  onRequestVote(state: State, from: Address, message: RequestVote, world: World<Raft>): undefined {
    reference.onRequestVote(state, from, message, world);
  }

  onRequestVoteReply(state: State, from: Address, message: RequestVoteReply, world: World<Raft>): undefined {
    if (!this.#leads(state)) reference.onRequestVoteReply(state, from, message, world);
  }

  onLeaderHeard(state: State, leader: Address, term: Term, world: World<Raft>): undefined {
    reference.onLeaderHeard(state, leader, term, world);
  }

  #leads({ role }: State): boolean {
    return role.kind === 'leader';
  }
}

export const election: Election = new Elections();
