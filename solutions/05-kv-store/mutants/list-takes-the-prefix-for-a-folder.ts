/** Lists what lies below the prefix as below a folder: foo/barn is not under foo/bar, it says. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';
import { kvStore as reference } from '../kv-store.ts';

export const kvStore: KeyValue = {
  ...reference,
  onRequest(state, from, request, world, propose) {
    const { ask } = request;
    const prefix = ask.kind === 'list' ? ask.prefix : '';
    const isBelow = (key: string) => prefix === '' || key === prefix || key.startsWith(prefix.replace(/\/?$/, '/'));
    const below = answering((answer) =>
      answer.kind === 'read' ? { ...answer, pairs: answer.pairs.filter(({ key }) => isBelow(key)) } : answer,
    );
    (ask.kind === 'list' ? below : reference).onRequest(state, from, request, world, propose);
  },
};
