/**
 * Who speaks to the board. There are no accounts: a member is a key pair that its machine made. Whoever shows that it knows
 * the board's code may enter its public key; from then on it signs what it reports. So no secret ever crosses the network,
 * and nobody, not even another student who knows the code, can report for somebody else.
 */
import { createHmac, createPublicKey, generateKeyPairSync, sign, timingSafeEqual, verify } from 'node:crypto';

/** Of the board's code, in letters: 39 bits are enough where each guess costs a request and a guesser is slowed down. */
export const codeLength = 8;

export interface Keys {
  /** Goes to the board: who this member is. */
  publicKey: string;
  /** Stays on the member's machine. */
  privateKey: string;
}

export function newKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

export const signed = (text: string, { privateKey }: Keys): string =>
  sign(null, Buffer.from(text), privateKey).toString('base64url');

export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

/** Whether a text is the public half of a key pair as `newKeys` makes them. */
export function isPublicKey(text: unknown): text is string {
  if (typeof text !== 'string' || !/^[\w-]{59}$/.test(text)) return false;
  try {
    const der = Buffer.from(text, 'base64url');
    const { asymmetricKeyType } = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return asymmetricKeyType === 'ed25519' && der.toString('base64url') === text;
  } catch {
    return false;
  }
}

/** Shows that whoever enters this name and this key on this board knows its code. */
export function proof(code: string, board: string, name: string, publicKey: string): string {
  return createHmac('sha256', code)
    .update(JSON.stringify([board, name, publicKey]))
    .digest('base64url');
}

export function isEqualSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
