/** The last events of a run as a space-time diagram. */

import { layout, svg } from '@weekend/diagram';
import type { Address, Trace, TraceEvent } from '@weekend/protocol';
import { drawRaft, type Raft, type State } from '@weekend/raft';

/** At most so many of the trace's events, of which a good half are steps that are drawn. */
const most = 130;

interface Drawn {
  readonly trace: Trace<Raft>;
  eventOf(place: number): number;
}

/** What the words beside the steps need, with the margins. */
const captionsWidth = 700;

/** `events`: for each step that is drawn, the event of the run. Where there is little room, the words are left out. */
export function draw(
  run: Drawn,
  { width, title }: { width: number; title: string },
  nodes: number,
): { svg: string; events: number[] } {
  const { trace } = run;
  const captions = width > 760;
  const room = width - (captions ? captionsWidth : 130);
  const gap = Math.round(Math.min(230, Math.max(84, room / Math.max(1, nodes - 1))));
  const cut = Math.max(0, trace.length - most);
  const boots = bootsBefore(trace, cut);
  const diagram = layout<Raft>([...boots, ...trace.slice(cut)], drawRaft, { captions, gap });
  const events = diagram.rows.map(({ event }) => run.eventOf(event - boots.length + cut));
  return { svg: svg(diagram, { title }), events };
}

/** What every node knew where the drawing begins. */
function bootsBefore(trace: Trace<Raft>, cut: number): TraceEvent<Raft>[] {
  if (cut === 0) return [];
  const known = new Map<Address, State>();
  for (const event of trace.slice(0, cut)) {
    if ('state' in event && event.state) known.set(event.kind === 'deliver' ? event.to : event.node, event.state);
    if (event.kind === 'crash' || event.kind === 'throw') known.delete(event.node);
  }
  const at = trace[cut]?.at ?? 0;
  return [...known].sort().map(([node, state]) => ({ kind: 'boot', at, node, saved: {}, state }));
}
