/** Says that a delete-tree was not done because there was nothing to delete. */
import type { KeyValue } from '@weekend/raft';
import { altered } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,

  apply(state, entry, index, world) {
    const { machine } = state.kv;
    const isTree = entry.command.kind === 'write' && entry.command.write.kind === 'delete-tree';
    const send: typeof world.send = (to, message) => {
      const isAnswer = message.kind === 'Reply' && message.answer.kind === 'written';
      if (!isTree || !isAnswer) world.send(to, message);
      else world.send(to, { ...message, answer: { kind: 'written', done: machine.changedAt === index, index } });
    };
    reference.apply(state, entry, index, altered(world, { send }));
  },
};
