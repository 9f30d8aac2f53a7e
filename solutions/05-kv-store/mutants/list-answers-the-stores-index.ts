/** A list answers the index of the last change anywhere. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const ofStore = answering((answer, { kv }) =>
      answer.kind === 'read' ? { ...answer, index: kv.machine.changedAt } : answer,
    );
    const stage = request.ask.kind === 'list' ? ofStore : reference;
    stage.onRequest(state, from, request, world, propose);
  },
};
