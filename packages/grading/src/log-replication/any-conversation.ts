/** §5.3: one follower under many leaders, whose messages come late, twice and in any order, and who crashes in between. */
import type { AppendEntries, Replication } from '@weekend/raft';
import { Random } from '@weekend/simulator';
import type { Walk } from '../scene.ts';
import type { Dice, Milestone } from '../suite.ts';
import { type Cast, cluster, playAll } from './cast.ts';
import { partOf } from './entries.ts';
import { type Reign, randomReigns } from './reigns.ts';
import { WatchedFollower } from './watched-follower.ts';

export const anyConversation: Milestone<Replication> = {
  id: 'any-conversation',
  title: 'A follower stays right under many leaders, late messages and crashes',
  points: 5,
  rule: 'Figure 2, AppendEntries RPC, receiver (§5.3)',
  hint: 'The last message of the story is the one that counts. Write down the follower’s log before it, and the message below; then go through the five receiver rules, each with its number.',
  prove: (stage, dice) => playAll(stage, ['onAppendEntries'], conversations(dice)),
};

const events = 25;

/** One scene for every two seeds. */
function conversations({ seed, seeds }: Dice): Walk<Cast>[] {
  return Array.from({ length: Math.ceil(seeds / 2) }, (_, i) => ({
    seed: seed + i,
    events,
    act(cast, part) {
      const reigns = randomReigns(new Random(seed + i, 'reigns'), ['n2', 'n3', 'n4'], 6);
      const n1 = new WatchedFollower(cast.follower(cluster(4)), 'commit');
      for (const event of part) {
        const random = new Random(seed + i, `conversation, event ${event}`);
        if (random.happens(0.05)) n1.crashes();
        n1.hears(someMessage(reigns, Math.floor((event * reigns.length) / events), random));
      }
    },
  }));
}

/** Mostly of the leader whose time it is, sometimes of one before it: some part of its log, and what it had committed. */
function someMessage(reigns: readonly Reign[], now: number, random: Random): AppendEntries {
  const { term, leader, log, committed } = reigns[random.happens(0.8) ? now : random.below(now + 1)] as Reign;
  const prev = random.between(0, log.length);
  const count = random.happens(0.3) ? 0 : random.between(0, log.length - prev);
  return partOf(log, { term, leader, prev, count, commit: random.between(committed.before, committed.after) });
}
