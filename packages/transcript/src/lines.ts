/** Each event of a trace as a line, or as nothing where other lines say it already. */
import type { Address, Carried, FaultEvent, Millis, Shape, Trace, TraceEvent } from '@weekend/protocol';
import type { Teller } from './teller.ts';

export interface Line {
  /** The place of what it tells in the trace. */
  event: number;
  at: Millis;
  text: string;
  /** Of a message: what is said before its receiver, the receiver, and what is said after. */
  message?: { head: string; to: Address; tail: string };
  /** How much would be missed: nothing, if it is routine; a node that changed or a fault, if it matters. */
  weight: 'routine' | 'plain' | 'matters';
}

export function lines<S extends Shape>(trace: Trace<S>, teller: Teller<S>): Line[] {
  const narrator = new Narrator(trace, careful(teller));
  return trace.flatMap((event, i) => {
    const told = narrator.tell(event);
    return told ? [{ event: i, at: event.at, ...told }] : [];
  });
}

type Told = Omit<Line, 'event' | 'at'> | undefined;

/** Remembers, from the beginning of the trace, what a line has to know of earlier events. */
class Narrator<S extends Shape> {
  readonly #teller: Required<Teller<S>>;
  /** What was last said of each node. */
  readonly #known = new Map<Address, string>();
  /** The messages of which the trace tells what became. */
  readonly #settled: ReadonlySet<number>;
  /** For each message that was sent, itself; for each duplicate, the message that it is a copy of. */
  readonly #originals = new Map<number, number>();
  readonly #arrived = new Set<number>();

  constructor(trace: Trace<S>, teller: Required<Teller<S>>) {
    this.#teller = teller;
    const ends = trace.filter((event) => event.kind === 'deliver' || event.kind === 'drop');
    this.#settled = new Set(ends.map(({ id }) => id));
  }

  tell(event: TraceEvent<S>): Told {
    switch (event.kind) {
      case 'boot':
        return this.#boot(event.node, event.state);
      case 'deliver':
        return this.#message(event, this.#again(event.id), this.#change(event.to, event.state));
      case 'timer':
        return this.#timer(event.node, event.timer, this.#change(event.node, event.state));
      case 'drop':
        return this.#message(event, `, ${whyLost(event.why, event.to)}`);
      case 'send':
      case 'inject':
        this.#originals.set(event.id, event.id);
        return this.#settled.has(event.id) ? undefined : this.#message(event, this.#fate(event.to));
      case 'duplicate':
        this.#originals.set(event.id, this.#originals.get(event.copyOf) ?? event.copyOf);
        return undefined;
      case 'save':
      case 'network':
        return undefined;
      case 'throw':
        return { text: `${event.node} throws: ${event.error}`, weight: 'matters' };
      default:
        return { text: faultText(event), weight: 'matters' };
    }
  }

  /** That a cluster boots at its beginning goes without saying. */
  #boot(node: Address, state: S['State'] | undefined): Told {
    const isFirst = !this.#known.has(node);
    const change = this.#change(node, state);
    return isFirst ? undefined : { text: `restart ${node}${change}`, weight: 'matters' };
  }

  #message(carried: Carried<S>, comment: string, change = ''): Told {
    const { from, to, message } = carried;
    const stamp = this.#teller.stamp(message);
    const head = `${from}${stamp} -> `;
    const tail = ` ${this.#teller.message(message)}${comment}${change}`;
    const weight = weigh(change, this.#teller.isRoutine({ kind: 'message', message }));
    return { text: `${head}${to}${tail}`, message: { head, to, tail }, weight };
  }

  #timer(node: Address, timer: S['Timer'], change: string): Told {
    const text = `${this.#teller.timer(timer)} ${node}${change}`;
    return { text, weight: weigh(change, this.#teller.isRoutine({ kind: 'timer', timer })) };
  }

  /** ` => leader@2`, if the node was something else before. */
  #change(node: Address, state: S['State'] | undefined): string {
    const before = this.#known.get(node);
    const now = state === undefined ? (before ?? '') : this.#teller.node(state);
    this.#known.set(node, now);
    return now === before || now === '' ? '' : ` => ${now}`;
  }

  /** Where the trace shows one node of a cluster, that its messages do not arrive says nothing. */
  #fate(to: Address): string {
    return this.#known.has(to) ? ', on its way' : '';
  }

  /** `, again` for a message that has arrived before, as itself or as a copy. */
  #again(id: number): string {
    const original = this.#originals.get(id);
    if (original === undefined) return '';
    if (this.#arrived.has(original)) return ', again';
    this.#arrived.add(original);
    return '';
  }
}

/** A message that is not what its type says must not keep us from telling the story of it. */
export function careful<S extends Shape>(teller: Teller<S>): Required<Teller<S>> {
  const or =
    <Argument, Answer>(ask: ((about: Argument) => Answer) | undefined, otherwise: (about: Argument) => Answer) =>
    (about: Argument): Answer => {
      try {
        return ask ? ask(about) : otherwise(about);
      } catch {
        return otherwise(about);
      }
    };
  return {
    message: or(teller.message, (message) => JSON.stringify(message)),
    stamp: or(teller.stamp, () => ''),
    node: or(teller.node, () => ''),
    timer: or(teller.timer, (timer) => timer),
    isRoutine: or(teller.isRoutine, () => false),
  };
}

function weigh(change: string, isRoutine: boolean): Line['weight'] {
  if (change) return 'matters';
  return isRoutine ? 'routine' : 'plain';
}

function whyLost(why: 'lost' | 'cut' | 'down', to: Address): string {
  switch (why) {
    case 'lost':
      return 'lost';
    case 'cut':
      return 'lost: cut';
    case 'down':
      return `lost: ${to} is down`;
    default:
      return why satisfies never;
  }
}

type Standing<S extends Shape> = Exclude<FaultEvent<S>, { kind: 'drop' | 'duplicate' | 'inject' | 'network' }>;

function faultText<S extends Shape>(event: Standing<S>): string {
  switch (event.kind) {
    case 'crash':
      return `crash ${event.node}${inTurn(event.unsaved, event.unsent)}`;
    case 'pause':
    case 'resume':
      return `${event.kind} ${event.node}`;
    case 'cut':
    case 'join':
      return `${event.kind} ${event.from} -> ${event.to}`;
    case 'partition':
      return `partition ${event.groups.map((group) => group.join(' ')).join(' | ')}`;
    case 'heal':
      return 'heal';
    case 'skew':
      return `clock of ${event.node}: ${event.ahead} ms ahead, rate ${event.rate}`;
    default:
      return event satisfies never;
  }
}

function inTurn(unsaved: number | undefined, unsent: number | undefined): string {
  if (unsaved) return ' before it saved';
  if (unsent) return ` with ${unsent} ${unsent === 1 ? 'message' : 'messages'} unsent`;
  return '';
}
