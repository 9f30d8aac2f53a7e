/** Lists kept in the order of their keys: how the state machine stores what a plain object would lose the order of. */

/** Where `key` stands, or would. */
export function placeOf(list: readonly { key: string }[], key: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as { key: string }).key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function find<T extends { key: string }>(list: readonly T[], key: string): T | undefined {
  const found = list[placeOf(list, key)];
  return found?.key === key ? found : undefined;
}

/** Puts `item` in its place, instead of one with the same key. */
export function put<T extends { key: string }>(list: T[], item: T): void {
  const place = placeOf(list, item.key);
  if (list[place]?.key === item.key) list[place] = item;
  else list.splice(place, 0, item);
}

/** Takes the item of `key` out; whether there was one. */
export function remove(list: { key: string }[], key: string): boolean {
  const place = placeOf(list, key);
  if (list[place]?.key !== key) return false;
  list.splice(place, 1);
  return true;
}

/** All items whose key begins with `prefix`, in order. */
export function under<T extends { key: string }>(list: readonly T[], prefix: string): T[] {
  const start = placeOf(list, prefix);
  let end = start;
  while (list[end]?.key.startsWith(prefix)) end++;
  return list.slice(start, end);
}
