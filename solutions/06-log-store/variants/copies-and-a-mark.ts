/**
 * Each group is written twice, with a mark behind the copies: one whole copy will do. So of a save that a crash has torn,
 * open may go on without it even if something older is damaged, too.
 */
import { checksum, type LogStore, type Operation, type OrderedStore, type Saved } from '@weekend/log-store';
import { applyChanges, type Changes } from '@weekend/protocol';

type Part = 'a' | 'b' | 'mark';
const parts: readonly Part[] = ['a', 'b', 'mark'];

/** The parts of a group that are there, as they are. */
type Group = ReadonlyMap<string, string>;

type Save = [changes: Changes<Saved>, forgotten: string[]];

export const logStore: LogStore = {
  async open(store) {
    const { saved, whole, torn } = await restore(store);
    await store.batch(torn, { sync: true });

    let next = whole;
    let last: Promise<void> = Promise.resolve();
    let open: { texts: string[]; done: Promise<void> } | undefined;
    let closed = false;

    function write(texts: readonly string[]): Promise<void> {
      open = undefined;
      const number = next++;
      const body = `[${texts.join(',')}]`;
      return store.batch(
        parts.map((part) => {
          const key = keyOf(number, part);
          return { type: 'put', key, value: sealed(key, part === 'mark' ? 'done' : body) };
        }),
        { sync: true },
      );
    }

    return {
      saved,
      async save(changes) {
        if (closed) throw new Error('Cannot save: the log is closed');
        const save: Save = [changes, Object.keys(changes).filter((field) => changes[field] === undefined)];
        const text = JSON.stringify(save);
        if (open) {
          open.texts.push(text);
          return open.done;
        }
        const texts = [text];
        const done = last.then(() => write(texts));
        open = { texts, done };
        last = done;
        return done;
      },
      async close() {
        closed = true;
        await last.catch(() => {});
      },
    };
  },
};

async function restore(store: OrderedStore): Promise<{ saved: Saved; whole: number; torn: Operation[] }> {
  const groups = await groupsIn(store);
  const saved: Saved = {};
  const count = Math.max(-1, ...groups.keys()) + 1;
  for (let number = 0; number < count; number += 1) {
    const group = groups.get(number) ?? new Map();
    const body = unsealed(number, 'a', group) ?? unsealed(number, 'b', group);
    const isMarked = unsealed(number, 'mark', group) !== undefined;
    if (body !== undefined && (isMarked || (number < count - 1 && group.has('mark')))) replay(saved, body);
    else if (number === count - 1 && !isMarked) return { saved, whole: number, torn: undone(number, group) };
    else throw new Error(`Cannot open the log: group ${number} was whole once, and is damaged`);
  }
  return { saved, whole: count, torn: [] };
}

async function groupsIn(store: OrderedStore): Promise<Map<number, Map<string, string>>> {
  const groups = new Map<number, Map<string, string>>();
  for await (const [key, value] of store.iterator({ reverse: true })) {
    const number = Number(key.slice(0, digits));
    const group = groups.get(number) ?? new Map<string, string>();
    groups.set(number, group.set(key.slice(digits), value));
  }
  return groups;
}

/** How the last group is taken away. Only the last of its parts can be torn. */
function undone(number: number, group: Group): Operation[] {
  const there = parts.filter((part) => group.has(part));
  for (const part of there.slice(0, -1))
    if (unsealed(number, part, group) === undefined)
      throw new Error(
        `Cannot open the log: part ${part} of group ${number} is damaged, and another was written after it`,
      );
  return there.reverse().map((part) => ({ type: 'del', key: keyOf(number, part) }));
}

function replay(saved: Saved, body: string): void {
  const saves: Save[] = JSON.parse(body);
  for (const [changes, forgotten] of saves) {
    for (const field of forgotten) delete saved[field];
    applyChanges(saved, changes);
  }
}

const digits = 12;
const keyOf = (number: number, part: Part): string => `${String(number).padStart(digits, '0')}${part}`;

const sealed = (key: string, body: string): string => `${checksum(`${key}:${body}`)} ${body}`;

function unsealed(number: number, part: Part, group: Group): string | undefined {
  const value = group.get(part) ?? '';
  const body = value.slice(value.indexOf(' ') + 1);
  return value === sealed(keyOf(number, part), body) ? body : undefined;
}
