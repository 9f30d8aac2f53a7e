/** The clock of a node: milliseconds since 1970 as it was at boot, and from there on never backwards. */
import { performance } from 'node:perf_hooks';
import type { Millis } from '@weekend/protocol';

export type Clock = () => Millis;

/** `Date.now()` would jump when somebody sets the machine's clock. */
export const realClock: Clock = () => performance.timeOrigin + performance.now();
