/**
 * A majority is killed, the leader among them. Nobody may lead with the votes that are left, however often he stands, and
 * nothing may be committed; once the others are back, it goes on.
 */
import { electionTimeout } from '@weekend/raft';
import { say } from '../../words/say.ts';
import type { View } from '../observe.ts';
import { roleInWords } from '../table.ts';
import { until } from '../until.ts';
import { awaitAnswers, awaitReign, FellShort, interval, lookAt, patience, type Scenario, type Stage } from './stage.ts';

/** For how long nobody may lead: ten election timeouts. Whoever stands again and again does it some ten times. */
const watched = 10 * electionTimeout.max;

/** How much a candidate's term must have grown by then. Fewer than ten, for the machine may be busy. */
const leastGrowth = 2;

export const majorityDown: Scenario = {
  name: 'majority-down',
  summary: 'scenario-majority-down',

  async play(stage) {
    const { fleet, tell } = stage;
    const ids = fleet.plan.nodes.map(({ id }) => id);
    const first = await awaitReign(stage, {
      what: say('all-name-a-leader'),
      newerThan: 0,
      within: patience,
      without: [],
    });
    tell(say('told-leads', { ...first }));

    await awaitAnswers(stage, say('while-leads', { leader: first.leader }));
    const majority = Math.floor(ids.length / 2) + 1;
    // The leader last: as long as it is heard, nobody stands, and so nobody wins with the votes of those about to go.
    const killed = [...ids.filter((id) => id !== first.leader).slice(0, majority - 1), first.leader];
    tell(say('told-kill-some', { nodes: killed.join(', '), count: majority, all: ids.length }));
    for (const id of killed) await fleet.kill(id);
    const highest = await watchLeaderless(stage, killed, first.term);

    tell(say('told-start', { nodes: killed.join(', ') }));
    await Promise.all(killed.map((id) => fleet.start(id)));
    const second = await awaitReign(stage, {
      what: say('all-name-a-newer-leader', { term: first.term }),
      newerThan: first.term,
      within: patience,
      without: [],
    });
    tell(say('told-leads', { ...second }));
    await awaitAnswers(stage, say('others-back'));
    return {
      verdict: say(stage.clients ? 'nobody-led-or-wrote' : 'nobody-led', { leader: second.leader }),
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
            say('awaited-still-commit', {
              node: id,
              before: alone.get(id) ?? 0,
              ...downIn(stage, killed),
              now: view.commitIndex,
            }),
          );
        seen.set(id, view);
      }
      return undefined;
    },
    { within: watched, every: interval(stage), signal: stage.signal },
  );
  const more = (stage.clients?.counts.acknowledged ?? 0) - acknowledged;
  if (more > 0) throw new FellShort(say('awaited-no-answers', { ...downIn(stage, killed), more }));
  const told = [...seen].map(([node, { role, term, commitIndex }]) =>
    say('seen-stands', { node, role: roleInWords(role), term, commit: commitIndex }),
  );
  stage.tell(say('told-leaderless', { seconds: watched / 1000, nodes: told.join('; ') }));
  // Who asks before he stands (§9.6) stays a follower and keeps his term, and that is right, too.
  const stuck = [...seen].find(([, { role, term }]) => role === 'candidate' && term < before + leastGrowth);
  if (stuck)
    throw new FellShort(say('awaited-newer-terms', { seconds: watched / 1000, node: stuck[0], term: stuck[1].term }));
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
  if (!alone) throw new FellShort(say('awaited-notice', { seconds: patience / 1000 }));
  return new Map(alone.map(({ id, view }) => [id, view?.commitIndex ?? 0]));
}

const downIn = ({ fleet }: Stage, killed: readonly string[]) => ({ down: killed.length, all: fleet.plan.nodes.length });

function refuseLeader(stage: Stage, killed: readonly string[], id: string, { role, term }: View): void {
  if (role !== 'leader') return;
  throw new FellShort(say('awaited-no-leader', { ...downIn(stage, killed), node: id, term }));
}
