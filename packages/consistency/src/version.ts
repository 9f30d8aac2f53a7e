/** A value with what decides whether it is the newer of two. */
import type { Address, Millis } from '@weekend/protocol';
import type { Value } from './requests.ts';

export interface Version {
  value: Value;
  /** When it was written, by the writing replica's own clock. Clocks disagree, so this is only a claim. */
  time: Millis;
  /** The replica that wrote it. */
  writer: Address;
}
