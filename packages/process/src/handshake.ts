/**
 * How two nodes prove to each other that they know the cluster key, without telling it: each answers a number that the
 * other has just drawn with a keyed hash (HMAC-SHA256) of the whole conversation.
 *
 *     dialer -> acceptor   hello      version, who I am, whom I want, my number
 *     acceptor -> dialer   challenge  my number
 *     dialer -> acceptor   proof      hash of "dialer", version, both names, both numbers
 *     acceptor -> dialer   proof      hash of "acceptor", version, both names, both numbers
 *
 * Both numbers are new each time, so a recorded handshake is worth nothing; the hash holds the role and both names, so
 * an answer can't be sent back to him who gave it or to a third. The dialer proves itself first: a stranger gets nothing
 * to try keys on from a node that he calls.
 *
 * What it protects: nobody without the key joins, and nobody with a connection speaks for another node. What it does
 * not: it neither hides nor seals what follows. Somebody who can change bytes on the way can change messages; on such a
 * network, put the cluster into a tunnel.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Address } from '@weekend/protocol';
import { decode } from './codec.ts';

export const version = 1;

/** Larger than any frame of a handshake has to be. */
export const handshakeFrameLimit = 1024;

export interface Hello {
  kind: 'hello';
  version: number;
  from: Address;
  to: Address;
  nonce: string;
}

export interface Challenge {
  kind: 'challenge';
  nonce: string;
}

export interface Proof {
  kind: 'proof';
  proof: string;
}

/** The conversation that a proof is about. */
export interface Conversation {
  dialer: Address;
  acceptor: Address;
  dialerNonce: string;
  acceptorNonce: string;
}

export const newNonce = (): string => randomBytes(32).toString('base64');

export function prove(key: string, role: 'dialer' | 'acceptor', conversation: Conversation): string {
  const { dialer, acceptor, dialerNonce, acceptorNonce } = conversation;
  const text = JSON.stringify(['weekend', version, role, dialer, acceptor, dialerNonce, acceptorNonce]);
  return createHmac('sha256', key).update(text).digest('base64');
}

export function proves(key: string, role: 'dialer' | 'acceptor', conversation: Conversation, proof: string): boolean {
  const wanted = Buffer.from(prove(key, role, conversation));
  const given = Buffer.from(proof);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** What a frame of the handshake says. Nothing if it is not one. */
export function readHandshake(frame: Buffer): Hello | Challenge | Proof | undefined {
  const said = fieldsOf(frame.toString());
  if (said?.kind === 'proof' && typeof said.proof === 'string') return { kind: 'proof', proof: said.proof };
  if (typeof said?.nonce !== 'string') return undefined;
  const { kind, nonce, version, from, to } = said;
  if (kind === 'challenge') return { kind, nonce };
  const named = typeof version === 'number' && typeof from === 'string' && typeof to === 'string';
  return kind === 'hello' && named ? { kind, nonce, version, from, to } : undefined;
}

/** An object, if this is the JSON of one. */
export function fieldsOf(text: string): Record<string, unknown> | undefined {
  try {
    const value = decode(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
