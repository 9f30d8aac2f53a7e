/** How much a node takes from its peers, and for how long it waits for them. Bytes and milliseconds. */

/** The largest message. */
export const frameLimit = 64 * 1024 * 1024;

/** From the first byte of a connection to the last proof. */
export const handshakeTimeout = 3_000;

/** Strangers that may be in the middle of a handshake; one more, and the one who has waited longest goes. */
export const mostStrangers = 128;

/** How often a peer is asked whether it is there, and after how many unanswered questions the connection is given up. */
export const pingInterval = 1_000;
export const mostPingsUnanswered = 3;

/** A peer that has not even asked that for so long is gone. */
export const silenceTimeout = 10_000;

/** Messages that wait for a peer that can't be reached: few, since they are old when it can. */
export const mostWaitingUnreachable = 100;

/** In characters, all that wait for one peer together, be it away or just too slow. */
export const mostTextWaiting = 64 * 1024 * 1024;

/** The pause before the second try to reach a peer; it doubles with each further try, up to the longest. */
export const firstRetryPause = 50;
export const longestRetryPause = 1_000;

/** Connections to the HTTP port, idle ones too; one more is closed at once. */
export const mostHttpConnections = 4_096;

/** For the head of a request to come, from the opening of the connection on, and for the whole of it. */
export const headersTimeout = 5_000;
export const requestTimeout = 30_000;
