/** OK21: fields of its own in messages, state and machine, and a kind of message that only its like understand. */
import type { KeyValue, Machine, Message } from '@weekend/raft';
import { altered, inWorld } from '../altered.ts';

interface Chronicle extends Machine {
  history?: { index: number; kind: string }[];
}

const talkative = inWorld((world, { me }) =>
  altered(world, { send: (to, message) => world.send(to, Object.assign({ sentBy: me, version: 3 }, message)) }),
);

export const kvStore: KeyValue = {
  ...talkative,
  apply(state, entry, index, world) {
    const machine: Chronicle = state.kv.machine;
    (machine.history ??= []).push({ index, kind: entry.command.kind });
    talkative.apply(state, entry, index, world);
  },
  onElected(state, world, propose) {
    talkative.onElected(state, world, propose);
    for (const peer of state.peers) world.send(peer, { kind: 'Hurrah', round: 1 } as unknown as Message);
  },
};
