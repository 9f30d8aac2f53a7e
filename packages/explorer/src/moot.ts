/**
 * Mail that can do nothing any more is as good as gone: an answer that was counted, a question that was answered. To
 * leave it out of the states makes them many times fewer, and loses none: a packet is moot where, whatever may still
 * become of its receiver, its delivery changes nothing and sends nothing that was not sent before.
 *
 * What may become of a node is worked out for each node alone, as if everything that anybody could ever send were
 * on its way to it: more than can happen, so what is moot there is moot in every run.
 */
import type { Shape } from '@weekend/protocol';
import { type Happening, type Happenings, outside, wrong } from './happenings.ts';
import type { Locals } from './locals.ts';
import { type Mail, nothing } from './mail.ts';
import { free } from './purse.ts';
import { absent, Pairs } from './tables.ts';

/** More than this is not worked out: then nothing is moot. */
const mostLocals = 500;
const mostEdges = 50_000;

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly sends: readonly number[];
}

export class Moot<S extends Shape> {
  readonly #happenings: Happenings<S>;
  readonly #locals: Locals<S>;
  readonly #mail: Mail<S>;
  /** For each packet, the locals of its receiver where it can still do something. Nothing while nothing is known. */
  #matters: ReadonlyMap<number, ReadonlySet<number>> | undefined;
  /** The locals that may come to be. */
  #all: ReadonlySet<number> = new Set();
  readonly #without = new Pairs();

  constructor({ happenings, locals, mail }: Parts<S>) {
    this.#happenings = happenings;
    this.#locals = locals;
    this.#mail = mail;
  }

