/** What the simulator keeps of one node: its machine (clock, disk, dice) and, while it is up, its state and timers. */
import { type Address, copy, type Millis, type Protocol, type Shape } from '@weekend/protocol';
import { Clock, type ClockSetting, type Micros } from './clock.ts';
import type { Aim } from './faults.ts';
import type { Packet } from './packet.ts';
import { Random } from './random.ts';

export class Node<S extends Shape> {
  readonly address: Address;
  readonly cluster: readonly Address[];
  readonly protocol: Protocol<S>;
  readonly clock: Clock;
  /** Lives through crashes. */
  readonly disk: Partial<S['Durable']>;
  /** Absent while the node is down. */
  state: S['State'] | undefined = undefined;
  paused = false;
  /** What has come while the node was paused. */
  waiting: (Packet<S> | Timer<S>)[] = [];
  readonly timers = new Map<S['Timer'], Timer<S>>();
  /** Aimed crashes that are still to happen. */
  aims: Pending[] = [];
  /** Each node has its own streams: what one draws does not shift the others. */
  readonly fates: Random;
  readonly delays: Random;
  readonly draw: (options: number) => number;

  readonly #dice: Random;

  constructor(address: Address, cluster: readonly Address[], protocol: Protocol<S>, machine: Machine<S>) {
    this.address = address;
    this.cluster = cluster;
    this.protocol = protocol;
    this.clock = machine.clock;
    this.disk = machine.disk;
    this.fates = machine.fates;
    this.delays = machine.delays;
    this.#dice = machine.dice;
    this.draw = (options) => machine.dice.below(options);
  }

  /** A copy that shares nothing with this node but its code. What waits for it is for the caller to copy. */
  fork(): Node<S> {
    const machine = {
      clock: this.clock.fork(),
      disk: copy(this.disk),
      fates: this.fates.fork(),
      delays: this.delays.fork(),
      dice: this.#dice.fork(),
    };
    const fork = new Node(this.address, this.cluster, this.protocol, machine);
    fork.state = copy(this.state);
    fork.paused = this.paused;
    fork.aims = this.aims.map((pending) => ({ ...pending }));
    for (const timer of this.timers.values()) timer.copyTo(fork.timer(timer.name));
    return fork;
  }

  timer(name: S['Timer']): Timer<S> {
    let timer = this.timers.get(name);
    if (!timer) {
      timer = new Timer(this, name);
      this.timers.set(name, timer);
    }
    return timer;
  }

  /** What a crash takes away. */
  forget(): void {
    this.state = undefined;
    this.paused = false;
    this.waiting = [];
    for (const timer of this.timers.values()) timer.armed = false;
  }

  /** The aimed crash for which this point is the one, if there is any. */
  comesTo(when: Aim['when'], what: Aim['what']): Pending | undefined {
    if (this.aims.length === 0) return undefined;
    const counting = this.aims.filter(({ aim }) => aim.when === when && aim.what === what);
    for (const pending of counting) pending.left--;
    this.aims = this.aims.filter(({ left }) => left > 0);
    return counting.find(({ left }) => left === 0);
  }
}

/** What a node runs on. */
interface Machine<S extends Shape> {
  clock: Clock;
  disk: Partial<S['Durable']>;
  fates: Random;
  delays: Random;
  dice: Random;
}

/** A machine as it is bought, for one node and one seed. */
export function machine<S extends Shape>(seed: number, address: Address, given: Given<S>): Machine<S> {
  return {
    clock: new Clock(given.clock),
    disk: copy(given.saved ?? {}),
    fates: new Random(seed, `network of ${address}`),
    delays: new Random(seed, `timers of ${address}`),
    dice: new Random(seed, `dice of ${address}`),
  };
}

interface Given<S extends Shape> {
  saved: Partial<S['Durable']> | undefined;
  clock: ClockSetting | undefined;
}

interface Pending {
  aim: Aim;
  /** How many such points are still to come, this one included. */
  left: number;
  restartAfter: Millis | undefined;
}

export class Timer<S extends Shape> {
  readonly node: Node<S>;
  readonly name: S['Timer'];
  armed = false;
  /** What was asked for, and when, by the node's own clock. */
  setAt: Micros = 0;
  min: Millis = 0;
  max: Millis = 0;
  /** When it fires: by the node's own clock, and in real time. */
  dueByClock: Micros = 0;
  due: Micros = 0;
  /**
   * When the queue brings this timer up next: not after `due`, if it is armed. To set a timer anew, as a follower does at
   * every heartbeat, then costs nothing; a timer that comes up too early is queued again.
   */
  queuedAt = Number.POSITIVE_INFINITY;

  constructor(node: Node<S>, name: S['Timer']) {
    this.node = node;
    this.name = name;
  }

  copyTo(twin: Timer<S>): void {
    twin.armed = this.armed;
    twin.setAt = this.setAt;
    twin.min = this.min;
    twin.max = this.max;
    twin.dueByClock = this.dueByClock;
    twin.due = this.due;
    twin.queuedAt = this.queuedAt;
  }
}
