/** A tail is appended, wherever it begins. */
import { isTail } from '@weekend/protocol';
import { inSteps } from '../around.ts';

export const logStore = inSteps((changes, lists) => {
  const appended = { ...changes };
  for (const [field, change] of Object.entries(changes)) {
    if (Array.isArray(change)) lists.set(field, [...change]);
    if (!isTail(change)) continue;
    const old = lists.get(field) ?? [];
    lists.set(field, [...old, ...change.items]);
    appended[field] = { from: old.length, items: change.items };
  }
  return [appended];
});
