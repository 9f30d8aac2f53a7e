/** The scenes before them find what is known to be wrong; so here is what each of these questions finds by itself. */
import { type KeyValue, sorted } from '@weekend/raft';
import { expect, test } from 'vitest';
import { copiedInTheLog, deposedUnawares, newlyElected, overwritten } from './every-order.ts';

/** Believes that it leads for as long as nobody says otherwise, and takes whatever stands at an index for what it put there. */
const credulous: KeyValue = {
  onRequest(state, from, { id, ask }, world, propose) {
    if (ask.kind === 'get') {
      const pair = sorted.find(state.kv.machine.pairs, ask.key);
      const found = { pairs: pair ? [pair] : [], index: 1 };
      world.send(from, { kind: 'Reply', id, answer: { kind: 'read', ...found, knownLeader: true, lastContact: 0 } });
    } else if (ask.kind !== 'list') {
      const index = propose({ kind: 'write', id, write: ask });
      if (index !== null) state.kv.writes.push({ index, term: state.currentTerm, from, id });
    }
  },
  onElected(_state, _world, propose) {
    propose({ kind: 'no-op' });
  },
  onDeposed: () => undefined,
  apply({ kv }, { command }, index, world) {
    if (command.kind === 'write' && command.write.kind === 'put') {
      const { key, value, flags } = command.write;
      sorted.put(kv.machine.pairs, { key, value, flags, createIndex: index, modifyIndex: index });
    }
    for (const { from, id } of kv.writes.filter((each) => each.index === index))
      world.send(from, { kind: 'Reply', id, answer: { kind: 'written', done: true, index } });
  },
  onConfirmLeader: () => undefined,
  onConfirmLeaderReply: () => undefined,
  onConfirmTimeout: () => undefined,
};

test.each([
  ['a leader that was deposed unawares answers with what is old', deposedUnawares, 'wanted c'],
  ['a new leader answers before it has applied what was committed', newlyElected, 'wanted b'],
  ['a write that was overwritten is answered as done', overwritten, 'no committed entry is that write'],
  ['a second copy in the log is answered as another write', copiedInTheLog, 'wanted the first answer once more'],
])('%s', (_what, question, message) => {
  const broken = question(credulous);
  expect(broken?.message).toContain(message);
  expect(broken?.story.length).toBeLessThanOrEqual(20);
});
