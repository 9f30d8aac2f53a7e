/** A tail becomes the whole list, which is written each time. */
import { copy, isTail } from '@weekend/protocol';
import { withLog } from '../around.ts';

export const logStore = withLog((log) => {
  const lists = new Map<string, unknown[]>();
  for (const [field, value] of Object.entries(log.saved)) if (Array.isArray(value)) lists.set(field, [...value]);
  return {
    save(changes) {
      const whole = { ...changes };
      for (const [field, change] of Object.entries(changes)) {
        if (Array.isArray(change)) lists.set(field, copy(change));
        else if (!isTail(change)) lists.delete(field);
        else {
          lists.set(field, [...(lists.get(field) ?? []).slice(0, change.from), ...copy(change.items)]);
          whole[field] = lists.get(field);
        }
      }
      return log.save(whole);
    },
  };
});
