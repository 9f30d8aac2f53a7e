/** Its hint may be index 0, where no entry is (§5.3). */
import { altered, inWorld } from '../altered.ts';

export const logReplication = inWorld((world) =>
  altered(world, {
    send(to, message) {
      if (message.kind !== 'AppendEntriesReply' || !message.conflict) return world.send(to, message);
      const { term, index } = message.conflict;
      world.send(to, { ...message, conflict: { term, index: index - 1 } });
    },
  }),
);
