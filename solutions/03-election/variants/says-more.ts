/** OK21: fields of its own in state and messages, and a kind of message that only its like understand. */
import type { Address, World } from '@weekend/protocol';
import type { Election, Message, Raft, State } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

interface Chronicler extends State {
  history?: { term: number; event: string }[];
}

export const election: Election = {
  ...reference,

  onNewerTerm(state: Chronicler, term, world) {
    (state.history ??= []).push({ term, event: 'heard of' });
    reference.onNewerTerm(state, term, world);
  },

  onElectionTimeout(state, world) {
    reference.onElectionTimeout(state, talkative(state.me, world));
  },

  onRequestVote(state, from, message, world) {
    reference.onRequestVote(state, from, message, talkative(state.me, world));
  },

  onRequestVoteReply(state, from, message, world) {
    reference.onRequestVoteReply(state, from, message, world);
    if (state.role.kind === 'leader') world.send(from, { kind: 'Thanks', votes: 1 } as unknown as Message);
  },
};

const talkative = (me: Address, world: World<Raft>): World<Raft> =>
  altered(world, { send: (to, message) => world.send(to, Object.assign({ sentBy: me, version: 3 }, message)) });
