/**
 * A majority is killed, the leader among them. Nobody may lead with the votes that are left, however often he stands, and
 * nothing may be committed; once the others are back, it goes on.
 */
import { electionTimeout } from '@weekend/raft';
import type { View } from '../observe.ts';
import { until } from '../until.ts';
import { awaitAnswers, awaitReign, FellShort, interval, lookAt, patience, type Scenario, type Stage } from './stage.ts';

/** For how long nobody may lead: ten election timeouts. Whoever stands again and again does it some ten times. */
const watched = 10 * electionTimeout.max;

/** How much a candidate's term must have grown by then. Fewer than ten, for the machine may be busy. */
const leastGrowth = 2;

export const majorityDown: Scenario = {
  name: 'majority-down',
  summary: 'kills a majority, shows that nobody leads and terms climb, and starts them again',

  async play(stage) {
    const { fleet, tell } = stage;
    const ids = fleet.plan.nodes.map(({ id }) => id);
    const first = await awaitReign(stage, {
      what: 'a leader that all name',
      newerThan: 0,
      within: patience,
      without: [],
    });
    tell(`${first.leader} leads term ${first.term}, and all agree`);

    await awaitAnswers(stage, `while ${first.leader} leads`);
    const majority = Math.floor(ids.length / 2) + 1;
    // The leader last: as long as it is heard, nobody stands, and so nobody wins with the votes of those about to go.
    const killed = [...ids.filter((id) => id !== first.leader).slice(0, majority - 1), first.leader];
    tell(`kill ${killed.join(', ')}: ${majority} of ${ids.length}`);
    for (const id of killed) await fleet.kill(id);
    const highest = await watchLeaderless(stage, killed, first.term);

    tell(`start ${killed.join(', ')} again`);
    await Promise.all(killed.map((id) => fleet.start(id)));
    const second = await awaitReign(stage, {
      what: `a leader of a term after ${first.term} that all name`,
      newerThan: first.term,
      within: patience,
      without: [],
    });
    tell(`${second.leader} leads term ${second.term}, and all agree`);
    await awaitAnswers(stage, 'after the others are back');
    const stoodStill = stage.clients ? 'and nothing was committed or acknowledged ' : '';
    return {
      verdict: `nobody led ${stoodStill}without a majority, and ${second.leader} leads now that it is back`,
      facts: { killed: killed.join(','), highestTermWithout: highest, leader: second.leader, term: second.term },
    };
  },
};

/** The highest term that the nodes left over came to. */
async function watchLeaderless(stage: Stage, killed: readonly string[], before: number): Promise<number> {
  const alone = await bereft(stage, killed);
  const acknowledged = stage.clients?.counts.acknowledged ?? 0;
  const seen = new Map<string, View>();
  await until(
    async () => {
      for (const { id, view } of await lookAt(stage, killed)) {
        if (!view) continue;
        refuseLeader(stage, killed, id, view);
        if (view.commitIndex !== alone.get(id))
          throw new FellShort(
            `awaited was that ${id}'s commit index stands still at ${alone.get(id)} while ${killed.length} of ${stage.fleet.plan.nodes.length} are down, and it is ${view.commitIndex}`,
          );
        seen.set(id, view);
      }
      return undefined;
    },
    { within: watched, every: interval(stage), signal: stage.signal },
  );
  const more = (stage.clients?.counts.acknowledged ?? 0) - acknowledged;
  if (more > 0)
    throw new FellShort(
      `awaited was that nothing is acknowledged while ${killed.length} of ${stage.fleet.plan.nodes.length} are down, and ${more} requests were`,
    );
  const told = [...seen].map(
    ([id, { role, term, commitIndex }]) => `${id} is a ${role} in term ${term}, commit ${commitIndex}`,
  );
  stage.tell(`after ${watched / 1000} s nobody leads and nothing is committed: ${told.join('; ')}`);
  // Who asks before he stands (§9.6) stays a follower and keeps his term, and that is right, too.
  const stuck = [...seen].find(([, { role, term }]) => role === 'candidate' && term < before + leastGrowth);
  if (stuck)
    throw new FellShort(
      `awaited was that a candidate without enough votes stands again and again, in ever newer terms, and after ${watched / 1000} s ${stuck[0]} is still a candidate in term ${stuck[1].term}`,
    );
  return Math.max(...[...seen.values()].map(({ term }) => term));
}

/** The commit index of each node that is left, once none of them follows the leader that is gone. */
async function bereft(stage: Stage, killed: readonly string[]): Promise<Map<string, number>> {
  const alone = await until(
    async () => {
      const left = (await lookAt(stage, killed)).filter(({ id }) => !killed.includes(id));
      for (const { id, view } of left) if (view) refuseLeader(stage, killed, id, view);
      return left.every(({ view }) => view?.leader === null) ? left : undefined;
    },
    { within: patience, every: interval(stage), signal: stage.signal },
  );
  if (!alone)
    throw new FellShort(
      `awaited was that those who are left notice within ${patience / 1000} s that their leader is gone, and they still name it`,
    );
  return new Map(alone.map(({ id, view }) => [id, view?.commitIndex ?? 0]));
}

function refuseLeader({ fleet }: Stage, killed: readonly string[], id: string, { role, term }: View): void {
  if (role !== 'leader') return;
  throw new FellShort(
    `awaited was that nobody leads while ${killed.length} of ${fleet.plan.nodes.length} are down, and ${id} leads term ${term}`,
  );
}