  /** From where each node begins, and what is on its way then. */
  workOut(beginnings: readonly number[], packets: readonly number[]): void {
    const future = new Future(this.#happenings, this.#locals, this.#mail);
    if (!future.unfold(beginnings, packets)) return;
    this.#matters = future.matters(beginnings, packets);
    this.#all = future.locals;
  }

  /** The packets that are not moot. */
  without(local: number, packets: number): number {
    if (packets === nothing || !this.#matters || !this.#all.has(local)) return packets;
    const known = this.#without.get(local, packets);
    if (known !== absent) return known;
    const left = this.#mail.contents(packets).filter((packet) => this.#matters?.get(packet)?.has(local) ?? true);
    const number = this.#mail.collection(left);
    this.#without.set(local, packets, number);
    return number;
  }

  get bytes(): number {
    return this.#without.bytes;
  }
}

interface Parts<S extends Shape> {
  happenings: Happenings<S>;
  locals: Locals<S>;
  mail: Mail<S>;
}

/** Each node’s locals, and the ways between them. */
class Future<S extends Shape> {
  readonly locals = new Set<number>();
  readonly #happenings: Happenings<S>;
  readonly #locals: Locals<S>;
  readonly #mail: Mail<S>;
  readonly #packets = new Set<number>();
  readonly #edges: Edge[] = [];
  /** What was met, in this order. */
  readonly #newLocals: number[] = [];
  readonly #newPackets: number[] = [];
  /** Deliveries of a packet at a local that change nothing, and what they send. */
  readonly #answers: { local: number; packet: number; sends: readonly number[] }[] = [];
  /** For each packet, the locals where its delivery changes something. */
  readonly #changes = new Map<number, Set<number>>();

  constructor(happenings: Happenings<S>, locals: Locals<S>, mail: Mail<S>) {
    this.#happenings = happenings;
    this.#locals = locals;
    this.#mail = mail;
  }

  /** Whether all of it could be worked out. */
  unfold(beginnings: readonly number[], packets: readonly number[]): boolean {
    this.#newLocals.push(...beginnings);
    this.#newPackets.push(...packets);
    // The oldest first: where there is no end, what is given up was still small.
    let [local, packet] = [0, 0];
    while (this.locals.size <= mostLocals && this.#edges.length <= mostEdges)
      if (local < this.#newLocals.length) this.#meetLocal(this.#newLocals[local++] as number);
      else if (packet < this.#newPackets.length) this.#meetPacket(this.#newPackets[packet++] as number);
      else return true;
    return false;
  }

  #meetLocal(local: number): void {
    if (this.locals.has(local)) return;
    this.locals.add(local);
    this.#follow(local, this.#happenings.byItself(local));
    for (const packet of this.#packets)
      if (this.#isFor(packet, local)) this.#follow(local, this.#deliver(local, packet));
  }

  #meetPacket(packet: number): void {
    if (this.#packets.has(packet)) return;
    this.#packets.add(packet);
    for (const local of this.locals) if (this.#isFor(packet, local)) this.#follow(local, this.#deliver(local, packet));
  }

  #follow(from: number, all: readonly Happening[]): void {
    for (const { local: to, sends } of all) {
      if (to === outside || to === wrong) continue;
      this.#edges.push({ from, to, sends });
      this.#newLocals.push(to);
      this.#newPackets.push(...sends);
    }
  }

  /** For each packet, the locals where it changes something, sends something new, or may do so later. */
  matters(beginnings: readonly number[], packets: readonly number[]): ReadonlyMap<number, ReadonlySet<number>> {
    const sent = this.#sentBefore(beginnings, packets);
    for (const { local, packet, sends } of this.#answers) {
      const before = sent.get(local);
      if (sends.some((each) => this.#mail.isBag || !before?.has(each))) this.#changesAt(packet, local);
    }
    const into = new Map<number, number[]>();
    for (const { from, to } of this.#edges) {
      const known = into.get(to);
      if (known) known.push(from);
      else into.set(to, [from]);
    }
    return new Map([...this.#packets].map((packet) => [packet, backFrom(this.#changes.get(packet) ?? [], into)]));
  }

  #deliver(local: number, packet: number): readonly Happening[] {
    const all = this.#happenings.by(local, packet);
    for (const { local: to, price, sends } of all) {
      // A crash in such a turn is the one that can come without it, too.
      if (to === outside || price !== free) continue;
      if (to !== local) this.#changesAt(packet, local);
      else this.#answers.push({ local, packet, sends });
    }
    return all;
  }

  #changesAt(packet: number, local: number): void {
    const known = this.#changes.get(packet);
    if (known) known.add(local);
    else this.#changes.set(packet, new Set([local]));
  }

  #isFor(packet: number, local: number): boolean {
    return this.#mail.at(packet).place === this.#locals.node(local);
  }

  /** For each local, what its node has sent, on whatever way it has come there. */
  #sentBefore(beginnings: readonly number[], packets: readonly number[]): ReadonlyMap<number, ReadonlySet<number>> {
    const sent = new Map<number, Set<number>>(beginnings.map((local) => [local, new Set(packets)]));
    const outOf = new Map<number, Edge[]>();
    for (const edge of this.#edges) {
      const known = outOf.get(edge.from);
      if (known) known.push(edge);
      else outOf.set(edge.from, [edge]);
    }
    const changed = [...beginnings];
    while (changed.length > 0) {
      const from = changed.pop() as number;
      const before = sent.get(from) as Set<number>;
      for (const { to, sends } of outOf.get(from) ?? []) {
        const known = sent.get(to);
        const isThere = (packet: number) => before.has(packet) || sends.includes(packet);
        const after = known ? [...known].filter(isThere) : [...before, ...sends];
        if (known && known.size === after.length) continue;
        sent.set(to, new Set(after));
        changed.push(to);
      }
    }
    return sent;
  }
}

/** These locals, and all from which there is a way to one of them. */
function backFrom(locals: Iterable<number>, into: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const found = new Set(locals);
  // A set that grows while one goes through it is gone through to its end.
  for (const local of found) for (const from of into.get(local) ?? []) found.add(from);
  return found;
}
