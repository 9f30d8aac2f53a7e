/** What must hold after every turn of an election, besides Figure 3: seen from outside, in messages and logs. */
import type { Address, Sent } from '@weekend/protocol';
import { type Log, lastIndex, lastTerm, type Past, type Raft, type State, type Term } from '@weekend/raft';

/** For each term, who has voted for whom. */
export type Votes = Record<Term, Record<Address, Address>>;

/**
 * Does not catch a candidate that votes for a rival, nor a second vote for who leads the term already: both are harmless
 * where a candidate has yielded, or a follower votes for the leader that it hears.
 */
export function oneVoteATerm(
  voter: Address,
  sends: readonly Sent<Raft>[],
  votes: Votes,
  leaders: Past['leaders'],
): string | undefined {
  for (const { to, message } of sends) {
    if (message.kind !== 'RequestVoteReply' || !message.voteGranted || leaders[message.term] === to) continue;
    const inTerm = (votes[message.term] ??= {});
    const earlier = (inTerm[voter] ??= to);
    if (earlier !== to)
      return `${voter} votes for ${to} in term ${message.term}, in which it has voted for ${earlier}; wanted one vote a term`;
  }
  return undefined;
}

/** Does not catch a leader whose log is behind those of nodes that are down. */
export function electionRestriction(leader: State, others: () => readonly State[]): string | undefined {
  if (leader.role.kind !== 'leader') return undefined;
  const clusterSize = leader.peers.length + 1;
  const ahead = others().filter((other) => isMoreUpToDate(other.log, leader.log));
  if (ahead.length < clusterSize / 2) return undefined;
  return `${leader.me} leads term ${leader.currentTerm}, and the logs of ${ahead.map(({ me }) => me).join(', ')} are more up-to-date than its own; wanted a leader for whom a majority could vote`;
}

function isMoreUpToDate(one: Log, other: Log): boolean {
  if (lastTerm(one) !== lastTerm(other)) return lastTerm(one) > lastTerm(other);
  return lastIndex(one) > lastIndex(other);
}
