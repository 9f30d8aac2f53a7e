/** K07: logs each request under a number of its own, so that a copy looks like another request. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    reference.onRequest(state, from, request, world, (command) =>
      propose(
        command.kind === 'write' && command.id.session !== null
          ? { ...command, id: { session: `${command.id.session} ${state.log.length}`, seq: 1 } }
          : command,
      ),
    );
  },
};
