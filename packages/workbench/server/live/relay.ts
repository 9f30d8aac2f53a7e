/** Reads each node's `/events` and passes them on, for as long as somebody watches. */
import type { NodeState } from '../wire.ts';

/** Before a node that does not answer is asked again, in milliseconds. */
const again = 250;

export class Relay {
  readonly #heard: (id: string, state: NodeState) => void;
  readonly #streams = new Map<string, AbortController>();

  constructor(heard: (id: string, state: NodeState) => void) {
    this.#heard = heard;
  }

  /** Listens to these, and to no others any more. */
  follow(nodes: readonly { id: string; url: string }[]): void {
    const wanted = new Set(nodes.map(({ id, url }) => `${id} ${url}`));
    for (const [key, stream] of this.#streams)
      if (!wanted.has(key)) {
        stream.abort();
        this.#streams.delete(key);
      }
    for (const { id, url } of nodes) {
      const key = `${id} ${url}`;
      if (this.#streams.has(key)) continue;
      const stream = new AbortController();
      this.#streams.set(key, stream);
      void this.#listen(id, url, stream.signal);
    }
  }

  close(): void {
    this.follow([]);
  }

  async #listen(id: string, url: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const answer = await fetch(`${url}/events`, { signal });
        for await (const state of statesIn(answer.body as ReadableStream<Uint8Array>)) this.#heard(id, state);
      } catch {
        // Down, or not up yet, or nobody listens to it any more.
      }
      await pause(again, signal);
    }
  }
}

async function* statesIn(body: ReadableStream<Uint8Array>): AsyncGenerator<NodeState> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() as string;
    for (const event of events) {
      const data = /^event: state\ndata: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) yield JSON.parse(data) as NodeState;
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
