/**
 * Who stands beside the stage that is graded, in the random runs: plain and right, unless a lineup puts somebody else there.
 * One process grades with one lineup.
 */
import type { Stages } from '@weekend/raft';

export type Neighbours = Partial<Pick<Stages, 'election' | 'replication'>>;

let seated: Neighbours = {};

/** From now on. */
export function standBeside(others: Neighbours): void {
  seated = others;
}

export const neighbours = (): Neighbours => seated;
