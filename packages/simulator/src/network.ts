/** How a network treats messages. Messages overtake each other wherever their delays differ. */
import type { Millis } from '@weekend/protocol';
import { type Micros, micros } from './clock.ts';
import type { Random } from './random.ts';

export interface Network {
  /** How long a message travels. */
  delay: Range;
  /** The share of messages that never arrive, 0 to 1. */
  loss?: number;
  /** The share of messages that arrive twice. */
  duplication?: number;
  /** The share of messages that are held back, and for how long: into another term, say. */
  late?: { share: number; delay: Range };
}

interface Range {
  min: Millis;
  max: Millis;
}

/** Nothing is lost, nothing comes twice. */
export const calm: Network = { delay: { min: 1, max: 10 } };

/** Everything that a network may do, often enough to be met in any run. */
export const rough: Network = {
  delay: { min: 1, max: 30 },
  loss: 0.05,
  duplication: 0.05,
  late: { share: 0.02, delay: { min: 200, max: 3000 } },
};

/** When each copy of a message arrives after it was sent: none if it is lost, two if it is duplicated. */
export interface Fate {
  first: Micros | undefined;
  second: Micros | undefined;
}

/**
 * Draws what becomes of one message, always by equally many draws: a network that loses more delays the rest no
 * differently.
 */
export function drawFate(network: Network, random: Random): Fate {
  const { delay, loss = 0, duplication = 0, late } = network;
  const lost = random.happens(loss);
  const duplicated = random.happens(duplication);
  const isLate = random.happens(late?.share ?? 0);
  const first = travel(late && isLate ? late.delay : delay, random);
  const second = travel(delay, random);
  return { first: lost ? undefined : first, second: duplicated ? second : undefined };
}

function travel({ min, max }: Range, random: Random): Micros {
  return random.between(micros(min), micros(max));
}

/** Throws where a network's numbers make no sense. */
export function checkNetwork(network: Network): void {
  const ranges = [network.delay, ...(network.late ? [network.late.delay] : [])];
  for (const { min, max } of ranges)
    if (!(min >= 0 && max >= min && Number.isFinite(max)))
      throw new RangeError(`Cannot build a network with a delay of ${min} to ${max} ms: wanted 0 ≤ min ≤ max`);
  for (const share of [network.loss ?? 0, network.duplication ?? 0, network.late?.share ?? 0])
    if (!(share >= 0 && share <= 1))
      throw new RangeError(`Cannot build a network with a share of ${share}: wanted 0 to 1`);
}
