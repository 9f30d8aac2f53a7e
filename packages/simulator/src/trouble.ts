/** Faults, as they come true. */
import { type Address, copy, type Shape } from '@weekend/protocol';
import type { Cluster } from './cluster.ts';
import type { Crash, Mishap } from './faults.ts';
import type { Node } from './node.ts';
import { Packet } from './packet.ts';
import type { Post } from './post.ts';
import type { Timeline } from './timeline.ts';

export class Trouble<S extends Shape> {
  readonly #timeline: Timeline<S>;
  readonly #post: Post<S>;
  readonly #cluster: Cluster<S>;

  constructor(timeline: Timeline<S>, post: Post<S>, cluster: Cluster<S>) {
    this.#timeline = timeline;
    this.#post = post;
    this.#cluster = cluster;
  }

  suffer(mishap: Mishap): void {
    switch (mishap.kind) {
      case 'crash':
        this.#crash(this.#cluster.node(mishap.node), mishap);
        break;
      case 'restart':
        this.#restart(this.#cluster.node(mishap.node));
        break;
      case 'pause':
        this.#pause(this.#cluster.node(mishap.node));
        break;
      case 'resume':
        this.#resume(this.#cluster.node(mishap.node));
        break;
      case 'cut':
        this.#post.links.cut(mishap.from, mishap.to);
        this.#timeline.record?.({ kind: 'cut', from: mishap.from, to: mishap.to });
        break;
      case 'join':
        this.#post.links.join(mishap.from, mishap.to);
        this.#timeline.record?.({ kind: 'join', from: mishap.from, to: mishap.to });
        break;
      case 'partition':
        this.#partition(mishap.groups);
        break;
      case 'heal':
        this.#post.links.heal();
        this.#timeline.record?.({ kind: 'heal' });
        break;
      case 'skew':
        this.#skew(this.#cluster.node(mishap.node), mishap.rate, mishap.ahead ?? 0);
        break;
      case 'network':
        this.#post.become(mishap.network);
        this.#timeline.record?.({ kind: 'network', network: copy(mishap.network) });
        break;
      default:
        mishap satisfies never;
    }
  }

  #partition(named: readonly (readonly Address[])[]): void {
    const groups = this.#post.links.partition(named);
    this.#timeline.record?.({ kind: 'partition', groups });
  }

  #crash(node: Node<S>, { aim, restartAfter }: Crash): void {
    if (aim) node.aims.push({ aim, left: aim.nth, restartAfter });
    else if (node.state !== undefined) this.#cluster.crash(node, restartAfter);
  }

  #restart(node: Node<S>): void {
    if (node.state === undefined) this.#cluster.boot(node);
    else node.aims = [];
  }

  #pause(node: Node<S>): void {
    if (node.state === undefined || node.paused) return;
    node.paused = true;
    this.#timeline.record?.({ kind: 'pause', node: node.address });
  }

  /** What has waited happens now: overdue timers first, as in a real process, then messages in their order. */
  #resume(node: Node<S>): void {
    if (!node.paused) return;
    node.paused = false;
    this.#timeline.record?.({ kind: 'resume', node: node.address });
    const { waiting } = node;
    node.waiting = [];
    for (const item of waiting)
      if (item instanceof Packet) {
        item.done = false;
        this.#timeline.queue.add(this.#timeline.now, item);
      } else if (item.armed) this.#timeline.await(item);
  }

  #skew(node: Node<S>, rate: number, ahead: number): void {
    node.clock.skew(this.#timeline.now, rate, ahead);
    this.#timeline.record?.({ kind: 'skew', node: node.address, rate, ahead });
    for (const timer of node.timers.values()) {
      if (!timer.armed) continue;
      timer.due = Math.max(this.#timeline.now, node.clock.realTimeOf(timer.dueByClock));
      this.#timeline.await(timer);
    }
  }
}
