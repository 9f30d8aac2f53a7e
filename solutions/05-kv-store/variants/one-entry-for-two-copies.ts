/** OK29: a copy of what is appended and not yet applied waits for the entry that is there. */
import type { KeyValue } from '@weekend/raft';
import { altered } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { session, seq } = request.id;
    const { writes } = state.kv;
    const isRead = request.ask.kind === 'get' || request.ask.kind === 'list';
    const first = writes.find(({ id }) => !isRead && session !== null && id.session === session && id.seq === seq);
    if (!first) reference.onRequest(state, from, request, world, propose);
    else if (first.from !== from) writes.splice(writes.indexOf(first) + 1, 0, { ...first, from });
  },
  apply(state, entry, index, world) {
    const { writes } = state.kv;
    const others = writes.filter((each, i) => i > 0 && each.index === index);
    const send: typeof world.send = (to, message) => {
      world.send(to, message);
      if (to === writes[0]?.from) for (const { from } of others) world.send(from, message);
    };
    state.kv.writes = writes.filter((each) => !others.includes(each));
    reference.apply(state, entry, index, others.length > 0 ? altered(world, { send }) : world);
  },
};
