/** The scenes before them find what is known to be wrong; so here is what each of these questions finds by itself. */
import type { Consistency } from '@weekend/consistency';
import { expect, test } from 'vitest';
import { everyCausalOrder } from './causal-orders.ts';
import { primaryDies } from './primary-dies.ts';

/** Applies what comes, when it comes, and answers before anybody else knows. */
const hasty: Partial<Consistency> = {
  onCausalGet(state, client, { id, key }, world) {
    world.send(client, { kind: 'Reply', id, value: state.entries[key]?.value ?? null, after: {} });
  },
  onCausalPut(state, client, { id, key, value }, world) {
    const version = { value, time: (state.entries[key]?.time ?? 0) + 1, writer: state.me };
    state.entries[key] = version;
    for (const peer of state.peers) world.send(peer, { kind: 'Update', key, version, clock: {} });
    world.send(client, { kind: 'Reply', id, value: null, after: {} });
  },
  onUpdate(state, _from, { key, version }) {
    state.entries[key] = version;
  },
  onPrimaryGet(state, client, { id, key }, world) {
    if (state.view.primary !== state.me) world.send(client, { kind: 'Refused', id });
    else world.send(client, { kind: 'Reply', id, value: state.values[key] ?? null });
  },
  onPrimaryPut(state, client, { id, key, value }, world) {
    if (state.view.primary !== state.me) {
      world.send(client, { kind: 'Refused', id });
      return;
    }
    state.values[key] = value;
    const { backup, number: view } = state.view;
    if (backup !== null) world.send(backup, { kind: 'Replicate', view, number: 1, key, value });
    world.send(client, { kind: 'Reply', id, value: null });
  },
  onReplicate(state, _from, { key, value }) {
    state.values[key] = value;
  },
  onReplicated: () => undefined,
  onView(state, view) {
    state.view = view;
  },
};

test('an update that comes before its cause is shown before it', () => {
  const broken = everyCausalOrder(hasty as Consistency, ['onCausalGet', 'onCausalPut', 'onUpdate']);
  expect(broken?.message).toContain('wanted the effect to wait for its cause');
});

test('a write that only the primary knows of is lost with it', () => {
  const broken = primaryDies(hasty as Consistency, [
    'onPrimaryGet',
    'onPrimaryPut',
    'onReplicate',
    'onReplicated',
    'onView',
  ]);
  expect(broken?.rule).toMatch(/^Linearizability/);
  expect(broken?.story).toContain('crash n1');
});
