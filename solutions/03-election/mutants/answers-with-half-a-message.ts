/** A refusal that leaves out that it is one, because nobody will miss a false. */
import type { Election } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const election: Election = inWorld((world) =>
  altered(world, {
    send(to, message) {
      if (message.kind !== 'RequestVoteReply' || message.voteGranted) return world.send(to, message);
      const { voteGranted: _no, ...half } = message;
      world.send(to, half as typeof message);
    },
  }),
);
