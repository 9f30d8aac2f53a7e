/**
 * A majority is killed, the leader among them. Nobody may lead with the votes that are left, however often he stands;
 * once the others are back, somebody must.
 */
import { electionTimeout } from '@weekend/raft';
import { until } from '../until.ts';
import { awaitReign, FellShort, interval, lookAt, patience, type Scenario, type Stage } from './stage.ts';

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
      stopped: [],
    });
    tell(`${first.leader} leads term ${first.term}, and all agree`);

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
      stopped: [],
    });
    tell(`${second.leader} leads term ${second.term}, and all agree`);
    return {
      verdict: `nobody led without a majority, and ${second.leader} leads now that it is back`,
      facts: { killed: killed.join(','), highestTermWithout: highest, leader: second.leader, term: second.term },
    };
  },
};

/** The highest term that the nodes left over came to. */
async function watchLeaderless(stage: Stage, killed: readonly string[], before: number): Promise<number> {
  const terms = new Map<string, number>();
  const roles = new Map<string, string>();
  await until(
    async () => {
      for (const { id, view } of await lookAt(stage, killed)) {
        if (!view) continue;
        if (view.role === 'leader')
          throw new FellShort(
            `awaited was that nobody leads while ${killed.length} of ${stage.fleet.plan.nodes.length} are down, and ${id} leads term ${view.term}`,
          );
        terms.set(id, view.term);
        roles.set(id, view.role);
      }
      return undefined;
    },
    { within: watched, every: interval(stage), signal: stage.signal },
  );
  const told = [...terms].map(([id, term]) => `${id} is a ${roles.get(id)} in term ${term}`).join(', ');
  stage.tell(`after ${watched / 1000} s nobody leads: ${told}`);
  // Who asks before he stands (§9.6) stays a follower and keeps his term, and that is right, too.
  const stuck = [...terms].find(([id, term]) => roles.get(id) === 'candidate' && term < before + leastGrowth);
  if (stuck)
    throw new FellShort(
      `awaited was that a candidate without enough votes stands again and again, in ever newer terms, and after ${watched / 1000} s ${stuck[0]} is still a candidate in term ${stuck[1]}`,
    );
  return Math.max(...terms.values());
}
