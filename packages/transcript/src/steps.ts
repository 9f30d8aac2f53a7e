/** A trace step by step: each line of the whole conversation, with what its node knew before it and after, and what it did. */
import type { Address, Millis, Shape, Trace, TraceEvent } from '@weekend/protocol';
import { type Change, changes } from './changes.ts';
import { careful, lines } from './lines.ts';
import type { Teller } from './teller.ts';

export interface Step<S extends Shape> {
  /** Its place in the trace. */
  event: number;
  at: Millis;
  /** The line of the story. */
  text: string;
  /** Whose step it is; absent where it is the world's. */
  node?: Address;
  /** What that node knows afterwards; absent where it is down. */
  state?: S['State'];
  /** What of it is new. */
  changes: Change[];
  /** What the node saved and sent, in its order: `saves votedFor="n2"`, `sends n2 RequestVoteReply granted`. */
  effects: string[];
}

export function steps<S extends Shape>(trace: Trace<S>, teller: Teller<S>): Step<S>[] {
  const known = new Map<Address, S['State']>();
  const told = new Map(lines(trace, teller).map((line) => [line.event, line]));
  return trace.flatMap((event, i) => {
    const node = whose(event);
    const before = node === undefined ? undefined : known.get(node);
    const state = stateAfter(event, before);
    if (node !== undefined) remember(known, node, state);
    const line = told.get(i);
    if (!line || event.kind === 'send' || event.kind === 'inject') return [];
    return [
      {
        event: i,
        at: event.at,
        text: line.text,
        ...(node !== undefined && { node }),
        ...(state && { state }),
        changes: before && state ? changes(before, state) : [],
        effects: node === undefined ? [] : effectsOf(trace, i, node, careful(teller)),
      },
    ];
  });
}

function remember<Known>(known: Map<Address, Known>, node: Address, state: Known | undefined): void {
  if (state) known.set(node, state);
  else known.delete(node);
}

function whose<S extends Shape>(event: TraceEvent<S>): Address | undefined {
  if (event.kind === 'deliver') return event.to;
  return 'node' in event ? event.node : undefined;
}

function stateAfter<S extends Shape>(event: TraceEvent<S>, before: S['State'] | undefined): S['State'] | undefined {
  switch (event.kind) {
    case 'boot':
    case 'deliver':
    case 'timer':
      return event.state;
    case 'crash':
    case 'throw':
      return undefined;
    default:
      return before;
  }
}

/** What the turn at `from` asked for: it stands right behind it in the trace. */
function effectsOf<S extends Shape>(
  trace: Trace<S>,
  from: number,
  node: Address,
  teller: Required<Teller<S>>,
): string[] {
  const effects: string[] = [];
  for (let i = from + 1; i < trace.length; i++) {
    const event = trace[i] as TraceEvent<S>;
    if (event.kind === 'save' && event.node === node) effects.push(`saves ${saved(event.changes)}`);
    else if (event.kind === 'send' && event.from === node)
      effects.push(`sends ${event.to} ${teller.message(event.message)}`);
    else if (event.kind !== 'drop' && event.kind !== 'duplicate') break;
  }
  return effects;
}

const saved = (changed: object): string =>
  Object.entries(changed)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(' ');
