/** After a failure it goes on with the next record, and leaves a torn one in the middle. */
import { checksum, type LogStore } from '@weekend/log-store';
import { keyOf } from '../around.ts';
import { logStore as reference } from '../log-store.ts';

export const logStore: LogStore = {
  async open(store) {
    const { saved } = await reference.open(store);
    let next = 0;
    for await (const _record of store.iterator()) next += 1;
    let closed = false;
    let gathering: string[] | undefined;
    let durable: Promise<void> = Promise.resolve();

    function write(group: readonly string[]): Promise<void> {
      gathering = undefined;
      const body = `[${group.join(',')}]`;
      const value = `${checksum(body).toString(16).padStart(8, '0')}${body}`;
      return store.batch([{ type: 'put', key: keyOf(next++), value }], { sync: true });
    }

    return {
      saved,
      save(changes) {
        if (closed) return Promise.reject(new Error('Cannot save: the log is closed'));
        const forgotten = Object.keys(changes).filter((field) => changes[field] === undefined);
        const text = [changes, ...forgotten].map((part) => JSON.stringify(part)).join(',');
        if (gathering) gathering.push(text);
        else {
          const group = [text];
          gathering = group;
          durable = durable.catch(() => {}).then(() => write(group));
        }
        return durable;
      },
      async close() {
        closed = true;
        await durable.catch(() => {});
      },
    };
  },
};
