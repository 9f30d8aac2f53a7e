/** A record for each save; a group is a batch of many. */
import type { LogStore, Operation, Saved } from '@weekend/log-store';
import { applyChanges, type Changes } from '@weekend/protocol';
import { keyOf, sumOf } from '../around.ts';

interface Waiting {
  operation: Operation;
  settle(failure?: unknown): void;
}

export const logStore: LogStore = {
  async open(store) {
    const saved: Saved = {};
    let next = 0;
    const torn: Operation[] = [];
    for await (const [key, value] of store.iterator()) {
      const body = value.slice(8);
      if (torn.length > 0 || key !== keyOf(next)) throw new Error(`The log is damaged before ${key}: cannot open it`);
      if (value.slice(0, 8) !== sumOf(body)) torn.push({ type: 'del', key });
      else {
        next += 1;
        replay(saved, body);
      }
    }
    await store.batch(torn, { sync: true });

    let waiting: Waiting[] = [];
    let writing: Promise<void> | undefined;
    let stopped: Error | undefined;

    async function write(): Promise<void> {
      await undefined;
      while (waiting.length > 0) {
        const group = waiting;
        waiting = [];
        try {
          if (stopped) throw stopped;
          await store.batch(
            group.map(({ operation }) => operation),
            { sync: true },
          );
          for (const { settle } of group) settle();
        } catch (error) {
          stopped = new Error(`Cannot save: an earlier save has failed (${String(error)})`);
          for (const { settle } of group) settle(error);
        }
      }
      writing = undefined;
    }

    let closed = false;
    return {
      saved,
      save(changes) {
        if (closed) return Promise.reject(new Error('Cannot save: closed'));
        const body = Object.keys(changes)
          .map((field) => JSON.stringify([field, changes[field] === undefined ? [] : [changes[field]]]))
          .join('\n');
        const operation: Operation = { type: 'put', key: keyOf(next++), value: `${sumOf(body)}${body}` };
        return new Promise((resolve, reject) => {
          waiting.push({ operation, settle: (failure) => (failure === undefined ? resolve() : reject(failure)) });
          writing ??= write();
        });
      },
      async close() {
        closed = true;
        await writing;
      },
    };
  },
};

function replay(saved: Saved, body: string): void {
  const changes: Changes<Saved> = {};
  for (const line of body.split('\n').filter((each) => each !== '')) {
    const [field, [value]] = JSON.parse(line);
    changes[field] = value;
  }
  applyChanges(saved, changes);
}
