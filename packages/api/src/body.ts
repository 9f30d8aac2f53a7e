/** Reads the body of a request, as far as it is allowed to be. */
import type { IncomingMessage } from 'node:http';
import { mostValueBytes } from './limits.ts';
import { badRequest, Refusal } from './refusal.ts';

export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const announced = Number(incoming.headers['content-length'] ?? 0);
  if (announced > mostValueBytes) throw tooLarge(`${announced} bytes`);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > mostValueBytes) throw tooLarge(`${bytes} bytes or more`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : badRequest('The request broke off before its body was there');
  }
  return Buffer.concat(chunks, bytes);
}

const tooLarge = (size: string): Refusal =>
  new Refusal(413, `Request body too large: ${size}, where ${mostValueBytes} are the most`);
