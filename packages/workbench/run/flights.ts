/** The messages of a recorded run: from which of its events to which each is to be seen on its way, and when. */
import type { Millis, Trace } from '@weekend/protocol';
import type { Raft } from '@weekend/raft';
import { type PacketView, packetView } from './view.ts';

/** Seen after the event `from` has happened, until `until` happens: places in the trace. */
export interface Flight {
  from: number;
  until: number;
  packet: PacketView;
}

/** How the trace is cut into steps. */
export interface Steps {
  /** How many steps have begun at an event of the trace. */
  at(place: number): number;
  /** Where the trace is after so many steps. */
  endOf(step: number): number;
  /** When that is. */
  timeOf(step: number): Millis;
}

/** How long a message is shown to travel that never arrives, or that nobody was seen to send. */
const pace = 100;

export function flightsOf(trace: Trace<Raft>, steps: Steps): Flight[] {
  const arrivals = new Map<number, number>();
  const departures = new Set<number>();
  for (const [place, event] of trace.entries()) {
    if (event.kind === 'deliver' || event.kind === 'drop') arrivals.set(event.id, place);
    if (event.kind === 'send' || event.kind === 'duplicate' || event.kind === 'inject') departures.add(event.id);
  }
  return trace.flatMap((event, place): Flight[] => {
    switch (event.kind) {
      case 'send':
      case 'duplicate':
      case 'inject': {
        const sentAt = steps.timeOf(steps.at(place));
        const arrival = arrivals.get(event.id);
        // What a script has read, and answers or not: it leaves, and that is all one sees of it.
        const until = arrival ?? steps.endOf(steps.at(place));
        const due = arrival === undefined ? sentAt + pace : steps.timeOf(steps.at(arrival));
        return [{ from: place, until, packet: packetView({ ...event, sentAt, due }) }];
      }
      case 'deliver': {
        if (departures.has(event.id)) return [];
        const step = steps.at(place);
        const [sentAt, due] = [steps.timeOf(step - 1), steps.timeOf(step)];
        const from = step < 2 ? -1 : steps.endOf(step - 2);
        return [{ from, until: place, packet: packetView({ ...event, sentAt, due }) }];
      }
      default:
        return [];
    }
  });
}
