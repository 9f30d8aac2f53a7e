/** Answers at once, and asks the sequencer all the same. */
import type { Consistency } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onSequentialGet(state, client, get, world) {
    reference.onSequentialGet(state, client, get, world);
    const write = { client, id: get.id, key: '', value: null, replica: '' };
    if (state.me !== state.sequencer) world.send(state.sequencer, { kind: 'Forward', write });
  },
};
