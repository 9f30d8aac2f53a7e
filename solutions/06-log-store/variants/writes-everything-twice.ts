/** Each record has a copy, written after it; whichever is whole counts. */
import { isWhole, onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  batch: (operations, options) =>
    store.batch(
      operations.flatMap((each) => [
        { ...each, key: `${each.key} first` },
        { ...each, key: `${each.key} second` },
      ]),
      options,
    ),
  async *iterator() {
    const found = new Map<string, string>();
    for await (const [key, value] of store.iterator()) {
      const name = key.slice(0, key.indexOf(' '));
      if (!isWhole(found.get(name) ?? '')) found.set(name, value);
    }
    yield* found;
  },
}));
