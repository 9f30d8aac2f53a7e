/** What clients ask for, as one writes it in a scene. */
import type { Index, Read, ReadMode, RequestId, Write } from '@weekend/raft';

type Put = Extract<Write, { kind: 'put' }>;

export const put = (key: string, value: string, more: Partial<Pick<Put, 'flags' | 'cas'>> = {}): Put => ({
  kind: 'put',
  key,
  value,
  flags: 0,
  ...more,
});

/** Consul's `cas`: only if the key was last modified at this index, 0 for "only if absent". */
export const cas = (key: string, value: string, index: Index): Put => put(key, value, { cas: index });

export const remove = (key: string, index?: Index): Write => ({
  kind: 'delete',
  key,
  ...(index !== undefined && { cas: index }),
});

export const removeTree = (prefix: string): Write => ({ kind: 'delete-tree', prefix });

export const get = (key: string, mode: ReadMode): Read => ({ kind: 'get', key, mode });

export const list = (prefix: string, mode: ReadMode): Read => ({ kind: 'list', prefix, mode });

/** Of a client that does not ask for exactly-once. */
export const nobody: RequestId = { session: null, seq: 1 };

/** `put x=1 (cas 7)`: for a sentence. */
export function told(ask: Read | Write): string {
  switch (ask.kind) {
    case 'put':
      return `put ${ask.key}=${ask.value}${ask.cas === undefined ? '' : ` (cas ${ask.cas})`}`;
    case 'delete':
      return `delete ${ask.key}${ask.cas === undefined ? '' : ` (cas ${ask.cas})`}`;
    case 'delete-tree':
      return `delete-tree ${ask.prefix}`;
    case 'get':
      return `get ${ask.key} (${ask.mode})`;
    case 'list':
      return `list ${ask.prefix} (${ask.mode})`;
    default:
      return ask satisfies never;
  }
}
