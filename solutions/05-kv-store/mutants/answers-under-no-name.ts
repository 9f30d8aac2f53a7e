/** Answers under a number of its own. */
import type { KeyValue } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

export const kvStore: KeyValue = inWorld((world, state) =>
  altered(world, {
    send: (to, message) =>
      world.send(
        to,
        message.kind === 'Reply' ? { ...message, id: { session: null, seq: state.lastApplied + 1000 } } : message,
      ),
  }),
);
