/** Where nothing is missing nothing is sent, not even a heartbeat (§5.2). */
import { altered, inWorld } from '../altered.ts';

export const logReplication = inWorld((world) =>
  altered(world, {
    send(to, message) {
      if (message.kind !== 'AppendEntries' || message.entries.length > 0) world.send(to, message);
    },
  }),
);
