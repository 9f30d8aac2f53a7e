/** A client of the key-value store, for programs. Finds the leader, tries again while there is none, writes once. */
import type { Pair as RaftPair, ReadMode, Write } from '@weekend/raft';
import { Asker, type Written } from './asker.ts';
import { urlOf } from './connection.ts';
import { NotDone } from './errors.ts';
import { Roads } from './roads.ts';

export interface ClientOptions {
  /** `host:port` of the HTTP servers of some nodes. Name all of them: over one that is down, nobody is reached. */
  nodes: readonly string[];
  /** After so many milliseconds without an answer a request fails; 10 s if left out. */
  timeout?: number;
}

export interface Pair {
  key: string;
  value: Buffer;
  flags: number;
  createIndex: number;
  modifyIndex: number;
}

export interface ReadOptions {
  /** `default` (by the leader, if left out), `consistent` (confirmed by a majority) or `stale` (by whichever node). */
  mode?: ReadMode;
}

export interface Client {
  /** Writes, and answers the index of the write in the log. */
  put(key: string, value: string | Uint8Array, options?: { flags?: number }): Promise<number>;
  /** Writes if the key was last modified at this index, for 0 if there is no such key; whether it has. */
  cas(key: string, value: string | Uint8Array, index: number, options?: { flags?: number }): Promise<boolean>;
  get(key: string, options?: ReadOptions): Promise<Pair | undefined>;
  /** Every key that begins with `prefix`, in order. */
  list(prefix: string, options?: ReadOptions): Promise<Pair[]>;
  /** Deletes; with `cas` only if the key was last modified at this index. Whether that held. */
  delete(key: string, options?: { cas?: number }): Promise<boolean>;
  /** Deletes every key that begins with `prefix`. */
  deleteTree(prefix: string): Promise<void>;
  /** What waits for an answer fails. */
  close(): void;
}

/**
 * Settles when a node was reached. Requests fail with `NotDone` (nothing was done, and nothing will be) or, writes, with
 * `OutcomeUnknown`.
 */
export async function connect({ nodes, timeout = 10_000 }: ClientOptions): Promise<Client> {
  if (nodes.length === 0) throw new TypeError('Cannot connect: no nodes are given, and one at least is wanted');
  for (const node of nodes) urlOf(node);
  const roads = new Roads({
    nodes,
    onReply: (reply) => asker.onReply(reply),
    onRefused: (id, why) => asker.onRefused(id, why),
    onLost: (connection) => asker.onLost(connection),
    onLeader: (leader) => asker.onLeader(leader),
  });
  const asker = new Asker(roads);
  const close = () => {
    asker.close();
    roads.close();
  };
  await reached(roads, timeout).catch((error) => {
    close();
    throw error;
  });
  const write = (write: Write): Promise<Written> => asker.write(write, timeout);

  return {
    async put(key, value, { flags = 0 } = {}) {
      return (await write({ kind: 'put', key, value: textOf(value), flags })).index;
    },
    async cas(key, value, cas, { flags = 0 } = {}) {
      return (await write({ kind: 'put', key, value: textOf(value), flags, cas })).done;
    },
    async get(key, { mode = 'default' } = {}) {
      const [pair] = (await asker.read({ kind: 'get', key, mode }, timeout)).pairs;
      return pair && pairOf(pair);
    },
    async list(prefix, { mode = 'default' } = {}) {
      return (await asker.read({ kind: 'list', prefix, mode }, timeout)).pairs.map(pairOf);
    },
    async delete(key, options = {}) {
      return (await write({ kind: 'delete', key, ...options })).done;
    },
    async deleteTree(prefix) {
      await write({ kind: 'delete-tree', prefix });
    },
    close,
  };
}

async function reached(roads: Roads, timeout: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new NotDone(`Cannot connect: no node was reached within ${timeout} ms (${roads.trouble})`));
  }, timeout);
  await Promise.race([roads.opened, late]).finally(() => clearTimeout(timer));
}

/** In Raft a value is text with a character for each byte (Latin-1). */
const textOf = (value: string | Uint8Array): string => Buffer.from(value as Uint8Array).toString('latin1');

const pairOf = ({ value, ...rest }: RaftPair): Pair => ({ ...rest, value: Buffer.from(value, 'latin1') });
