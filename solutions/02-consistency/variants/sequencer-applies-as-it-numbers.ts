/** The sequencer applies a write in the turn in which it numbers it, and sends itself nothing. */
import type { Consistency, SequentialState } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onForward(state, from, forward, world) {
    const own: Ordered[] = [];
    const outward = sending(world, (message, to) => {
      if (to !== state.me || message.kind !== 'Ordered') return message;
      own.push(message);
      return undefined;
    });
    reference.onForward(state, from, forward, outward);
    for (const ordered of own) reference.onOrdered(state, state.me, ordered, world);
  },

  onSequentialPut(state, client, put, world) {
    if (state.me !== state.sequencer) {
      reference.onSequentialPut(state, client, put, world);
      return;
    }
    const { id, key, value } = put;
    const write = { client, id, key, value, replica: state.me };
    consistency.onForward(state, state.me, { kind: 'Forward', write }, world);
  },
};

type Ordered = SequentialState['early'][number];
