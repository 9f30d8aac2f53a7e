/** What differs between two states of plain data, each place by its path: `role.votes[1]`. */

export interface Change {
  path: string;
  /** Absent where the place is new, or gone. */
  before?: unknown;
  after?: unknown;
}

/** The outermost places that differ: a part that is new or gone, or has become something else, is one change. */
export function changes(before: unknown, after: unknown): Change[] {
  return [...differing(before, after, '')];
}

function* differing(before: unknown, after: unknown, path: string): Generator<Change> {
  if (Object.is(before, after)) return;
  const kind = kindOf(before);
  if (kind === 'value' || kind !== kindOf(after) || isAnother(before, after)) {
    yield { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    return;
  }
  const [old, now] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
    yield* differing(old[key], now[key], kind === 'array' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
}

function kindOf(value: unknown): 'array' | 'object' | 'value' {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' && value !== null ? 'object' : 'value';
}

/** A follower that has become a candidate is not a follower with other fields. */
const isAnother = (before: unknown, after: unknown): boolean =>
  (before as { kind?: unknown }).kind !== (after as { kind?: unknown }).kind;
