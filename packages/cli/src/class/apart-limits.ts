/** The limits of one submission that runs in a box. */
import type { BoxLimits } from './boxes/box.ts';

export interface ApartLimits extends BoxLimits {
  /** How long the student's code may compute without one handler returning. */
  handlerMs: number;
  /** How long it may compute in all. */
  timeMs: number;
  /** How long the judge may compute without asking anything. Whatever keeps it is not the student's code. */
  judgeMs: number;
  /** How long everything may take by the clock on the wall. */
  wallMs: number;
  /** How long neither sandbox nor judge may compute anything: then somebody sleeps who will not wake. */
  asleepMs: number;
}

/** Several times what a right submission needs on a busy machine. */
export const apartLimits: ApartLimits = {
  heapMb: 256,
  memoryMb: 512,
  handlerMs: 4_000,
  timeMs: 60_000,
  judgeMs: 60_000,
  wallMs: 600_000,
  asleepMs: 10_000,
};
