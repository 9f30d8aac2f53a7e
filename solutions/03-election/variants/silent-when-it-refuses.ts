/** Like OK23, for every refusal: who hears nothing has no vote. */
import type { World } from '@weekend/protocol';
import type { Election, Raft } from '@weekend/raft';
import { altered } from '../altered.ts';
import { election as reference } from '../election.ts';

export const election: Election = {
  ...reference,

  onRequestVote: (state, from, message, world) => reference.onRequestVote(state, from, message, sayingYes(world)),
};

const sayingYes = (world: World<Raft>): World<Raft> =>
  altered(world, {
    send(to, message) {
      if (message.kind === 'RequestVoteReply' && message.voteGranted) world.send(to, message);
    },
  });
