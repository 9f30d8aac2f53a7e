/** What a request to `/v1/kv/…` asks, read from its URL. Throws a `Refusal` for what can't be understood. */
import type { ReadMode } from '@weekend/raft';
import { readDuration } from './duration.ts';
import { longestWait, mostKeyBytes, usualWait } from './limits.ts';
import { badRequest } from './refusal.ts';

export interface Question {
  key: string;
  raw: boolean;
  recurse: boolean;
  keys: boolean;
  /** Keys that go on after it are told up to there, once. */
  separator: string;
  mode: ReadMode;
  cas: number | undefined;
  flags: number;
  /** The client knows all up to this index and waits for more; 0 for one that does not wait. */
  index: number;
  wait: number;
}

const kvPath = '/v1/kv/';

const known = {
  GET: ['raw', 'recurse', 'keys', 'separator', 'stale', 'consistent', 'index', 'wait'],
  PUT: ['cas', 'flags'],
  DELETE: ['recurse', 'cas'],
};
export type Method = keyof typeof known;
export const methods = Object.keys(known) as Method[];

export function readQuestion(method: Method, url: string): Question {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const given = new URLSearchParams(query);
  for (const name of given.keys())
    if (!known[method].includes(name))
      throw badRequest(`Unknown parameter ?${name}: a ${method} here takes ${known[method].join(', ')}`);
  const question: Question = {
    key: readKey(path),
    raw: given.has('raw'),
    recurse: given.has('recurse'),
    keys: given.has('keys'),
    separator: given.get('separator') ?? '',
    mode: readMode(given),
    cas: readNumber(given, 'cas'),
    flags: readNumber(given, 'flags') ?? 0,
    index: readNumber(given, 'index') ?? 0,
    wait: readWait(given.get('wait')),
  };
  const takesAPrefix = question.recurse || question.keys;
  if (question.key === '' && !takesAPrefix) throw badRequest('Missing key name');
  if (question.recurse && question.cas !== undefined)
    throw badRequest('Cannot specify ?recurse with ?cas: a tree has no index of its own');
  return question;
}

function readMode(given: URLSearchParams): ReadMode {
  const [stale, consistent] = [given.has('stale'), given.has('consistent')];
  if (stale && consistent) throw badRequest('Cannot specify ?stale with ?consistent, conflicting semantics.');
  if (consistent) return 'consistent';
  return stale ? 'stale' : 'default';
}

/** The URL may have the host in it, too. */
function readKey(path: string): string {
  const at = path.indexOf(kvPath);
  const key = at < 0 ? '' : decoded(path.slice(at + kvPath.length));
  const bytes = Buffer.byteLength(key);
  if (bytes > mostKeyBytes) throw badRequest(`Key name is ${bytes} bytes long, where ${mostKeyBytes} are the most`);
  return key;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badRequest('Cannot read the key name: a % in it is not followed by what UTF-8 text is encoded as');
  }
}

/** Go's unsigned numbers; those above 2⁵³ can't be kept exactly here. */
function readNumber(given: URLSearchParams, name: string): number | undefined {
  const text = given.get(name);
  if (text === null) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw badRequest(`Invalid ?${name}=${text}: a whole number from 0 to ${Number.MAX_SAFE_INTEGER} is wanted`);
}

function readWait(text: string | null): number {
  if (text === null) return usualWait;
  const wait = readDuration(text);
  if (wait === undefined) throw badRequest(`Invalid ?wait=${text}: a duration such as 10s or 5m is wanted`);
  return wait === 0 ? usualWait : Math.min(wait, longestWait);
}
