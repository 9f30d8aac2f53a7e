/** Raft's two intervals, in milliseconds: broadcast time ≪ election timeout ≪ time between failures (§5.6, §9.3). */

/** From this range every election timeout is drawn anew (§9.3). */
export const electionTimeout = { min: 150, max: 300 };

/** How often a leader lets its followers hear from it: thrice within the shortest election timeout. */
export const heartbeatInterval = 50;
