/**
 * Clients that use a cluster while something is done to it. Each writes and reads a few keys that all share, which is where
 * an order that is wrong shows, and keys of its own that nobody writes again, which is where a lost write shows.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, connect, NotDone } from '@weekend/client';
import { say } from '../../words/say.ts';
import { type Counts, type Judgement, judge, Recorder } from './recorder.ts';

export interface ClientsOptions {
  /** `host:port` of the nodes' HTTP servers. */
  nodes: readonly string[];
  clients: number;
  /** How long a client rests between two requests, in milliseconds: to look, not to load. */
  rest: number;
  /** After which a request counts as unanswered. */
  timeout: number;
}

export class Clients {
  readonly recorder = new Recorder();
  readonly #options: ClientsOptions;
  readonly #clients: Client[];
  readonly #loops: Promise<void>[];
  #stopped = false;

  private constructor(options: ClientsOptions, clients: Client[]) {
    this.#options = options;
    this.#clients = clients;
    this.#loops = clients.map((client, i) => this.#loop(client, `c${i + 1}`));
    // Whoever stops them hears of it.
    for (const loop of this.#loops) loop.catch(() => {});
  }

  /** Throws `NotDone` if no node can be reached. */
  static async start(options: ClientsOptions): Promise<Clients> {
    const { nodes, timeout } = options;
    const dials = Array.from({ length: options.clients }, () => connect({ nodes, timeout }));
    const settled = await Promise.allSettled(dials);
    const connected = settled.flatMap((dial) => (dial.status === 'fulfilled' ? [dial.value] : []));
    if (connected.length === dials.length) return new Clients(options, connected);
    for (const client of connected) client.close();
    throw settled.find((dial) => dial.status === 'rejected')?.reason;
  }

  get counts(): Counts {
    return this.recorder.counts;
  }

  /** Lets each client come to the end of what it has begun. Throws if one broke, which is no fault of the cluster. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#loops);
  }

  /** What was asked and answered, after one last look at everything. */
  async judged(): Promise<Judgement> {
    await this.stop();
    try {
      for (const prefix of [sharedPrefix, ownPrefix])
        await this.recorder.getAll('last look', this.#clients[0] as Client, prefix);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      return {
        kind: 'not shown',
        words: say('history-no-answer', { why: error.message }),
      };
    }
    return judge(this.recorder.history);
  }

  close(): void {
    this.#stopped = true;
    for (const client of this.#clients) client.close();
  }

  async #loop(client: Client, name: string): Promise<void> {
    for (let turn = 1; !this.#stopped; turn++) {
      // Every value differs, so that each read says which write it saw.
      const value = `${name}.${turn}`;
      const shared = `${sharedPrefix}${turn % sharedKeys}`;
      const kind = turn % 5;
      if (kind === 0) await this.recorder.put(name, client, `${ownPrefix}${name}/${turn}`, value);
      else if (kind < 3) await this.recorder.get(name, client, shared);
      else await this.recorder.put(name, client, shared, value);
      await pause(this.#options.rest);
    }
  }
}

const sharedPrefix = 'shared/';
const ownPrefix = 'own/';
/** Few enough for clients to meet; no divisor of the five kinds of turns, so that each key sees each kind. */
const sharedKeys = 3;
