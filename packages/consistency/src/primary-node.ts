/** Makes one of two replicas, of which one is the primary of the functions of a stage: which of them is called for what. */
import type { Protocol } from '@weekend/protocol';
import type { PrimaryBackup, View } from './primary.ts';
import type { Consistency } from './stage.ts';

/** At first the first name is the primary, and the second is its backup. */
export const primaryNode = (stage: Consistency): Protocol<PrimaryBackup> => ({
  start(me, peers) {
    const [primary = me, backup = null] = [me, ...peers].sort();
    const view: View = { kind: 'View', number: 1, primary, backup };
    return { me, view, values: {}, applied: 0, pending: [], early: [] };
  },

  onMessage(state, from, message, world) {
    switch (message.kind) {
      case 'Get':
        return stage.onPrimaryGet(state, from, message, world);
      case 'Put':
        return stage.onPrimaryPut(state, from, message, world);
      case 'Replicate':
        return stage.onReplicate(state, from, message, world);
      case 'Replicated':
        return stage.onReplicated(state, from, message, world);
      case 'View':
        return stage.onView(state, message, world);
      case 'Reply':
      case 'Refused':
        // Replicas ask each other nothing.
        return undefined;
      default:
        return message satisfies never;
    }
  },

  onTimer: () => undefined,
});
