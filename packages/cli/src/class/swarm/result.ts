/**
 * What a job of a swarm prints in the end: how the judging went, small enough for the log of a container, which forgets
 * its beginning when it grows too long. Nobody but the judge can print there.
 */
import { gunzipSync, gzipSync } from 'node:zlib';

export const packedResult = (run: unknown): string => gzipSync(JSON.stringify(run)).toString('base64');

/** The document in the last line that was printed; nothing if it is not whole. */
export function unpackedResult(printed: string): string | undefined {
  const line = printed.trim().split('\n').at(-1) ?? '';
  try {
    return gunzipSync(Buffer.from(line, 'base64'), { maxOutputLength: longest }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** More than the longest stories and traces of a stage. */
const longest = 256 * 2 ** 20;
