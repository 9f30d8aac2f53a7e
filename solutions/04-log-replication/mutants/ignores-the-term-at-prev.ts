/** R01: looks whether there is an entry before the new ones, and not whether it is the same (§5.3). */
import { lastIndex } from '@weekend/raft';
import { receiving } from '../altered.ts';

export const logReplication = receiving({ agrees: ({ prevLogIndex }, { log }) => prevLogIndex <= lastIndex(log) });
