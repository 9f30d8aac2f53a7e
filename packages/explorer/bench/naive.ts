/** The explorer that one writes first: it copies the whole cluster for each step. An oracle for the real one, and its measure. */
import { type Address, applySaves, type Call, copy, perform, type Sent, type Shape, Turn } from '@weekend/protocol';
import type { Setting } from '../src/question.ts';

interface Node<S extends Shape> {
  state: S['State'] | null;
  disk: Partial<S['Durable']>;
  timers: Record<string, true>;
}

export interface Whole<S extends Shape> {
  nodes: Record<Address, Node<S>>;
  /** A set, by their texts. */
  packets: Record<string, { from: Address; to: Address; message: S['Message'] }>;
  crashes: number;
}

/** Any timer may fire, and the network is a set. Looks at every state once; false from `visit` ends it. */
export function naive<S extends Shape>(setting: Setting<S>, visit: (whole: Whole<S>, steps: number) => boolean): void {
  const addresses = Object.keys(setting.nodes);
  const nothingYet: Whole<S> = { nodes: {}, packets: {}, crashes: 0 };
  for (const node of addresses) nothingYet.nodes[node] = { state: null, disk: {}, timers: {} };
  let booted = [nothingYet];
  for (const me of addresses)
    booted = booted.flatMap((whole) => turn(setting, whole, me, bootOf(addresses, whole, me), 0));
  const known = new Set<string>();
  let level = booted;
  for (let steps = 0; level.length > 0; steps++) {
    const next: Whole<S>[] = [];
    for (const whole of level) {
      const text = sorted(whole);
      if (known.has(text)) continue;
      known.add(text);
      if (!visit(whole, steps)) return;
      next.push(...successors(setting, addresses, whole));
    }
    level = next;
  }
}

function successors<S extends Shape>(setting: Setting<S>, addresses: readonly Address[], whole: Whole<S>): Whole<S>[] {
  const crashes = (setting.crashes ?? 0) - whole.crashes;
  return addresses.flatMap((me) => {
    const { state, timers } = whole.nodes[me] as Node<S>;
    if (state === null) return turn(setting, whole, me, bootOf(addresses, whole, me), crashes);
    const mine = Object.values(whole.packets).filter(({ to }) => to === me);
    const calls: Call<S>[] = [
      ...mine.map(({ from, message }): Call<S> => ({ kind: 'message', from, message })),
      ...Object.keys(timers).map((timer): Call<S> => ({ kind: 'timer', timer: timer as S['Timer'] })),
    ];
    const turns = calls.flatMap((call) => turn(setting, whole, me, call, crashes));
    return crashes > 0 ? [...turns, crashed(whole, me)] : turns;
  });
}

function crashed<S extends Shape>(whole: Whole<S>, me: Address): Whole<S> {
  const after = copy(whole);
  after.nodes[me] = { state: null, disk: (after.nodes[me] as Node<S>).disk, timers: {} };
  after.crashes++;
  return after;
}

function bootOf<S extends Shape>(addresses: readonly Address[], whole: Whole<S>, me: Address): Call<S> {
  const saved = (whole.nodes[me] as Node<S>).disk;
  return { kind: 'start', me, peers: addresses.filter((address) => address !== me), saved };
}

/** By every way to choose, and with a crash after each message. */
function turn<S extends Shape>(
  setting: Setting<S>,
  whole: Whole<S>,
  me: Address,
  call: Call<S>,
  crashes: number,
): Whole<S>[] {
  return everyChoice((draw) => {
    const after = copy(whole);
    const node = after.nodes[me] as Node<S>;
    const world = new Turn<S>(0, draw);
    const state = perform(setting.nodes[me] as never, copy(node.state) ?? undefined, copy(call), world) as S['State'];
    if (setting.within && !setting.within(state)) return [];
    node.state = state;
    applySaves<S>(node.disk, world.saves);
    if (call.kind === 'timer') delete node.timers[call.timer];
    for (const { timer, range } of world.timers)
      if (range) node.timers[timer] = true;
      else delete node.timers[timer];
    const cut =
      crashes > 0 ? world.sends.map((_, sent) => crashed(having(after, me, world.sends.slice(0, sent)), me)) : [];
    return [having(after, me, world.sends), ...cut];
  });
}

function everyChoice<T>(take: (draw: (options: number) => number) => T[]): T[] {
  const all: T[] = [];
  const scripts: number[][] = [[]];
  for (const script of scripts) {
    let drawn = 0;
    const draw = (options: number): number => {
      if (drawn === script.length) {
        for (let other = 1; other < options; other++) scripts.push([...script, other]);
        script.push(0);
      }
      return script[drawn++] as number;
    };
    all.push(...take(draw));
  }
  return all;
}

/** With these messages on their way. */
function having<S extends Shape>(whole: Whole<S>, from: Address, sends: readonly Sent<S>[]): Whole<S> {
  const after = copy(whole);
  for (const { to, message } of sends) after.packets[sorted({ from, to, message })] = { from, to, message };
  return after;
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
