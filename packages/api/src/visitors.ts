/** All programs that are connected to this node by the client protocol. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type News, upgradeName, upgradePath } from '@weekend/client/gateway';
import { clientAddress, type Door, type EncodedSend } from '@weekend/process';
import type { Raft } from '@weekend/raft';
import { Visitor } from './visitor.ts';

export class Visitors {
  readonly #door: Door<Raft>;
  readonly #life: string;
  readonly #visitors = new Map<string, Visitor>();
  readonly #unwatch: () => void;
  #news: News;
  #arrived = 0;

  constructor(door: Door<Raft>, life: string) {
    this.#door = door;
    this.#life = life;
    this.#news = newsOf(door);
    this.#unwatch = door.onChange(() => {
      const news = newsOf(door);
      if (news.leader === this.#news.leader && news.term === this.#news.term) return;
      this.#news = news;
      for (const visitor of this.#visitors.values()) visitor.tell(news);
    });
  }

  onUpgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    // Node says Duplex because the socket might be somebody else's; the server's own is a Socket.
    const socket = duplex as Socket;
    socket.on('error', () => {});
    if (request.url !== upgradePath || request.headers.upgrade !== upgradeName) {
      const why = `Cannot go on as ${request.headers.upgrade} at ${request.url}: only ${upgradeName} at ${upgradePath} is spoken\n`;
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(why)}\r\n\r\n${why}`,
      );
      return;
    }
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${upgradeName}\r\n\r\n`);
    this.#arrived += 1;
    const address = clientAddress(this.#door.id, `${this.#life}/${this.#arrived}`);
    const visitor = new Visitor(socket, {
      me: this.#door.id,
      nodes: this.#door.nodes().map(([id]) => id),
      post: (to, message) => this.#door.post(address, to, message),
      onGone: () => this.#visitors.delete(address),
    });
    this.#visitors.set(address, visitor);
    visitor.tell(this.#news);
    visitor.read(head);
  }

  deliver(replies: readonly EncodedSend[]): void {
    const told = new Set<Visitor>();
    for (const { to, text } of replies) {
      // Who has left gets no answer.
      const visitor = this.#visitors.get(to);
      if (!visitor) continue;
      visitor.reply(text);
      told.add(visitor);
    }
    for (const visitor of told) visitor.flush();
  }

  pause(yes: boolean): void {
    for (const visitor of this.#visitors.values()) visitor.pause(yes);
  }

  close(): void {
    this.#unwatch();
    for (const visitor of this.#visitors.values()) visitor.close();
  }
}

function newsOf(door: Door<Raft>): News {
  const { leader, term } = door.description();
  return { kind: 'news', node: door.id, leader: typeof leader === 'string' ? leader : null, term: Number(term ?? 0) };
}
