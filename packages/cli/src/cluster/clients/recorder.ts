/** Records what clients ask and what comes of it, as a history that `@weekend/checkers` can judge. */
import { type Completion, type History, type KvInput, type KvOutput, kvModel, linearizable } from '@weekend/checkers';
import { type Client, NotDone, OutcomeUnknown } from '@weekend/client';
import { say } from '../../words/say.ts';

export class Recorder {
  readonly #operations: { process: string; input: KvInput; call: number; completion: Completion<KvOutput> }[] = [];
  readonly counts: Counts = { acknowledged: 0, refused: 0, unknown: 0, longestMs: 0 };

  get history(): History<KvInput, KvOutput> {
    return this.#operations;
  }

  /** Whether it was acknowledged. */
  async put(process: string, client: Client, key: string, value: string): Promise<boolean> {
    return this.#record(process, { kind: 'put', key, value }, async () => {
      await client.put(key, value);
      return null;
    });
  }

  /** Only a read that a majority has confirmed promises to see every acknowledged write. */
  async get(process: string, client: Client, key: string): Promise<boolean> {
    return this.#record(process, { kind: 'get', key }, async () => {
      const pair = await client.get(key, { mode: 'consistent' });
      return pair ? pair.value.toString() : null;
    });
  }

  /** One look at all keys below `prefix`, as a get of each key that was ever written there. */
  async getAll(process: string, client: Client, prefix: string): Promise<void> {
    const keys = new Set(this.#operations.map(({ input }) => input.key).filter((key) => key.startsWith(prefix)));
    const call = performance.now();
    const pairs = await client.list(prefix, { mode: 'consistent' });
    const at = performance.now();
    const found = new Map(pairs.map(({ key, value }) => [key, value.toString()]));
    for (const key of new Set([...keys, ...found.keys()])) {
      const output = found.get(key) ?? null;
      this.#operations.push({ process, input: { kind: 'get', key }, call, completion: { kind: 'ok', at, output } });
    }
  }

  async #record(process: string, input: KvInput, ask: () => Promise<KvOutput>): Promise<boolean> {
    const operation = { process, input, call: performance.now(), completion: { kind: 'info' } as Completion<KvOutput> };
    this.#operations.push(operation);
    operation.completion = await ask().then((output) => ({ kind: 'ok', at: performance.now(), output }), outcome);
    this.#count(operation.call, operation.completion);
    return operation.completion.kind === 'ok';
  }

  #count(call: number, { kind }: Completion<KvOutput>): undefined {
    switch (kind) {
      case 'ok':
        this.counts.acknowledged++;
        this.counts.longestMs = Math.max(this.counts.longestMs, performance.now() - call);
        return;
      case 'fail':
        this.counts.refused++;
        return;
      case 'info':
        this.counts.unknown++;
        return;
      default:
        kind satisfies never;
    }
  }
}

export interface Counts {
  acknowledged: number;
  /** The client was told that nothing was done. */
  refused: number;
  /** Nobody could tell the client whether it was done. */
  unknown: number;
  /** The longest that a client has waited for something that was then acknowledged. */
  longestMs: number;
}

export type Judgement = { kind: 'linearizable'; operations: number } | { kind: 'not shown'; words: string };

/** A checker that gave up has shown nothing. */
export function judge(history: History<KvInput, KvOutput>): Judgement {
  const verdict = linearizable(history, kvModel);
  switch (verdict.kind) {
    case 'ok':
      return { kind: 'linearizable', operations: history.length };
    case 'illegal':
      return { kind: 'not shown', words: say('history-not-linearizable', { words: verdict.evidence.words }) };
    case 'unknown':
      return {
        kind: 'not shown',
        words: say('history-unknown', { words: verdict.words }),
      };
    default:
      return verdict satisfies never;
  }
}

function outcome(error: unknown): Completion<KvOutput> {
  if (error instanceof NotDone) return { kind: 'fail' };
  if (error instanceof OutcomeUnknown) return { kind: 'info' };
  throw error;
}
