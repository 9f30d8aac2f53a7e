/**
 * Clients are no nodes. To the protocol a client is an address like any other, `client/n1/…`, where n1 is the node whose
 * gateway speaks with it; what the protocol sends there, on whichever node, arrives at that gateway.
 */
import type { Address } from '@weekend/protocol';

const prefix = 'client/';

/** `name` is the gateway's own business. */
export const clientAddress = (node: Address, name: string): Address => `${prefix}${node}/${name}`;

/** The node whose client this is, if it is the address of a client. */
export function nodeOfClient(address: Address): Address | undefined {
  if (!address.startsWith(prefix)) return undefined;
  const end = address.indexOf('/', prefix.length);
  return end < 0 ? undefined : address.slice(prefix.length, end);
}

/** A message from or to a client, as one node hands it to another: the client's address, then the message's own text. */
export const routedText = (client: Address, text: string): string => `${client}${text}`;

/** The client's address and the message's text. The address is empty where the message concerns no client. */
export function splitRouted(text: string): [client: Address, text: string] {
  const at = text.indexOf('{');
  return at < 1 ? ['', text] : [text.slice(0, at), text.slice(at)];
}
