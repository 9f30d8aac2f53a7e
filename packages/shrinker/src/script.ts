/** A run as a list of deeds, plain data, of which any may be left out. What is left out of a message's way is its loss. */
import type { Address, Millis, Shape, Trace, TraceEvent } from '@weekend/protocol';
import type { Aim } from '@weekend/simulator';

export interface Script<S extends Shape> {
  nodes: readonly Address[];
  /** How the clocks were when the nodes booted. */
  clocks: readonly Skew[];
  deeds: readonly Deed<S>[];
}

export type Deed<S extends Shape> = { readonly at: Millis } & (
  | Turn<S>
  | { readonly kind: 'crash'; readonly node: Address }
  | { readonly kind: 'inject'; readonly from: Address; readonly to: Address; readonly message: S['Message'] }
  | Skew
);

/** A node is called, and may crash in the middle of it. */
type Turn<S extends Shape> = { readonly crash?: Aim } & (
  | {
      readonly kind: 'deliver';
      readonly from: Address;
      readonly to: Address;
      readonly message: S['Message'];
      /** It had arrived before. */
      readonly again: boolean;
    }
  | {
      readonly kind: 'timer';
      readonly node: Address;
      readonly timer: S['Timer'];
      /** Somebody fired it by hand, before its time. */
      readonly early?: boolean;
    }
  | { readonly kind: 'restart'; readonly node: Address }
);

interface Skew {
  readonly kind: 'skew';
  readonly node: Address;
  readonly rate: number;
  readonly ahead: Millis;
}

/** Partitions, pauses and losses are gone: all that they did is that something did not arrive, or late. */
export function scriptOf<S extends Shape>(trace: Trace<S>): Script<S> {
  const firstBoot = trace.findIndex(({ kind }) => kind === 'boot');
  const clocks = trace
    .slice(0, Math.max(0, firstBoot))
    .flatMap((event) => (event.kind === 'skew' ? [skewOf(event)] : []));
  const nodes = new Set<Address>();
  const arrived = new Set<number>();
  const originals = new Map<number, number>();
  const deeds: Deed<S>[] = [];
  for (const [i, event] of trace.entries()) {
    if (event.kind === 'duplicate') originals.set(event.id, originals.get(event.copyOf) ?? event.copyOf);
    const deed = i < firstBoot ? undefined : deedOf(event, trace, i, nodes);
    if (deed?.kind !== 'deliver' || event.kind !== 'deliver') deeds.push(...(deed ? [deed] : []));
    else {
      const original = originals.get(event.id) ?? event.id;
      deeds.push({ ...deed, again: arrived.has(original) });
      arrived.add(original);
    }
  }
  return { nodes: [...nodes], clocks, deeds };
}

function deedOf<S extends Shape>(
  event: TraceEvent<S>,
  trace: Trace<S>,
  place: number,
  booted: Set<Address>,
): Deed<S> | undefined {
  const { at } = event;
  switch (event.kind) {
    case 'boot': {
      if (booted.has(event.node))
        return { at, kind: 'restart', node: event.node, ...crashIn(trace, place, event.node) };
      booted.add(event.node);
      return undefined;
    }
    case 'deliver': {
      const { from, to, message } = event;
      return { at, kind: 'deliver', from, to, message, again: false, ...crashIn(trace, place, to) };
    }
    case 'timer':
      return { at, kind: 'timer', node: event.node, timer: event.timer, ...crashIn(trace, place, event.node) };
    case 'crash':
      return event.unsaved === undefined && event.unsent === undefined
        ? { at, kind: 'crash', node: event.node }
        : undefined;
    case 'inject':
      return { at, kind: 'inject', from: event.from, to: event.to, message: event.message };
    case 'skew':
      return { at, ...skewOf(event) };
    case 'save':
    case 'send':
    case 'throw':
    case 'drop':
    case 'duplicate':
    case 'pause':
    case 'resume':
    case 'cut':
    case 'join':
    case 'partition':
    case 'heal':
    case 'network':
      return undefined;
    default:
      return event satisfies never;
  }
}

/** Where in the turn at `place` the node crashed, if it did. */
function crashIn<S extends Shape>(trace: Trace<S>, place: number, node: Address): { crash?: Aim } {
  let sent = 0;
  let saved = false;
  for (let i = place + 1; i < trace.length; i++) {
    const event = trace[i] as TraceEvent<S>;
    if (event.kind === 'send') sent++;
    else if (event.kind === 'save') saved = true;
    else if (event.kind === 'crash' && event.node === node && event.unsent !== undefined)
      return { crash: aimOf(event.unsaved ?? 0, sent, saved) };
    else if (event.kind !== 'drop' && event.kind !== 'duplicate') break;
  }
  return {};
}

function aimOf(unsaved: number, sent: number, saved: boolean): Aim {
  if (unsaved > 0) return { when: 'before', what: 'save', nth: 1 };
  if (sent > 0) return { when: 'after', what: 'send', nth: sent };
  return saved ? { when: 'after', what: 'save', nth: 1 } : { when: 'before', what: 'send', nth: 1 };
}

const skewOf = ({ node, rate, ahead }: Skew): Skew => ({ kind: 'skew', node, rate, ahead });
