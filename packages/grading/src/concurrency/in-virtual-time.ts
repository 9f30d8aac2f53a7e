/** Scenes in virtual time: waits take no time of ours, and are exact. */
import { everybodyWaits, VirtualWorld, type World } from '@weekend/concurrency';
import { insist } from '../refuted.ts';
import type { Bench, Broken } from '../suite.ts';
import { type Lab, play } from './lab.ts';

export interface Timed {
  lab: Lab;
  world: World;
  /** Tells an event, with its time. */
  tell(event: string): void;
  /** Lets time pass until nobody waits for a time any more. */
  toTheEnd(): Promise<void>;
}

export const inVirtualTime = (bench: Bench, act: (timed: Timed) => Promise<void>): Promise<Broken | undefined> =>
  play(bench, (lab) => {
    const world = new VirtualWorld();
    return act({
      lab,
      world,
      tell: (event) => lab.tell(`${world.now} ms: ${event}`),
      toTheEnd: () => toTheEnd(world),
    });
  });

async function toTheEnd(world: VirtualWorld): Promise<void> {
  for (let waits = 0; ; waits += 1) {
    await everybodyWaits();
    insist(waits < mostWaits, `after ${mostWaits} waits and ${world.now} ms somebody still waits; wanted an end`);
    if (!world.wakeNext()) return;
  }
}

const mostWaits = 20_000;
