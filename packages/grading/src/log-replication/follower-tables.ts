/** Every follower against every leader: short logs that could meet in one cluster, and every part that could be sent. */
import { type Entry, type Index, termAt } from '@weekend/raft';
import { type Act, cluster } from './cast.ts';
import { logOf, partOf } from './entries.ts';
import { type Concern, WatchedFollower } from './watched-follower.ts';

const shapes = [
  [],
  [1],
  [1, 1],
  [2],
  [2, 2],
  [1, 1, 1],
  [1, 1, 2],
  [1, 2, 2],
  [1, 1, 1, 1],
  [1, 1, 3, 3],
  [1, 2, 2, 4],
];

/** One scene for each leader's log, and in it one node for each follower's log and each part. */
export function everyPair(concern: Concern, commits: (log: readonly Entry[]) => readonly Index[] = () => [0]): Act[] {
  const logs = shapes.map(logOf);
  return logs.flatMap((follower) =>
    logs
      .filter((leader) => couldMeet(follower, leader))
      .flatMap((leader) => parts(leader).map((part) => ({ ...part, leader })))
      .flatMap(({ leader, ...part }) =>
        commits(leader).map(
          (commit): Act =>
            (cast) => {
              const node = cast.follower(cluster(3), { term: 4, log: follower });
              new WatchedFollower(node, concern).hears(partOf(leader, { term: 5, leader: 'n2', commit, ...part }));
            },
        ),
      ),
  );
}

/** Log Matching (§5.3): where two logs have an entry of the same term, they are equal up to there. */
function couldMeet(one: Entry[], other: Entry[]): boolean {
  let same = Math.min(one.length, other.length);
  while (same > 0 && termAt(one, same) !== termAt(other, same)) same--;
  return one.slice(0, same).every(({ term }, i) => other[i]?.term === term);
}

function parts(log: readonly Entry[]): { prev: Index; count: number }[] {
  return [...log, undefined].flatMap((_, prev) => {
    const left = log.length - prev;
    return [...new Set([0, left])].map((count) => ({ prev, count }));
  });
}
