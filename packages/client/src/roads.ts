/** A client's ways to the cluster: a connection to each node that it was told of. Knows who leads, as far as they know. */
import type { Reply, Request, RequestId } from '@weekend/raft';
import { Connection } from './connection.ts';

export interface RoadsOptions {
  nodes: readonly string[];
  onReply(reply: Reply): void;
  onRefused(id: RequestId, why: string): void;
  onLost(connection: object): void;
  onLeader(leader: string | null): void;
}

export class Roads {
  readonly #connections: readonly Connection[];
  readonly #onLeader: (leader: string | null) => void;
  readonly #onOpened = Promise.withResolvers<void>();
  #next = 0;

  constructor({ nodes, onReply, onRefused, onLost, onLeader }: RoadsOptions) {
    this.#onLeader = onLeader;
    const events = {
      onReply,
      onRefused,
      onNews: () => {
        this.#onOpened.resolve();
        this.#tellLeader();
      },
      onLost: (connection: Connection) => {
        this.#tellLeader();
        onLost(connection);
      },
    };
    this.#connections = nodes.map((node) => new Connection({ node, ...events }));
  }

  /** Settles when some node was reached for the first time. */
  get opened(): Promise<void> {
    return this.#onOpened.promise;
  }

  /** Why each node is out of reach. */
  get trouble(): string {
    return this.#connections.map(({ node, trouble }) => `${node}: ${trouble}`).join('; ');
  }

  /** Straight to `to` where that is possible, else over somebody else. */
  send(to: string | null, request: Request): Connection | undefined {
    const straight =
      to === null ? undefined : this.#connections.find(({ news, isOpen }) => news?.node === to && isOpen);
    const connection = straight ?? this.#any();
    connection?.send(request, straight || to === null || connection.news?.node === to ? undefined : to);
    return connection;
  }

  close(): void {
    for (const connection of this.#connections) connection.close();
  }

  /** By turns, so that reads that anybody can answer are spread. */
  #any(): Connection | undefined {
    for (let tried = 0; tried < this.#connections.length; tried++) {
      this.#next = (this.#next + 1) % this.#connections.length;
      const connection = this.#connections[this.#next];
      if (connection?.isOpen) return connection;
    }
    return undefined;
  }

  /** Whom those name who have heard of the newest term. */
  #tellLeader(): void {
    const known = this.#connections.flatMap(({ news }) => (news && news.leader !== null ? [news] : []));
    const newest = known.reduce((best, news) => (news.term > best.term ? news : best), { term: -1, leader: null } as {
      term: number;
      leader: string | null;
    });
    this.#onLeader(newest.leader);
  }
}
