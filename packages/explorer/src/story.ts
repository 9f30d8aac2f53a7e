/** A path as a trace: the same events as the simulator's, so that transcripts and diagrams need not know who found it. */
import { type Address, type Carried, copy, type Shape, type Trace, type Untimed } from '@weekend/protocol';
import type { Mail } from './mail.ts';
import type { Model } from './model.ts';
import type { Path } from './path.ts';
import type { Step } from './steps.ts';
import type { Run } from './verdict.ts';

export function tellPath<S extends Shape, Past extends object>(
  model: Model<S, Past>,
  { steps, boots }: Path<S>,
): Run<S> {
  const story = new Story(model);
  story.begin();
  for (const [i, step] of steps.entries()) story.tell(step, Math.max(0, i + 1 - boots));
  return { steps: steps.length - boots, trace: story.trace };
}

type Turn<S extends Shape> = Extract<Step<S>, { kind: 'turn' }>;

class Story<S extends Shape, Past extends object> {
  readonly #events: Trace<S>[number][] = [];
  readonly #model: Model<S, Past>;
  readonly #mail: Mail<S>;
  /** For each packet, the messages on their way that are copies of it, the oldest first, and the last that there was. */
  readonly #onTheirWay = new Map<number, number[]>();
  readonly #last = new Map<number, number>();
  #at = 0;
  #messages = 0;

  constructor(model: Model<S, Past>) {
    this.#model = model;
    this.#mail = model.mail;
  }

  get trace(): Trace<S> {
    return this.#events;
  }

  /** What the start gave literally. */
  begin(): void {
    const { setting, cluster } = this.#model;
    const { nodes = {}, packets = [] } = setting.start ?? {};
    for (const node of cluster) {
      const { state, saved = {} } = nodes[node] ?? {};
      if (state) this.#record({ kind: 'boot', node, saved: copy(saved), state: copy(state) });
    }
    for (const { from, to, message } of packets)
      this.#record({ kind: 'inject', ...this.#launch(this.#mail.packet(from, to, message)) });
  }

  tell(step: Step<S>, at: number): void {
    this.#at = at;
    switch (step.kind) {
      case 'turn':
        this.#turn(step);
        break;
      case 'crash':
        this.#record({ kind: 'crash', node: this.#name(step.node) });
        break;
      case 'lose':
        this.#record({ kind: 'drop', why: 'lost', ...this.#land(step.packet) });
        break;
      case 'repeat':
        this.#repeat(step.packet);
        break;
      case 'given':
        // Was told at the beginning.
        break;
      default:
        step satisfies never;
    }
  }

  #turn({ node, turn, crash, injected, problem }: Turn<S>): void {
    const name = this.#name(node);
    const state = crash || problem ? {} : { state: copy(this.#model.knowledge.at(turn.after) as S['State']) };
    const { occasion } = turn;
    switch (occasion.kind) {
      case 'start':
        this.#record({ kind: 'boot', node: name, saved: copy(this.#model.disks.at(occasion.disk)), ...state });
        break;
      case 'message':
        if (injected) this.#record({ kind: 'inject', ...this.#launch(occasion.packet) });
        else if (!this.#onTheirWay.get(occasion.packet)?.length) this.#repeat(occasion.packet);
        this.#record({ kind: 'deliver', ...this.#land(occasion.packet), ...state });
        break;
      case 'timer':
        this.#record({ kind: 'timer', node: name, timer: occasion.timer, ...state });
        break;
      default:
        occasion satisfies never;
    }
    if (problem) {
      this.#record({ kind: 'throw', node: name, error: problem.message });
      return;
    }
    if (!crash?.unsaved)
      for (const changes of turn.saves) this.#record({ kind: 'save', node: name, changes: copy(changes) });
    for (const packet of turn.sends.slice(0, turn.sends.length - (crash?.unsent ?? 0)))
      this.#record({ kind: 'send', ...this.#launch(packet) });
    if (crash)
      this.#record({
        kind: 'crash',
        node: name,
        ...(crash.unsaved > 0 && { unsaved: crash.unsaved }),
        unsent: crash.unsent,
      });
  }

  #repeat(packet: number): void {
    const copyOf = this.#last.get(packet) as number;
    this.#record({ kind: 'duplicate', copyOf, ...this.#launch(packet) });
  }

  #launch(packet: number): Carried<S> {
    const id = ++this.#messages;
    this.#onTheirWay.set(packet, [...(this.#onTheirWay.get(packet) ?? []), id]);
    this.#last.set(packet, id);
    return this.#carried(id, packet);
  }

  #land(packet: number): Carried<S> {
    return this.#carried(this.#onTheirWay.get(packet)?.shift() as number, packet);
  }

  #carried(id: number, packet: number): Carried<S> {
    const { from, to, message } = this.#mail.at(packet);
    return { id, from, to, message: copy(message) };
  }

  #name(node: number): Address {
    return this.#model.cluster[node] as Address;
  }

  #record(event: Untimed<S>): void {
    this.#events.push({ at: this.#at, ...event });
  }
}
