/** OK22: where nothing is known to match it says -1. */
import { altered, inWorld } from '../altered.ts';

export const logReplication = inWorld((world) =>
  altered(world, {
    send(to, message) {
      const isNo = message.kind === 'AppendEntriesReply' && !message.success;
      world.send(to, isNo ? { ...message, matchIndex: -1 } : message);
    },
  }),
);
