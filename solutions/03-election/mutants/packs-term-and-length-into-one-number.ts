/** Compares one number, in which a term is worth a million entries (§5.4.1). */
import { comparingLogs } from '../altered.ts';

const packed = ({ term, index }: { term: number; index: number }): number => term * 1_000_000 + index;

export const election = comparingLogs((candidate, voter) => packed(candidate) >= packed(voter));
