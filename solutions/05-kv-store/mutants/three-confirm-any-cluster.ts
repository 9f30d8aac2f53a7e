/** Three nodes are a majority for it, of seven, too. */
import type { KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  onConfirmLeaderReply(state, from, message, world) {
    const { peers } = state;
    const few = { ...state, peers: peers.slice(0, 4) };
    reference.onConfirmLeaderReply(few, from, message, world);
    Object.assign(state, few, { peers });
  },
};
