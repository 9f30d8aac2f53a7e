/** Makes an eventually consistent replica of the functions of a stage: which of them is called for what. */
import type { Protocol } from '@weekend/protocol';
import { type Eventual, gossipInterval } from './eventual.ts';
import type { Consistency } from './stage.ts';

export const eventualNode = (stage: Consistency): Protocol<Eventual> => ({
  start(me, peers, _saved, world) {
    world.setTimer('gossip', gossipInterval);
    return { me, peers: [...peers], entries: {} };
  },

  onMessage(state, from, message, world) {
    switch (message.kind) {
      case 'Get':
        return stage.onEventualGet(state, from, message, world);
      case 'Put':
        return stage.onEventualPut(state, from, message, world);
      case 'Gossip':
        return stage.onGossip(state, from, message, world);
      case 'Reply':
        // Replicas ask each other nothing.
        return undefined;
      default:
        return message satisfies never;
    }
  },

  onTimer(state, timer, world) {
    world.setTimer(timer, gossipInterval);
    return stage.onGossipTimer(state, world);
  },
});
