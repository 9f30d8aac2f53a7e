/** What somebody at the workbench does to a run. Plain data, so that a run can be written down and done again. */
import type { Address, Millis } from '@weekend/protocol';
import type { Ask, Raft } from '@weekend/raft';
import type { Packet, Simulation } from '@weekend/simulator';

export type Deed =
  | { kind: 'crash' | 'restart' | 'pause' | 'resume'; node: Address }
  /** One way. */
  | { kind: 'cut' | 'join'; from: Address; to: Address }
  | { kind: 'heal' }
  /** A message on its way, by its number in the run. */
  | { kind: 'drop' | 'duplicate' | 'deliver'; id: number }
  | { kind: 'hold'; id: number; by: Millis }
  | { kind: 'fire'; node: Address; timer: Raft['Timer'] }
  | { kind: 'ask'; node: Address; ask: Ask };

/** When something was done: at a time, after so many events of that very time. */
export interface Moment {
  at: Millis;
  nth: number;
}

export type Action = Moment & Deed;

/** Who asks, when somebody at the workbench does. */
export const client: Address = 'client';

/** Does it. False if it can not be done, as when other code has sent other messages. */
export function perform(sim: Simulation<Raft>, deed: Deed): boolean {
  switch (deed.kind) {
    case 'crash':
      return when(sim.isUp(deed.node), () => sim.crash(deed.node));
    case 'restart':
      return when(!sim.isUp(deed.node), () => sim.restart(deed.node));
    case 'pause':
      return when(sim.isUp(deed.node) && !sim.isPaused(deed.node), () => sim.pause(deed.node));
    case 'resume':
      return when(sim.isPaused(deed.node), () => sim.resume(deed.node));
    case 'cut':
      return when(!sim.isCut(deed.from, deed.to), () => sim.cut(deed.from, deed.to));
    case 'join':
      return when(sim.isCut(deed.from, deed.to), () => sim.join(deed.from, deed.to));
    case 'heal':
      sim.heal();
      return true;
    case 'drop':
      return withPacket(sim, deed.id, (packet) => sim.drop(packet));
    case 'duplicate':
      return withPacket(sim, deed.id, (packet) => sim.duplicate(packet));
    case 'deliver':
      return withPacket(sim, deed.id, (packet) => sim.deliver(packet));
    case 'hold':
      return withPacket(sim, deed.id, (packet) => sim.hold(packet, deed.by));
    case 'fire':
      return sim.fire(deed.node, deed.timer);
    case 'ask':
      sim.inject(client, deed.node, { kind: 'Request', id: { session: null, seq: 1 }, ask: deed.ask });
      return true;
    default:
      return deed satisfies never;
  }
}

function when(possible: boolean, act: () => void): boolean {
  if (possible) act();
  return possible;
}

function withPacket(sim: Simulation<Raft>, id: number, act: (packet: Packet<Raft>) => void): boolean {
  const packet = sim.packets.find((each) => each.id === id);
  if (packet) act(packet);
  return packet !== undefined;
}
