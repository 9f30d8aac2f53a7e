/** What a client program sends, looked at before it comes near a handler. What it adds of its own is left behind. */
import type { Ask, ReadMode, Request, RequestId } from '@weekend/raft';
import { mostKeyBytes, mostSessionCharacters, mostValueBytes } from './limits.ts';

export type Checked = { kind: 'request'; request: Request } | { kind: 'refused'; id: RequestId; why: string };

/** Nothing if it is so far from a request that it can't even be refused. */
export function checkedRequest(said: unknown): Checked | undefined {
  if (!isObject(said) || said.kind !== 'Request') return undefined;
  const id = checkedId(said.id);
  if (!id || !isObject(said.ask)) return undefined;
  const why = wrongWith(said.ask);
  return why === undefined
    ? { kind: 'request', request: { kind: 'Request', id, ask: onlyKnown(said.ask as unknown as Ask) } }
    : { kind: 'refused', id, why };
}

function checkedId(id: unknown): RequestId | undefined {
  if (!isObject(id) || !isCount(id.seq)) return undefined;
  const { session, seq } = id;
  const isSession = typeof session === 'string' && session.length <= mostSessionCharacters;
  return isSession || session === null ? { session, seq } : undefined;
}

/** In words; nothing if it is an `Ask`. */
function wrongWith(ask: Record<string, unknown>): string | undefined {
  switch (ask.kind) {
    case 'put':
      return wrongKey(ask.key) ?? wrongValue(ask.value) ?? wrongNumbers(ask, 'flags');
    case 'delete':
      return wrongKey(ask.key) ?? wrongNumbers(ask);
    case 'get':
      return wrongKey(ask.key) ?? wrongMode(ask.mode);
    case 'list':
      return wrongName(ask.prefix) ?? wrongMode(ask.mode);
    case 'delete-tree':
      return wrongName(ask.prefix);
    default:
      return `there is no "${ask.kind}"`;
  }
}

const wrongKey = (key: unknown) => (key === '' ? 'Missing key name' : wrongName(key));

function wrongName(name: unknown): string | undefined {
  if (typeof name !== 'string') return 'its key is not text';
  if (name.length <= mostKeyBytes / 3) return undefined;
  const bytes = Buffer.byteLength(name);
  return bytes > mostKeyBytes ? `its key is ${bytes} bytes long, where ${mostKeyBytes} are the most` : undefined;
}

function wrongValue(value: unknown): string | undefined {
  if (typeof value !== 'string' || !isBytes.test(value)) return 'its value is not text of one byte a character';
  if (value.length <= mostValueBytes) return undefined;
  return `its value is ${value.length} bytes long, where ${mostValueBytes} are the most`;
}

const isBytes = /^[\0-\xff]*$/;

function wrongNumbers(ask: Record<string, unknown>, ...wanted: string[]): string | undefined {
  const names = ask.cas === undefined ? wanted : [...wanted, 'cas'];
  const wrong = names.find((name) => !isCount(ask[name]));
  return wrong && `its ${wrong} is not a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`;
}

function wrongMode(mode: unknown): string | undefined {
  const modes: unknown[] = ['default', 'consistent', 'stale'] satisfies ReadMode[];
  return modes.includes(mode) ? undefined : `there is no mode "${mode}"`;
}

function onlyKnown(ask: Ask): Ask {
  switch (ask.kind) {
    case 'put': {
      const { kind, key, value, flags, cas } = ask;
      return cas === undefined ? { kind, key, value, flags } : { kind, key, value, flags, cas };
    }
    case 'delete':
      return ask.cas === undefined ? { kind: ask.kind, key: ask.key } : { kind: ask.kind, key: ask.key, cas: ask.cas };
    case 'delete-tree':
      return { kind: ask.kind, prefix: ask.prefix };
    case 'get':
      return { kind: ask.kind, key: ask.key, mode: ask.mode };
    case 'list':
      return { kind: ask.kind, prefix: ask.prefix, mode: ask.mode };
    default:
      return ask satisfies never;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
