/** A load in a closed loop: so many requests are under way all the time, each followed by the next as it is answered. */

export interface Load {
  inFlight: number;
  /** Milliseconds that count, after others that do not. */
  measured: number;
  warmUp: number;
  ask(turn: number): Promise<unknown>;
}

export interface Rate {
  perSecond: number;
  /** In milliseconds: half of all requests, and all but one in a hundred, took no longer. */
  p50: number;
  p99: number;
}

export async function rateOf({ inFlight, measured, warmUp, ask }: Load): Promise<Rate> {
  const took: number[] = [];
  let turn = 0;
  const begin = performance.now() + warmUp;
  const end = begin + measured;
  const loop = async (): Promise<void> => {
    for (let sent = performance.now(); sent < end; ) {
      await ask(turn++);
      const answered = performance.now();
      if (answered >= begin && answered < end) took.push(answered - sent);
      sent = answered;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, loop));
  const sorted = Float64Array.from(took).sort();
  return { perSecond: sorted.length / (measured / 1000), p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

/** The value that so great a share of all does not exceed. `sorted` holds one at least, or the answer is no number. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
