/** Makes a causally consistent replica of the functions of a stage: which of them is called for what. */
import type { Protocol } from '@weekend/protocol';
import type { Causal } from './causal.ts';
import type { Consistency } from './stage.ts';

export const causalNode = (stage: Consistency): Protocol<Causal> => ({
  start: (me, peers) => ({ me, peers: [...peers], entries: {}, applied: {}, early: [], waiting: [] }),

  onMessage(state, from, message, world) {
    switch (message.kind) {
      case 'Get':
        return stage.onCausalGet(state, from, message, world);
      case 'Put':
        return stage.onCausalPut(state, from, message, world);
      case 'Update':
        return stage.onUpdate(state, from, message, world);
      case 'Reply':
        // Replicas ask each other nothing.
        return undefined;
      default:
        return message satisfies never;
    }
  },

  onTimer: () => undefined,
});
