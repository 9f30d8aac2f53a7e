/** The leader is killed for real. Another must rise, in a newer term, and the first one must follow it once it is back. */
import { awaitAnswers, awaitReign, patience, type Scenario } from './stage.ts';

/** Within five seconds of the kill somebody must lead: some fifteen election timeouts. */
export const leaderDown = leaderDownWithin(5000);

/** `limit`: in milliseconds. Tests give more, since they may not depend on how fast a machine is. */
export function leaderDownWithin(limit: number): Scenario {
  return {
    name: 'leader-down',
    summary: 'kills the leader, waits for another, and lets the first one follow it',

    async play(stage) {
      const { fleet, tell } = stage;
      const first = await awaitReign(stage, {
        what: 'a leader that all name',
        newerThan: 0,
        within: patience,
        without: [],
      });
      tell(`${first.leader} leads term ${first.term}, and all agree`);

      await awaitAnswers(stage, `while ${first.leader} leads`);
      const killedAt = performance.now();
      tell(`kill ${first.leader}`);
      await fleet.kill(first.leader);
      const second = await awaitReign(stage, {
        what: `a leader of a term after ${first.term}, named by all that are left,`,
        newerThan: first.term,
        within: limit - (performance.now() - killedAt),
        without: [first.leader],
      });
      const took = Math.round(performance.now() - killedAt);
      tell(`${second.leader} leads term ${second.term}, ${inSeconds(took)} after the kill`);
      await awaitAnswers(stage, `after ${second.leader} has risen`, [first.leader]);
      if (stage.clients) tell(`clients are served again ${inSeconds(performance.now() - killedAt)} after the kill`);

      tell(`start ${first.leader} again`);
      await fleet.start(first.leader);
      const third = await awaitReign(stage, {
        what: `${first.leader} following the others' leader`,
        newerThan: second.term - 1,
        within: patience,
        without: [],
      });
      tell(
        third.leader === first.leader
          ? `${first.leader} had stood before it heard of ${second.leader}, and leads term ${third.term}`
          : `${first.leader} follows ${third.leader} in term ${third.term}`,
      );
      await awaitAnswers(stage, `with ${first.leader} back`);
      return {
        verdict: `${second.leader} rose ${inSeconds(took)} after ${first.leader} was killed (awaited: within ${inSeconds(limit)}), and ${first.leader} is back among the others`,
        facts: { killed: first.leader, risen: second.leader, failoverMs: took, term: third.term },
      };
    },
  };
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 1000 ? 2 : 1)} s`;
}
