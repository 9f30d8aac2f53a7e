/** Makes a sequentially consistent replica of the functions of a stage: which of them is called for what. */
import type { Protocol } from '@weekend/protocol';
import type { Sequential } from './sequential.ts';
import type { Consistency } from './stage.ts';

export const sequentialNode = (stage: Consistency): Protocol<Sequential> => ({
  start(me, peers) {
    const sequencer = [me, ...peers].sort()[0] ?? me;
    return { me, peers: [...peers], sequencer, values: {}, applied: 0, early: [], ordered: [] };
  },

  onMessage(state, from, message, world) {
    switch (message.kind) {
      case 'Get':
        return stage.onSequentialGet(state, from, message, world);
      case 'Put':
        return stage.onSequentialPut(state, from, message, world);
      case 'Forward':
        return stage.onForward(state, from, message, world);
      case 'Ordered':
        return stage.onOrdered(state, from, message, world);
      case 'Reply':
        // Replicas ask each other nothing.
        return undefined;
      default:
        return message satisfies never;
    }
  },

  onTimer: () => undefined,
});
