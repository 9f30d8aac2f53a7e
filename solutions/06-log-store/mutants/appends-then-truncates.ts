/** K38: the new entries are written over the old ones, and the rest of the old ones is deleted after that. */
import { isTail } from '@weekend/protocol';
import { inSteps } from '../around.ts';

export const logStore = inSteps((changes, lists) => {
  const [overlaid, cut] = [{ ...changes }, { ...changes }];
  for (const [field, change] of Object.entries(changes)) {
    if (Array.isArray(change)) lists.set(field, [...change]);
    if (!isTail(change)) continue;
    const old = lists.get(field) ?? [];
    const end = change.from + change.items.length;
    const now = [...old.slice(0, change.from), ...change.items];
    lists.set(field, now);
    overlaid[field] = [...now, ...old.slice(end)];
    cut[field] = { from: end, items: [] };
  }
  return [overlaid, cut];
});
