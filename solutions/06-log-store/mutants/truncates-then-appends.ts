/** K38: the old suffix is deleted and synced, and the new entries are appended after that. */
import { isTail } from '@weekend/protocol';
import { inSteps } from '../around.ts';

export const logStore = inSteps((changes) => {
  const cut = Object.entries(changes).flatMap(([field, change]) =>
    isTail(change) ? [[field, { from: change.from, items: [] }]] : [],
  );
  return [Object.fromEntries(cut), changes];
});
