/** Clients that write and read all the while, so that a page can show what they see: how much, how fast, and the gap after a kill. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, connect, NotDone, OutcomeUnknown } from '@weekend/client';
import type { LoadSample } from '@weekend/workbench/server';

export interface Load {
  close(): void;
}

const clients = 4;
/** A client rests between two requests, to look and not to load. In milliseconds, as all here. */
const rest = 5;
const timeout = 2_000;
const sampleEvery = 250;

/** Throws `NotDone` if no node can be reached. */
export async function startLoad(nodes: readonly string[], tell: (sample: LoadSample) => void): Promise<Load> {
  const connected = await Promise.all(Array.from({ length: clients }, () => connect({ nodes, timeout })));
  const began = performance.now();
  const stopping = new AbortController();
  let took: number[] = [];
  let failed = 0;
  let last = began;

  const loop = async (client: Client, name: string): Promise<void> => {
    for (let turn = 1; !stopping.signal.aborted; turn++) {
      const asked = performance.now();
      try {
        if (turn % 2 === 0) await client.get(`load/${name}`, { mode: 'consistent' });
        else await client.put(`load/${name}`, String(turn));
        took.push(performance.now() - asked);
      } catch (error) {
        if (stopping.signal.aborted) return;
        // What a cluster without a leader does to its clients is what this is there to show.
        if (!(error instanceof NotDone || error instanceof OutcomeUnknown)) throw error;
        failed++;
      }
      await pause(rest);
    }
  };
  const timer = setInterval(() => {
    const now = performance.now();
    const sorted = took.sort((a, b) => a - b);
    const share = (part: number) => sorted[Math.floor(sorted.length * part)] ?? null;
    tell({ at: now - began, over: now - last, acknowledged: sorted.length, failed, p50: share(0.5), p99: share(0.99) });
    took = [];
    failed = 0;
    last = now;
  }, sampleEvery);

  const load: Load = {
    close() {
      stopping.abort();
      clearInterval(timer);
      for (const client of connected) client.close();
    },
  };
  for (const [i, client] of connected.entries()) loop(client, `c${i + 1}`).catch(() => load.close());
  return load;
}
