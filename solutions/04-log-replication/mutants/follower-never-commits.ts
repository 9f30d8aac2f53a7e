/** Receiver 5 of Figure 2 is missing: followers apply nothing. */
import { receiving } from '../altered.ts';

export const logReplication = receiving({ commit: (_message, { commitIndex }) => commitIndex });
