/** What the tests of this package share: nodes that clean up after themselves, and waiting for what happens to them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Protocol } from '@weekend/protocol';
import { onTestFinished } from 'vitest';
import { loadLogStore } from '../src/deployment.ts';
import { type NodeOptions, type RunningNode, runNode, type Status } from '../src/index.ts';

export const anyPort = { host: '127.0.0.1', port: 0 };

export const clusterKey = 'a key that only the tests know';

/** The one that a cluster runs on by default. A runtime gets it from outside, as it does here. */
export const referenceLogStore = fileURLToPath(
  new URL('../../../solutions/06-log-store/log-store.ts', import.meta.url),
);
export const logStore = await loadLogStore(referenceLogStore);

/** Whatever a test wants to know, say and keep. */
export interface Probe {
  State: Record<string, unknown>;
  Message: { kind: string; [field: string]: unknown };
  Timer: string;
  Durable: Record<string, unknown>;
}

/** A protocol that does what a test needs, and otherwise nothing. */
export const probe = (handlers: Partial<Protocol<Probe>> = {}): Protocol<Probe> => ({
  start: () => ({}),
  onMessage: () => undefined,
  onTimer: () => undefined,
  ...handlers,
});

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weekend-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A node that is stopped after the test. What is not said is filled in. */
export async function boot(options: Partial<NodeOptions<Probe>>): Promise<RunningNode> {
  const data = options.data ?? aFolder();
  const usual = { protocol: probe(), id: 'n1', peers: {}, listen: anyPort, clusterKey, logStore };
  const node = await runNode({ ...usual, ...options, data });
  onTestFinished(() => node.stop());
  return node;
}

/** Two nodes that know each other, though neither knows its port before it listens. */
export async function bootPair(
  first: Partial<NodeOptions<Probe>> = {},
  second: Partial<NodeOptions<Probe>> = {},
): Promise<[RunningNode, RunningNode]> {
  const n1 = { ...anyPort };
  const n2 = { ...anyPort };
  const one = await boot({ id: 'n1', peers: { n2 }, ...first });
  n1.port = one.listen.port;
  const two = await boot({ id: 'n2', peers: { n1 }, ...second });
  n2.port = two.listen.port;
  return [one, two];
}

/** Waits until this holds of the node. */
export function until(node: RunningNode, holds: (status: Status) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const unwatch = node.watch(look);
    function look(): void {
      if (!holds(node.status())) return;
      unwatch();
      resolve();
    }
    look();
  });
}
