/** How much clients may ask of a node. Bytes, and milliseconds. */

/** The largest value, as in Consul. */
export const mostValueBytes = 512 * 1024;

export const mostKeyBytes = 1_024;

/** The name of a session. */
export const mostSessionCharacters = 64;

/** How long a blocking query waits if it does not say, and at most. */
export const usualWait = 5 * 60_000;
export const longestWait = 10 * 60_000;

/** What may wait for a program to take it, before it is asked nothing more. */
export const mostBytesUntaken = 1024 * 1024;

/** Requests of one program that are under way; more wait for these. */
export const mostUnderWay = 512;

/** For a client to take what it asked for. */
export const takingTimeout = 30_000;
