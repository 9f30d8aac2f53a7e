/** A tail replaces the items that it has, and those beyond it stay. */
import { isTail } from '@weekend/protocol';
import { inSteps } from '../around.ts';

export const logStore = inSteps((changes, lists) => {
  const kept = { ...changes };
  for (const [field, change] of Object.entries(changes)) {
    if (Array.isArray(change)) lists.set(field, [...change]);
    if (!isTail(change)) continue;
    const old = lists.get(field) ?? [];
    const now = [...old.slice(0, change.from), ...change.items, ...old.slice(change.from + change.items.length)];
    lists.set(field, now);
    kept[field] = { from: change.from, items: now.slice(change.from) };
  }
  return [kept];
});
