/** Does something for each of many, a few at a time. */

/** How many at a time: enough to hide the waiting, few enough for an engine to bear. */
const most = 32;

/** Lets all that was begun come to its end, and throws then what was thrown first. */
export async function each<T>(items: readonly T[], task: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined && failures.length === 0; item = waiting.shift())
      await task(item).catch((error) => failures.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
