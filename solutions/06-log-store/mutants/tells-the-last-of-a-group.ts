/** One promise for a group, and a new one for each save: only who came last is told. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => {
  const told = new Map<Promise<void>, { resolve(): void; reject(error: unknown): void }>();
  return {
    save(changes) {
      const saved = log.save(changes);
      return new Promise((resolve, reject) => {
        if (!told.has(saved))
          saved.then(
            () => told.get(saved)?.resolve(),
            (error) => told.get(saved)?.reject(error),
          );
        told.set(saved, { resolve, reject });
      });
    },
  };
});
