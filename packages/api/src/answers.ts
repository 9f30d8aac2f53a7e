/** Answers as Consul writes them. */
import type { Found } from '@weekend/client/gateway';
import type { Pair } from '@weekend/raft';
import type { Question } from './question.ts';

/** The answer to a GET. */
export function foundResponse(found: Found, question: Question): Response {
  const { pairs } = found;
  const headers = headersOf(found, question);
  const [first] = pairs;
  if (!first) return new Response(null, { status: 404, headers });
  if (question.keys) return json(keysUpTo(pairs, question), headers);
  if (question.raw && !question.recurse) return raw(first, headers);
  return json(pairs.map(told), headers);
}

export const json = (body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { headers: { ...headers, 'Content-Type': 'application/json' } });

/** What somebody has stored is shown, and never run. */
const raw = ({ value, flags }: Pair, headers: Record<string, string>): Response =>
  new Response(Buffer.from(value, 'latin1'), {
    headers: {
      ...headers,
      'Content-Type': 'application/octet-stream',
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
      'X-Consul-Flags': String(flags),
    },
  });

function headersOf({ index, knownLeader, lastContact }: Found, { mode }: Question): Record<string, string> {
  return {
    // For whoever waits, 0 would mean not to.
    'X-Consul-Index': String(Math.max(1, index)),
    'X-Consul-KnownLeader': String(knownLeader),
    'X-Consul-LastContact': String(Math.round(lastContact ?? 0)),
    'X-Consul-Effective-Consistency': mode === 'default' ? 'leader' : mode,
  };
}

const told = ({ key, value, flags, createIndex, modifyIndex }: Pair) => ({
  LockIndex: 0,
  Key: key,
  Flags: flags,
  Value: Buffer.from(value, 'latin1').toString('base64'),
  CreateIndex: createIndex,
  ModifyIndex: modifyIndex,
});

/** Of those that have the separator after the prefix only what stands up to it, once. */
function keysUpTo(pairs: readonly Pair[], { key: prefix, separator }: Question): string[] {
  if (separator === '') return pairs.map(({ key }) => key);
  const keys = pairs.map(({ key }) => {
    const at = key.indexOf(separator, prefix.length);
    return at < 0 ? key : key.slice(0, at + separator.length);
  });
  return keys.filter((key, i) => key !== keys[i - 1]);
}
