/** Does not delete a torn record: the next one is written over it. */
import { onStore } from '../around.ts';

export const logStore = onStore((store) => ({
  batch: (operations, options) =>
    store.batch(
      operations.filter(({ type }) => type !== 'del'),
      options,
    ),
}));
