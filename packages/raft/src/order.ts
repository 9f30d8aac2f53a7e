/** The two numbers by which Raft orders everything. */

/** Numbered by consecutive whole numbers; a logical clock (§5.1). The first election is for term 1. */
export type Term = number;

/** A place in the log, from 1. */
export type Index = number;
