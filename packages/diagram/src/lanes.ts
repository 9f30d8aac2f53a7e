/** Which columns there are, and where. */
import type { Address, Shape, Trace, TraceEvent } from '@weekend/protocol';
import type { Lane } from './diagram.ts';

/** Nothing happens at a guest, so that its column may be narrow. */
const guestShare = 0.4;

/** Nodes first, then whoever else speaks or is spoken to; `n10` after `n9`. */
export function lanesOf<S extends Shape>(trace: Trace<S>, left: number, gap: number): Lane[] {
  const nodes = new Set(trace.flatMap((event) => (event.kind === 'boot' ? [event.node] : [])));
  const guests = new Set(trace.flatMap((event) => speakers(event)).filter((name) => !nodes.has(name)));
  const names = [...[...nodes].sort(byNumber), ...[...guests].sort(byNumber)];
  const x = (i: number) => left + Math.min(i, nodes.size) * gap + Math.max(0, i - nodes.size) * gap * guestShare;
  return names.map((node, i) => ({ node, x: Math.round(x(i)), guest: guests.has(node) }));
}

function speakers<S extends Shape>(event: TraceEvent<S>): Address[] {
  switch (event.kind) {
    case 'send':
    case 'inject':
    case 'deliver':
      return [event.from, event.to];
    default:
      return [];
  }
}

const collator = {
  of: (name: string): [string, number] => [name.replace(/\d+$/, ''), Number(/\d+$/.exec(name)?.[0] ?? 0)],
};

function byNumber(a: Address, b: Address): number {
  const [word, number] = collator.of(a);
  const [otherWord, otherNumber] = collator.of(b);
  return word === otherWord ? number - otherNumber : word < otherWord ? -1 : 1;
}
