/** A machine that has done much and holds little: what the reference forgets, and what stays true all the same. */
import { Turn } from '@weekend/protocol';
import { bootedState, type Entry, type Raft, type State, type Write } from '@weekend/raft';
import { expect, test } from 'vitest';
import { kvStore } from './kv-store.ts';

const world = new Turn<Raft>(0, () => 0);

const entryOf = (write: Write, session: string | null): Entry => ({
  term: 1,
  command: { kind: 'write', id: { session, seq: 1 }, write },
});

function apply(state: State, entries: readonly Entry[]): void {
  for (const entry of entries) {
    state.lastApplied += 1;
    kvStore.apply(state, entry, state.lastApplied, world);
  }
}

function indexOf(state: State, prefix: string): number {
  const looking = new Turn<Raft>(0, () => 0);
  const ask = { kind: 'list', prefix, mode: 'stale' } as const;
  kvStore.onRequest(state, 'c1', { kind: 'Request', id: { session: null, seq: 1 }, ask }, looking, () => null);
  const message = looking.sends[0]?.message;
  return message?.kind === 'Reply' && message.answer.kind === 'read' ? message.answer.index : Number.NaN;
}

test('thirty thousand keys come and go, and neither their graves nor the sessions of their writers stay for ever', () => {
  const state = bootedState('n1', ['n2', 'n3'], { currentTerm: 1 });
  apply(state, [entryOf({ kind: 'put', key: 'k/stays', value: '', flags: 0 }, null)]);
  let before = 0;
  for (let i = 0; i < 30_000; i++) {
    const key = `k/${i}`;
    apply(state, [
      entryOf({ kind: 'put', key, value: '', flags: 0 }, `s${i}`),
      entryOf({ kind: 'delete', key }, `t${i}`),
    ]);
    if (i % 500 !== 0) continue;
    expect(indexOf(state, 'k/')).toBe(state.lastApplied);
    // Nothing stands under these, and perhaps a grave: their index may rise when it is given up, and never falls.
    const least = Math.min(indexOf(state, 'k/0'), indexOf(state, 'k/499'));
    expect(least).toBeGreaterThanOrEqual(before);
    before = least;
  }
  const { pairs, graves, sessions } = state.kv.machine;
  expect(pairs).toHaveLength(1);
  expect(graves.length).toBeLessThan(11_001);
  expect(sessions.length).toBeLessThan(11_001);
});
