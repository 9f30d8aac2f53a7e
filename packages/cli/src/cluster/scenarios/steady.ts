/** Nothing happens. A leader's heartbeats keep everybody following, and with clients, all logs the same. */
import { electionTimeout } from '@weekend/raft';
import { say } from '../../words/say.ts';
import { until } from '../until.ts';
import { awaitAnswers, awaitReign, interval, lookAt, patience, type Scenario } from './stage.ts';

/** For how long: ten election timeouts, in which anybody who heard no leader would have stood. */
const watched = 10 * electionTimeout.max;

export const steady: Scenario = {
  name: 'steady',
  summary: 'scenario-steady',

  async play(stage) {
    const { tell, signal } = stage;
    const what = say('all-name-a-leader');
    const first = await awaitReign(stage, { what, newerThan: 0, within: patience, without: [] });
    tell(say('told-leads', { ...first }));
    const terms = new Set([first.term]);
    await until(
      async () => {
        for (const { view } of await lookAt(stage, [])) if (view) terms.add(view.term);
        return undefined;
      },
      { within: watched, every: interval(stage), signal },
    );
    const last = await awaitReign(stage, { what, newerThan: first.term - 1, within: patience, without: [] });
    await awaitAnswers(stage, say('after-that'));
    // A machine that is busy elsewhere may let a heartbeat come too late, and then another election is right.
    const isSame = last.term === first.term;
    const stayed = isSame ? say('told-stayed', { ...first }) : say('told-terms-passed', { count: terms.size, ...last });
    tell(say('told-after', { seconds: watched / 1000, what: stayed }));
    return { verdict: stayed, facts: { leader: last.leader, term: last.term, terms: terms.size } };
  },
};
