/** OK21: more fields in its messages, and messages that nobody else knows. */
import type { Message } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const logReplication = inWorld((world) =>
  altered(world, {
    send(to, message) {
      world.send(to, { ...message, build: 'mine' } as unknown as Message);
      if (message.kind === 'AppendEntriesReply') world.send(to, { kind: 'Thanks' } as unknown as Message);
    },
  }),
);
