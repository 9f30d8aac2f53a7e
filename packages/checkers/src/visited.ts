/**
 * The configurations that a search has been in: which operations are placed, and the state they led to. An open hash table
 * over one flat array; the hash only finds the place, the whole configuration is compared, so no verdict rests on luck.
 *
 * A configuration that got to the same point with fewer of the optional operations can do all that this one can, so this
 * one is not worth a visit either.
 */

export interface Visited {
  /** False if this configuration, or a better one, was added before. `from` is the first word of `placed` that counts. */
  add(hash: number, state: number, from: number, placed: Int32Array, used: Int32Array): boolean;
  bytes(): number;
  /** How many configurations have been compared so far. */
  compared(): number;
}

const header = 3;

/** `window` is how many words of `placed` tell configurations apart, `optional` how many words `used` has. */
export function visited(window: number, optional: number): Visited {
  const stride = header + window + optional;
  let count = 0;
  let compared = 0;
  let records = new Int32Array(stride * 32);
  /** The number of a record plus one; 0 is an empty slot. */
  let slots = new Int32Array(64);

  function add(hash: number, state: number, from: number, placed: Int32Array, used: Int32Array): boolean {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let record = slots[slot] as number; record !== 0; record = slots[slot] as number) {
      const at = (record - 1) * stride;
      if (records[at] === hash) {
        compared++;
        if (isAt(at, state, from, placed) && needsNoMore(at, used)) return false;
      }
      slot = (slot + 1) & mask;
    }
    if ((count + 1) * stride > records.length) enlargeRecords();
    write(count * stride, hash, state, from, placed, used);
    slots[slot] = ++count;
    if (count * 2 > slots.length) enlargeSlots();
    return true;
  }

  function isAt(at: number, state: number, from: number, placed: Int32Array): boolean {
    if (records[at + 1] !== state || records[at + 2] !== from) return false;
    for (let word = 0; word < window; word++) if (records[at + header + word] !== placed[from + word]) return false;
    return true;
  }

  function needsNoMore(at: number, used: Int32Array): boolean {
    const start = at + header + window;
    for (let word = 0; word < optional; word++)
      if (((records[start + word] as number) & ~(used[word] as number)) !== 0) return false;
    return true;
  }

  function write(at: number, hash: number, state: number, from: number, placed: Int32Array, used: Int32Array): void {
    records[at] = hash;
    records[at + 1] = state;
    records[at + 2] = from;
    for (let word = 0; word < window; word++) records[at + header + word] = placed[from + word] as number;
    const start = at + header + window;
    for (let word = 0; word < optional; word++) records[start + word] = used[word] as number;
  }

  function enlargeRecords(): void {
    const larger = new Int32Array(records.length * 2);
    larger.set(records);
    records = larger;
  }

  function enlargeSlots(): void {
    slots = new Int32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (let record = 0; record < count; record++) {
      let slot = (records[record * stride] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = record + 1;
    }
  }

  return { add, bytes: () => records.byteLength + slots.byteLength, compared: () => compared };
}
