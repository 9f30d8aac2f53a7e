/** OK06, OK13: not pipelined, back by one after a refusal, and no hints (§5.3, "in practice, we doubt"). */
import { receiving } from '../altered.ts';
import { plainLeader } from '../plain-leader.ts';

export const logReplication = { ...plainLeader, onAppendEntries: receiving({}).onAppendEntries };
