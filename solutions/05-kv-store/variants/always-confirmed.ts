/** Asks at every heartbeat whether it leads, whether anybody reads or not, so that it always has a lease. */
import { heartbeatInterval, type KeyValue } from '@weekend/raft';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onElected(state, world, propose) {
    reference.onElected(state, world, propose);
    world.setTimer('confirm', 0);
  },
  onConfirmLeaderReply(state, from, message, world) {
    const { confirmed } = state.kv;
    reference.onConfirmLeaderReply(state, from, message, world);
    const isIdle = state.kv.reads.length === 0 && state.kv.confirmed > confirmed;
    if (isIdle && state.role.kind === 'leader') world.setTimer('confirm', heartbeatInterval);
  },
};
