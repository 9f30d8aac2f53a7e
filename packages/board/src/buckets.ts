/** A bucket of tokens for each visitor: a few requests at once are fine, and then so many a second. */

export interface Allowance {
  /** How many may come at once. */
  burst: number;
  perSecond: number;
}

export interface Buckets {
  /** Takes a token of this visitor's. False if there is none: refuse. */
  take(visitor: string): boolean;
}

/** More visitors than any room has. Beyond that all who are new share one bucket, so that names cost a flooder nothing. */
const mostVisitors = 2_000;

export function buckets(
  { burst, perSecond }: Allowance,
  now: () => number = performance.now.bind(performance),
): Buckets {
  const levels = new Map<string, { tokens: number; at: number }>();

  const forgetFullOnes = (time: number): void => {
    for (const [visitor, { tokens, at }] of levels)
      if (tokens + ((time - at) / 1000) * perSecond >= burst) levels.delete(visitor);
  };

  return {
    take(visitor) {
      const time = now();
      if (!levels.has(visitor) && levels.size >= mostVisitors) forgetFullOnes(time);
      const name = levels.has(visitor) || levels.size < mostVisitors ? visitor : '';
      const { tokens, at } = levels.get(name) ?? { tokens: burst, at: time };
      const full = Math.min(burst, tokens + ((time - at) / 1000) * perSecond);
      levels.set(name, { tokens: full < 1 ? full : full - 1, at: time });
      return full >= 1;
    },
  };
}
