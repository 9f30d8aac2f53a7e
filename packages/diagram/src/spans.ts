/** Each node's line, in pieces: a new one wherever its epoch, its rank, or whether it is up becomes another. */
import type { Address, Shape, Trace, TraceEvent } from '@weekend/protocol';
import type { Artist } from './artist.ts';
import type { Span } from './diagram.ts';
import type { Places } from './places.ts';
import { type Steady, steady } from './steady.ts';

export function spansOf<S extends Shape>(trace: Trace<S>, artist: Artist<S>, places: Places): Span[] {
  const sure = steady(artist);
  return places.lanes.filter(({ guest }) => !guest).flatMap(({ node, x }) => lineOf(trace, sure, places, node, x));
}

type Look = Pick<Span, 'state' | 'rank' | 'epoch'>;

function lineOf<S extends Shape>(
  trace: Trace<S>,
  artist: Steady<S>,
  { rows, top, bottom }: Places,
  node: Address,
  x: number,
): Span[] {
  const spans: Span[] = [];
  const heights = new Map(rows.map(({ event, y }) => [event, y]));
  let look: Look = { state: 'down', rank: 'plain' };
  let since = top;
  for (const [i, event] of trace.entries()) {
    const next = lookAfter(event, node, look, artist);
    if (isEqual(look, next)) continue;
    const y = heights.get(i) ?? (spans.length === 0 ? top : since);
    if (y > since) spans.push({ node, x, top: since, bottom: y, ...look });
    [look, since] = [next, y];
  }
  return [...spans, { node, x, top: since, bottom, ...look }];
}

function lookAfter<S extends Shape>(event: TraceEvent<S>, node: Address, look: Look, artist: Steady<S>): Look {
  const whose = event.kind === 'deliver' ? event.to : 'node' in event ? event.node : undefined;
  if (whose !== node) return look;
  switch (event.kind) {
    case 'boot':
    case 'deliver':
    case 'timer':
      return event.state ? lookOf(event.state, artist) : { state: 'down', rank: 'plain' };
    case 'crash':
    case 'throw':
      return { state: 'down', rank: 'plain' };
    case 'pause':
      return { ...look, state: 'paused' };
    case 'resume':
      return { ...look, state: 'up' };
    default:
      return look;
  }
}

function lookOf<S extends Shape>(state: S['State'], artist: Steady<S>): Look {
  const epoch = artist.epochOfNode(state);
  return { state: 'up', rank: artist.rank(state), ...(epoch !== undefined && { epoch }) };
}

const isEqual = (a: Look, b: Look): boolean => a.state === b.state && a.rank === b.rank && a.epoch === b.epoch;
