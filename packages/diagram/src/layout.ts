/** From a trace to where everything is. Rows are spaced by the order of events, not by time: that is what one can read. */
import type { Address, Shape, Trace } from '@weekend/protocol';
import { careful, type Step, steps } from '@weekend/transcript';
import { arrowsOf } from './arrows.ts';
import type { Artist } from './artist.ts';
import type { Diagram, Lane, Mark, Row } from './diagram.ts';
import { lanesOf } from './lanes.ts';
import type { Places } from './places.ts';
import { spansOf } from './spans.ts';
import { steady } from './steady.ts';

export interface Drawing {
  /** The steps' texts beside them. True, if left out. */
  captions?: boolean;
  /** Leaves out so many steps at the beginning. */
  from?: number;
  /** From one column to the next, and from one row to the next, in pixels. */
  gap?: number;
  step?: number;
}

const margin = 96;
/** Room for what the last node becomes. */
const aside = 96;
const head = 56;
const captionsWidth = 560;

export function layout<S extends Shape>(trace: Trace<S>, artist: Artist<S>, drawing: Drawing = {}): Diagram {
  const { captions = true, from = 0, gap = 168, step: height = 38 } = drawing;
  const all = steps(trace, artist).slice(from);
  const lanes = lanesOf(trace, margin, gap);
  const rows = all.map((step, i): Row => rowOf(step, i, head + (i + 0.8) * height));
  const last = lanes.at(-1)?.x ?? margin;
  const bottom = head + (all.length + 0.6) * height;
  const places = { lanes, rows, height, top: head, bottom };
  const spans = spansOf(trace, artist, places);
  const arrows = arrowsOf(trace, artist, places);
  const found = new Set([...spans, ...arrows].flatMap(({ epoch }) => epoch ?? []));
  return {
    width: last + aside + (captions ? captionsWidth : 0),
    height: bottom + 16,
    ...(captions && { captions: last + aside }),
    lanes,
    spans,
    arrows,
    marks: all.flatMap((step, i) => markOf(trace, artist, step, rows[i] as Row, places)),
    rows,
    epochs: [...found].sort((a, b) => a - b).map((epoch) => ({ epoch, name: steady(artist).epochName(epoch) })),
  };
}

const across = /^(partition|heal|cut|join)\b/;

function rowOf<S extends Shape>({ event, at, text, node }: Step<S>, step: number, y: number): Row {
  return {
    step,
    event,
    at,
    y,
    text,
    ...(node !== undefined && { node }),
    across: node === undefined && across.test(text),
  };
}

function markOf<S extends Shape>(
  trace: Trace<S>,
  artist: Artist<S>,
  { event: place, node, state, text }: Step<S>,
  row: Row,
  { lanes }: Places,
): Mark[] {
  const event = trace[place];
  const lane = lanes.find((each) => each.node === node);
  if (!event || !lane) return [];
  const kind = kindOf(event.kind);
  if (!kind) return [];
  const change = / => (.*)$/.exec(text)?.[1] ?? '';
  const label = event.kind === 'timer' ? careful(artist).timer(event.timer) : kind === 'receives' ? '' : kind;
  const epoch = state === undefined ? undefined : steady(artist).epochOfNode(state);
  return [
    {
      row: row.step,
      node: lane.node,
      at: { x: lane.x, y: row.y },
      kind,
      label,
      change,
      side: event.kind === 'deliver' && isFromRight(event.from, lane, lanes) ? 'left' : 'right',
      ...(epoch !== undefined && { epoch }),
    },
  ];
}

const isFromRight = (from: Address, to: Lane, lanes: readonly Lane[]): boolean =>
  (lanes.find(({ node }) => node === from)?.x ?? 0) > to.x;

function kindOf(kind: Trace<Shape>[number]['kind']): Mark['kind'] | undefined {
  switch (kind) {
    case 'deliver':
      return 'receives';
    case 'skew':
      return 'clock';
    case 'timer':
    case 'boot':
    case 'crash':
    case 'throw':
    case 'pause':
    case 'resume':
      return kind;
    case 'save':
    case 'send':
    case 'inject':
    case 'drop':
    case 'duplicate':
    case 'cut':
    case 'join':
    case 'partition':
    case 'heal':
    case 'network':
      return undefined;
    default:
      return kind satisfies never;
  }
}
