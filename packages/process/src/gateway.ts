/** What stands between a node and its clients, and speaks with them in a way that this package does not know. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Address, Shape } from '@weekend/protocol';
import type { Hono } from 'hono';
import type { HostPort } from './addresses.ts';
import type { EncodedSend } from './encoding-turn.ts';
import type { Description } from './status.ts';

export interface Gateway<S extends Shape> {
  /** Adds its pages to the node's own. */
  mount(pages: Hono): void;
  /** Somebody wants to go on in another protocol than HTTP. The socket is the gateway's from now on. */
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Messages to clients of this node, as JSON. What they rest on is on the disk. */
  deliver(replies: readonly EncodedSend[]): void;
  /** Some turns were taken. To look at, not to keep or to change; what it shows may not be on the disk yet. */
  onTurns(state: S['State']): void;
  /** True when nothing more should be posted for now, false when it may be again. */
  pause(yes: boolean): void;
  close(): void;
}

/** The gateway's side of the node. */
export interface Door<S extends Shape> {
  readonly id: Address;
  /** All nodes and where they reach each other, this one first. */
  nodes(): readonly (readonly [Address, HostPort])[];
  /** Sends for a client. Like everything on a network, it may be lost. */
  post(client: Address, to: Address, message: S['Message']): void;
  /** As of the last turn whose saves are on the disk. */
  description(): Description;
  /** Calls `listener` whenever the description changes. Returns what ends it. */
  onChange(listener: () => void): () => void;
}
