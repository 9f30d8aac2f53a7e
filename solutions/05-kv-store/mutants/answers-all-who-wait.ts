/** Gives what came of one write to everybody who waits. */
import type { KeyValue } from '@weekend/raft';
import { altered } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  apply(state, entry, index, world) {
    const [first, ...others] = state.kv.writes;
    const toAll: typeof world.send = (to, message) => {
      world.send(to, message);
      if (message.kind !== 'Reply' || to !== first?.from) return;
      for (const { from, id } of others) world.send(from, { ...message, id });
    };
    const isFirst = first?.index === index;
    if (isFirst) state.kv.writes = [first];
    reference.apply(state, entry, index, isFirst ? altered(world, { send: toAll }) : world);
  },
};
