/** What a node counts from its boot on, for `/status` and `/metrics`. */

/** Why a connection was refused or broken off. */
export type Refusal =
  /** It could not prove that it knows the cluster key. */
  | 'wrong-key'
  /** It says that it is somebody who is not in this cluster. */
  | 'unknown-sender'
  /** It wanted to talk to another node. */
  | 'wrong-receiver'
  /** It speaks another version of this protocol. */
  | 'other-version'
  /** It announced a frame above the limit. */
  | 'oversized'
  /** It sent something that is not what this place in the conversation asks for. */
  | 'garbled'
  /** It ended in the middle of a frame or of the handshake. */
  | 'cut-off'
  /** It did not finish the handshake in time. */
  | 'silent'
  /** Too many others were waiting to be let in, and it had waited longest. */
  | 'crowded';

export interface Counters {
  /** Handlers called and returned. */
  turns: number;
  /** Times that the disk was synced, and how many turns had what they saved made durable by that. */
  syncs: number;
  turnsSynced: number;
  messagesSent: number;
  messagesReceived: number;
  /** Given up because too much was waiting for a peer, or because a message was too large. */
  messagesDropped: number;
  refused: Record<Refusal, number>;
}

export const noCounts = (): Counters => ({
  turns: 0,
  syncs: 0,
  turnsSynced: 0,
  messagesSent: 0,
  messagesReceived: 0,
  messagesDropped: 0,
  refused: {
    'wrong-key': 0,
    'unknown-sender': 0,
    'wrong-receiver': 0,
    'other-version': 0,
    oversized: 0,
    garbled: 0,
    'cut-off': 0,
    silent: 0,
    crowded: 0,
  },
});
