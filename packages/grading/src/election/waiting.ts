/** How time passes for one node: while messages come at intervals, its election timer fires whenever it is due. */
import type { Millis } from '@weekend/protocol';
import { ofKind } from '../raft/messages.ts';
import { insist, Refuted } from '../refuted.ts';
import { type Node, standing } from './cast.ts';

/** Nobody has to wait longer than that for an election, whatever timeouts the nodes set. */
export const longestWait: Millis = 10_000;

/** How long the node's timer runs at most from now on, by what the node itself has set. */
export function timeout(node: Node): Millis {
  const due = node.timers.get('election');
  insist(
    due !== undefined,
    `${node.me} is ${standing(node.state)} and its election timer does not run; wanted it to, since nothing else makes it stand`,
  );
  return due - node.now;
}

/**
 * For as long as `duration`, `happens` every so often. Whether the node stands for election meanwhile, or asks whether it
 * may (§9.6).
 */
export function standsWithin(node: Node, duration: Millis, every: Millis = duration, happens?: () => void): boolean {
  const end = node.now + duration;
  while (node.now < end) {
    const next = Math.min(node.now + every, end);
    if (standsBefore(node, next)) return true;
    node.now = Math.max(node.now, next);
    happens?.();
  }
  return false;
}

function standsBefore(node: Node, time: Millis): boolean {
  for (let fired = 0; (node.timers.get('election') ?? Number.POSITIVE_INFINITY) <= time; fired++) {
    if (fired > 1000)
      throw new Refuted(`the election timer of ${node.me} fires again and again at once; wanted it to wait`);
    node.fires('election');
    if (asksForVotes(node)) return true;
  }
  return false;
}

const asksForVotes = ({ sent, state }: Node): boolean =>
  ofKind('RequestVote', sent).length > 0 || ofKind('PreVote', sent).length > 0 || state.role.kind === 'candidate';
