/** The end of a long trace, which still says how each node began and what it knew before the part that is kept. */
import type { Shape, Trace, TraceEvent } from '@weekend/protocol';

/** More events than that nobody walks through. */
const longestTrace = 2_000;

export function endOf<S extends Shape>(trace: Trace<S>): Trace<S> {
  const cut = trace.length - longestTrace;
  if (cut <= 0) return trace;
  const last = new Map<string, TraceEvent<S>>();
  const boots: TraceEvent<S>[] = [];
  for (const event of trace.slice(0, cut)) {
    const node = whoseTurn(event);
    if (node === undefined) continue;
    if (!last.has(node)) boots.push(event);
    last.set(node, event);
  }
  const known = [...last.values()].filter((event) => !boots.includes(event)).sort((a, b) => a.at - b.at);
  return [...boots, ...known, ...trace.slice(cut)];
}

function whoseTurn<S extends Shape>(event: TraceEvent<S>): string | undefined {
  switch (event.kind) {
    case 'deliver':
      return event.to;
    case 'boot':
    case 'timer':
    case 'crash':
    case 'throw':
      return event.node;
    default:
      return undefined;
  }
}
