/** K36: first the term and the vote, then the log. */
import { isTail } from '@weekend/protocol';
import { inSteps } from '../around.ts';

export const logStore = inSteps((changes) => {
  const fields = Object.entries(changes);
  const isList = (change: unknown) => isTail(change) || Array.isArray(change);
  return [
    Object.fromEntries(fields.filter(([, change]) => !isList(change))),
    Object.fromEntries(fields.filter(([, change]) => isList(change))),
  ];
});
