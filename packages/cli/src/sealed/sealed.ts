/**
 * The references, sealed: they lie in each kit, and nobody reads one without its key. The mentor gives the key of a stage to whom
 * it helps, and no network is needed for that.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { drawnCode, lettersOf } from '@weekend/board/code';

export interface Sealed {
  salt: string;
  iv: string;
  tag: string;
  text: string;
}

/** 59 bits behind a hash that is slow on purpose. */
export const newKey = (): string => drawnCode(12);

export function seal(text: string, key: string): Sealed {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', stretched(key, salt), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { salt: base64(salt), iv: base64(iv), tag: base64(cipher.getAuthTag()), text: base64(sealed) };
}

/** Nothing if this is not the key. */
export function unseal({ salt, iv, tag, text }: Sealed, key: string): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', stretched(key, bytes(salt)), bytes(iv));
  decipher.setAuthTag(bytes(tag));
  try {
    return Buffer.concat([decipher.update(bytes(text)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const stretched = (key: string, salt: Buffer): Buffer =>
  scryptSync(lettersOf(key), salt, 32, { N: 2 ** 15, maxmem: 64 * 1024 * 1024 });

const base64 = (some: Buffer): string => some.toString('base64');

const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
