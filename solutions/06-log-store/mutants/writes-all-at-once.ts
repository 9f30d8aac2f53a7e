/** Every save is a batch of its own, at once: a later one may be durable, and settled, before an earlier one. */
import { checksum } from '@weekend/log-store';
import { keyOf, withLog } from '../around.ts';

export const logStore = withLog((_log, store) => {
  let next: number | undefined;
  let counted: Promise<void> | undefined;
  const count = async () => {
    next = 0;
    for await (const _record of store.iterator()) next += 1;
  };
  return {
    async save(changes) {
      const forgotten = Object.keys(changes).filter((field) => changes[field] === undefined);
      const body = `[${[changes, ...forgotten].map((part) => JSON.stringify(part)).join(',')}]`;
      const value = `${checksum(body).toString(16).padStart(8, '0')}${body}`;
      counted ??= count();
      await counted;
      const key = keyOf(next as number);
      next = (next as number) + 1;
      await store.batch([{ type: 'put', key, value }], { sync: true });
    },
  };
});
