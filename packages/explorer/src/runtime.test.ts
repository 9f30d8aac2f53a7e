/**
 * The explorer is a runtime, too: one way through its graph keeps the contract. The probes of the suite look out through
 * closures, so here each turn is taken once and only when its time has come, by the explorer's parts without its memory.
 */
import type { Address, Protocol } from '@weekend/protocol';
import type { Cluster, Running, RuntimeUnderTest } from '@weekend/protocol/runtime.suite';
import { runtimeSuite } from '@weekend/protocol/runtime.suite';
import { describe, expect, test } from 'vitest';
import { Armed, idle } from './armed.ts';
import { Dice } from './dice.ts';
import { type Asked, again, messageOf } from './handler.ts';
import { Disks, Knowledge } from './knowledge.ts';
import { Mail, nothing } from './mail.ts';
import type { Tiny } from './test-protocol.ts';

/** Here is no clock: in these, only the time that `world.now` shows tells right from wrong. */
const needAClock = [
  'that is set again counts from the last setting, be it later',
  'that is set again in another turn counts from there',
  'waits a time that is drawn anew from its range, and is never early',
];

const leftOut = new Set<string>();

runtimeSuite(
  { describe, expect, test: (name, body) => (needAClock.includes(name) ? leftOut.add(name) : test(name, body)) },
  explorer(),
);

test('what needs a clock, and is left out, is still in the suite', () => {
  expect([...leftOut]).toEqual(needAClock);
});

function explorer(): RuntimeUnderTest {
  return {
    async run(nodes): Promise<Running> {
      const way = new Way(nodes);
      return {
        crash: async (node) => way.crash(node),
        restart: async (node) => way.boot(node),
        async until(holds) {
          for (let steps = 0; !holds(); steps++)
            if (steps > 100_000 || !way.step()) throw new Error('Waited in vain for what should come');
        },
        failure: (node) => way.failures.get(node),
        async stop() {},
      };
    },
  };
}

interface Place {
  state: number;
  disk: number;
  timers: number;
  inbox: number;
}

/** A way that chance finds. */
class Way {
  readonly failures = new Map<Address, string>();
  readonly #protocols: Cluster;
  readonly #addresses: readonly Address[];
  readonly #places: Place[];
  readonly #dice = new Dice(1);
  readonly #knowledge = new Knowledge<Tiny>();
  readonly #disks = new Disks<Tiny>();
  readonly #armed = new Armed<Tiny>('in due order');
  readonly #mail: Mail<Tiny>;
  #turns = 0;

  constructor(protocols: Cluster) {
    this.#protocols = protocols;
    this.#addresses = Object.keys(protocols);
    this.#mail = new Mail(this.#addresses, 'set');
    const disk = this.#disks.number({});
    this.#places = this.#addresses.map((_, i) => ({
      state: this.#knowledge.down(i),
      disk,
      timers: idle,
      inbox: nothing,
    }));
    for (const address of this.#addresses) this.boot(address);
  }

  crash(address: Address): void {
    const node = this.#addresses.indexOf(address);
    Object.assign(this.#place(node), { state: this.#knowledge.down(node), timers: idle });
  }

  boot(address: Address): void {
    const node = this.#addresses.indexOf(address);
    const peers = this.#addresses.filter((other) => other !== address);
    this.failures.delete(address);
    this.#take(node, { kind: 'start', me: address, peers, saved: this.#disks.at(this.#place(node).disk) });
  }

  /** False if nothing can happen. */
  step(): boolean {
    const all = this.#places.flatMap(({ state, timers, inbox }, node) => {
      if (this.#knowledge.at(state) === undefined) return [];
      const ring = this.#armed.ready(timers).map((timer) => () => this.#take(node, { kind: 'timer', timer }));
      const deliver = this.#mail.contents(inbox).map((packet) => () => {
        const { from, message } = this.#mail.at(packet);
        this.#take(node, { kind: 'message', from, message });
      });
      return [...ring, ...deliver];
    });
    all[this.#dice.below(all.length)]?.();
    return all.length > 0;
  }

  #take(node: number, call: Asked<Tiny>['call']): void {
    const place = this.#place(node);
    const address = this.#addresses[node] as Address;
    const turn = this.#turns++;
    const asked = {
      protocol: this.#protocols[address] as Protocol<Tiny>,
      state: this.#knowledge.at(place.state),
      call,
      choices: Array.from({ length: 400 }, () => this.#dice.below(3)),
      reachable: (to: Address) => this.#addresses.includes(to),
    };
    const did = again(asked);
    try {
      if (did.error !== undefined) throw did.error;
      const disk = this.#disks.after(place.disk, turn, did.saves);
      const fired = call.kind === 'timer' ? call.timer : undefined;
      const timers = this.#armed.after(place.timers, turn, fired, did.timers);
      Object.assign(place, { state: this.#knowledge.number(node, did.state), disk, timers });
    } catch (error) {
      this.failures.set(address, messageOf(error));
      this.crash(address);
      return;
    }
    for (const { to, message } of did.sends) {
      const packet = this.#mail.packet(address, to, message);
      const there = this.#place(this.#mail.at(packet).place);
      there.inbox = this.#mail.union(there.inbox, this.#mail.collection([packet]));
    }
  }

  #place(node: number): Place {
    return this.#places[node] as Place;
  }
}
