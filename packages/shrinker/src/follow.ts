/**
 * Does the deeds of a script, one after another, in a simulation whose messages and timers are by hand. What can not be
 * done there, since something before it was left out, is passed over.
 */
import type { Address, Millis, Shape } from '@weekend/protocol';
import type { Packet, Simulation } from '@weekend/simulator';
import type { Deed } from './script.ts';

/**
 * When deeds are done: at their own times, or each right after the one before it. `as recorded`: also timers that somebody
 * fired before their time, which is noted.
 */
export type Times = 'as recorded' | 'as they were' | 'as soon as possible';

export class Follower<S extends Shape> {
  /** The deeds that could be done. */
  readonly done: Deed<S>[] = [];
  readonly #mail = new Map<string, Letter<S>[]>();
  readonly #times: Times;
  #sim!: Simulation<S>;

  constructor(times: Times = 'as they were') {
    this.#times = times;
  }

  /** To be told of every message that is put on its way. */
  readonly sent = (packet: Packet<S>): void => {
    const way = wayOf(packet.from, packet.to);
    const mail = this.#mail.get(way);
    if (mail) mail.push({ packet });
    else this.#mail.set(way, [{ packet }]);
  };

  /** Ends with the script, or as soon as something is broken. */
  follow(sim: Simulation<S>, deeds: readonly Deed<S>[]): void {
    this.#sim = sim;
    for (const deed of deeds) {
      if (sim.broken !== undefined || sim.failure) return;
      this.#wait(this.#times === 'as soon as possible' ? sim.now + 1 : deed.at);
      const done = this.#do(deed);
      if (done) this.done.push({ ...done, at: sim.now });
    }
  }

  /** The deed as it was done, if it could be. */
  #do(deed: Deed<S>): Deed<S> | undefined {
    const sim = this.#sim;
    const node = 'node' in deed ? deed.node : deed.to;
    if (!sim.nodes.includes(node)) return undefined;
    if (sim.isUp(node) === (deed.kind === 'restart')) return undefined;
    switch (deed.kind) {
      case 'deliver':
        return this.#deliver(deed);
      case 'timer':
        return this.#fire(deed);
      case 'restart':
        sim.restart(node);
        return deed;
      case 'crash':
        sim.crash(node);
        return deed;
      case 'inject':
        sim.inject(deed.from, deed.to, deed.message);
        return deed;
      case 'skew':
        sim.suffer(deed);
        return deed;
      default:
        return deed satisfies never;
    }
  }

  #deliver(deed: Delivery<S>): Deed<S> | undefined {
    const found = this.#find(deed);
    if (!found) return undefined;
    const packet = deed.again ? this.#sim.duplicate(found) : found;
    this.#crashing(deed.to, deed.crash, () => this.#sim.deliver(packet));
    return deed;
  }

  /** The message itself; where it is another now, the last of its kind on that way that has not arrived. */
  #find({ from, to, message, again }: Delivery<S>): Packet<S> | undefined {
    const mail = this.#mail.get(wayOf(from, to)) ?? [];
    const text = JSON.stringify(message);
    let alike: Packet<S> | undefined;
    for (let i = mail.length - 1; i >= 0; i--) {
      const letter = mail[i] as Letter<S>;
      const { packet } = letter;
      if (packet.done !== again || packet.message.kind !== message.kind) continue;
      letter.text ??= JSON.stringify(packet.message);
      if (letter.text === text) return packet;
      alike ??= packet;
    }
    return alike;
  }

  /** A timer may be late, as in a process that was paused; it is never early. */
  #fire(deed: Firing<S>): Deed<S> | undefined {
    const { node, timer, crash } = deed;
    const armed = this.#sim.timers(node).find((each) => each.timer === timer);
    if (!armed) return undefined;
    const soonest = armed.setAt + armed.min;
    const isEarly = this.#sim.clock(node) < soonest;
    if (isEarly && !deed.early && this.#times === 'as they were') return undefined;
    if (this.#times === 'as soon as possible' && !deed.early) this.#waitForClock(node, soonest);
    this.#crashing(node, crash, () => this.#sim.fire(node, timer));
    return isEarly && this.#times === 'as recorded' ? { ...deed, early: true } : deed;
  }

  #crashing(node: Address, aim: Firing<S>['crash'], act: () => void): void {
    if (aim) this.#sim.suffer({ kind: 'crash', node, aim });
    act();
    // Calls off a crash whose point has not come.
    if (aim && this.#sim.isUp(node)) this.#sim.restart(node);
  }

  /** A clock may run slow, so that it takes longer than it shows. */
  #waitForClock(node: Address, time: Millis): void {
    for (let left = time - this.#sim.clock(node); left > 0; left = time - this.#sim.clock(node))
      this.#wait(this.#sim.now + Math.max(1, left));
  }

  #wait(until: Millis): void {
    if (until > this.#sim.now) this.#sim.run({ until });
  }
}

interface Letter<S extends Shape> {
  packet: Packet<S>;
  /** What it says, once somebody has asked. */
  text?: string;
}

type Delivery<S extends Shape> = Extract<Deed<S>, { kind: 'deliver' }>;
type Firing<S extends Shape> = Extract<Deed<S>, { kind: 'timer' }>;

const wayOf = (from: Address, to: Address): string => `${from} ${to}`;
