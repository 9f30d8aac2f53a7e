/**
 * Wires between processes: each node reaches each other one through a port of ours, which passes on every byte, or, where
 * the network is cut, none. A cut is silent, as in a real network: nobody is told, connections hang, and what was under
 * way arrives after the cut or never. The nodes know nothing of it.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Plan } from '../plan.ts';

export interface Wires {
  /** Before any address is asked for. */
  open(): Promise<void>;
  /** Where `from` reaches `to`. */
  addressOf(from: string, to: string): string;
  /** Nodes hear only those of their own group; whoever is in none stays with the rest. */
  cut(groups: readonly (readonly string[])[]): void;
  heal(): void;
  close(): void;
}

const host = '127.0.0.1';

interface Wire {
  from: string;
  to: string;
  server: Server;
  /** Both ends of each connection. */
  pairs: Set<[Socket, Socket]>;
  isCut: boolean;
}

export function wiresFor({ nodes }: Plan): Wires {
  const wires: Wire[] = nodes.flatMap(({ id: from }) =>
    nodes
      .filter(({ id }) => id !== from)
      .map(({ id: to, raft }) => {
        const server = createServer({ noDelay: true, pauseOnConnect: true }, (near) => join(wire, near, raft));
        const wire: Wire = { from, to, server, pairs: new Set(), isCut: false };
        return wire;
      }),
  );

  return {
    async open() {
      for (const { server } of wires) {
        server.listen({ port: 0, host, exclusive: true });
        await once(server, 'listening');
      }
    },

    addressOf(from, to) {
      const wire = wires.find((each) => each.from === from && each.to === to);
      // A node does not call itself; what it is told there is where others would reach it.
      if (!wire) return `${host}:${nodes.find(({ id }) => id === to)?.raft}`;
      return `${host}:${(wire.server.address() as AddressInfo).port}`;
    },

    cut(groups) {
      const groupOf = (id: string) => groups.findIndex((group) => group.includes(id));
      for (const wire of wires) set(wire, groupOf(wire.from) !== groupOf(wire.to));
    },

    heal() {
      for (const wire of wires) set(wire, false);
    },

    close() {
      for (const { server, pairs } of wires) {
        server.close();
        for (const [near, far] of pairs) {
          near.destroy();
          far.destroy();
        }
      }
    },
  };
}

function join(wire: Wire, near: Socket, port: number): void {
  const far = connect({ port, host, noDelay: true });
  const pair: [Socket, Socket] = [near, far];
  wire.pairs.add(pair);
  const end = () => {
    wire.pairs.delete(pair);
    near.destroy();
    far.destroy();
  };
  for (const [one, other] of [pair, [far, near] as const]) {
    one.on('data', (bytes) => {
      if (!other.write(bytes)) one.pause();
    });
    one.on('drain', () => {
      if (!wire.isCut) other.resume();
    });
    // Whatever went wrong, `close` follows.
    one.on('error', () => {});
    one.on('close', end);
  }
  // Nothing passes before the cut is over, not even that there is nobody at the far end.
  if (wire.isCut) far.pause();
  else near.resume();
}

function set(wire: Wire, isCut: boolean): void {
  if (wire.isCut === isCut) return;
  wire.isCut = isCut;
  for (const pair of wire.pairs)
    for (const socket of pair)
      if (isCut) socket.pause();
      else socket.resume();
}
