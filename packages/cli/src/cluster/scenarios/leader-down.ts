/** The leader is killed for real. Another must rise, in a newer term, and the first one must follow it once it is back. */

import { say } from '../../words/say.ts';
import { awaitAnswers, awaitReign, patience, type Scenario } from './stage.ts';

/** Within five seconds of the kill somebody must lead: some fifteen election timeouts. */
export const leaderDown = leaderDownWithin(5000);

/** `limit`: in milliseconds. Tests give more, since they may not depend on how fast a machine is. */
export function leaderDownWithin(limit: number): Scenario {
  return {
    name: 'leader-down',
    summary: 'scenario-leader-down',

    async play(stage) {
      const { fleet, tell } = stage;
      const first = await awaitReign(stage, {
        what: say('all-name-a-leader'),
        newerThan: 0,
        within: patience,
        without: [],
      });
      tell(say('told-leads', { ...first }));

      await awaitAnswers(stage, say('while-leads', { leader: first.leader }));
      const killedAt = performance.now();
      tell(say('told-kill', { node: first.leader }));
      await fleet.kill(first.leader);
      const second = await awaitReign(stage, {
        what: say('left-name-a-newer-leader', { term: first.term }),
        newerThan: first.term,
        within: limit - (performance.now() - killedAt),
        without: [first.leader],
      });
      const took = Math.round(performance.now() - killedAt);
      tell(say('told-rose', { ...second, took: inSeconds(took) }));
      await awaitAnswers(stage, say('after-risen', { leader: second.leader }), [first.leader]);
      if (stage.clients) tell(say('told-served', { took: inSeconds(performance.now() - killedAt) }));

      tell(say('told-start', { nodes: first.leader }));
      await fleet.start(first.leader);
      const third = await awaitReign(stage, {
        what: say('follows-the-others', { node: first.leader }),
        newerThan: second.term - 1,
        within: patience,
        without: [],
      });
      tell(
        third.leader === first.leader
          ? say('told-stood-before', { first: first.leader, second: second.leader, term: third.term })
          : say('told-follows', { node: first.leader, ...third }),
      );
      await awaitAnswers(stage, say('with-back', { node: first.leader }));
      return {
        verdict: say('rose-in-time', {
          first: first.leader,
          second: second.leader,
          took: inSeconds(took),
          limit: inSeconds(limit),
        }),
        facts: { killed: first.leader, risen: second.leader, failoverMs: took, term: third.term },
      };
    },
  };
}

function inSeconds(ms: number): string {
  return say('seconds', { count: (ms / 1000).toFixed(ms < 1000 ? 2 : 1) });
}
