/** Looks at the cluster for as long as a page shows it: how its nodes are by looking, what they say by their own events. */
import type { ClusterHand } from '../hands.ts';
import type { ClusterEvent, ClusterView, NodeState } from '../wire.ts';
import { Relay } from './relay.ts';

/** Milliseconds between two looks. What the nodes say comes at once; this only sees who was killed from elsewhere. */
const lookEvery = 500;
const flushEvery = 50;

export class ClusterWatch {
  readonly #hand: ClusterHand;
  readonly #tell: (event: ClusterEvent) => void;
  readonly #relay = new Relay((id, state) => this.#heard(id, state));
  readonly #states = new Map<string, NodeState>();
  readonly #fresh = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #shown = '';

  constructor(hand: ClusterHand, tell: (event: ClusterEvent) => void) {
    this.#hand = hand;
    this.#tell = tell;
  }

  /** `readers`: how many pages watch now. */
  watchedBy(readers: number): void {
    if (readers > 0 && !this.#timer) this.#timer = setInterval(() => void this.look(), lookEvery).unref();
    if (readers > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#shown = '';
    this.#relay.close();
  }

  /** The cluster with what its nodes said last; tells the pages too, if that differs from what they know. */
  async look(): Promise<ClusterView | null> {
    const seen = await this.#hand.look().catch(() => undefined);
    const running = seen?.nodes.filter(({ life }) => life === 'running') ?? [];
    if (this.#timer) this.#relay.follow(running);
    for (const id of this.#states.keys())
      if (!seen?.nodes.some((node) => node.id === id && node.life !== 'stopped')) this.#states.delete(id);
    const shown = JSON.stringify(seen ?? null);
    const cluster = seen ? { ...seen, nodes: seen.nodes.map((node) => this.#withState(node)) } : null;
    if (shown !== this.#shown) this.#tell({ kind: 'cluster', cluster });
    this.#shown = shown;
    return cluster;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#relay.close();
  }

  #withState(node: ClusterView['nodes'][number]) {
    const state = this.#states.get(node.id);
    return state ? { ...node, state } : node;
  }

  /** A busy node describes itself a thousand times a second, which no page could draw. */
  #heard(id: string, state: NodeState): void {
    this.#states.set(id, state);
    if (this.#fresh.size === 0) setTimeout(() => this.#flush(), flushEvery).unref();
    this.#fresh.add(id);
  }

  #flush(): void {
    for (const id of this.#fresh) {
      const state = this.#states.get(id);
      if (state) this.#tell({ kind: 'node', id, state });
    }
    this.#fresh.clear();
  }
}
