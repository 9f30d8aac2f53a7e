/** A read takes a number, too: that is linearizable, and a replica that is cut off can not read. */
import type { Consistency, Key, SequentialState } from '@weekend/consistency';
import { sending } from '../altered.ts';
import { consistency as reference } from '../consistency.ts';

export const consistency: Consistency = {
  ...reference,

  onSequentialGet(state, client, { id, key }, world) {
    world.send(state.sequencer, {
      kind: 'Forward',
      write: { client, id, key: `read ${key}`, value: null, replica: state.me },
    });
  },
  onOrdered(state: Reading, from, ordered, world) {
    state.reads ??= [];
    const { key, id } = ordered.write;
    if (key.startsWith('read ')) state.reads.push({ id, key: key.slice('read '.length) });
    const answering = sending(world, (message) => {
      const read = message.kind === 'Reply' && state.reads?.find((each) => each.id === message.id);
      return read && message.kind === 'Reply' ? { ...message, value: state.values[read.key] ?? null } : message;
    });
    reference.onOrdered(state, from, ordered, answering);
  },
};

interface Reading extends SequentialState {
  reads?: { id: number; key: Key }[];
}
