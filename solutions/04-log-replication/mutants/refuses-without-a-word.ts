/** A leader that does not fit is not told so (Figure 2, AppendEntries receiver 2). */
import { altered, inWorld } from '../altered.ts';

export const logReplication = inWorld((world) =>
  altered(world, {
    send(to, message) {
      if (message.kind !== 'AppendEntriesReply' || message.success) world.send(to, message);
    },
  }),
);
