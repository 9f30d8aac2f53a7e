/** Every node is stopped and started again, one after the other, the leader last: how a cluster gets a new version. */

import { say } from '../../words/say.ts';
import { awaitAnswers, awaitReign, patience, type Scenario } from './stage.ts';

export const rollingRestart: Scenario = {
  name: 'rolling-restart',
  summary: 'scenario-rolling-restart',

  async play(stage) {
    const { fleet, tell } = stage;
    const everybody = { what: say('all-name-a-leader'), newerThan: 0, within: patience, without: [] };
    const first = await awaitReign(stage, everybody);
    tell(say('told-leads', { ...first }));
    const ids = fleet.plan.nodes.map(({ id }) => id);
    let { term } = first;
    for (const id of [...ids.filter((each) => each !== first.leader), first.leader]) {
      await awaitAnswers(stage, say('before-stop', { node: id }));
      await fleet.stop(id);
      const without = await awaitReign(stage, {
        what: say('all-but-one-name-a-leader', { node: id }),
        newerThan: 0,
        within: patience,
        without: [id],
      });
      await awaitAnswers(stage, say('without-node', { node: id }), [id]);
      await fleet.start(id);
      ({ term } = await awaitReign(stage, { ...everybody, what: say('among-the-others', { node: id }) }));
      tell(say('told-restarted', { node: id, leader: without.leader }));
    }
    return {
      verdict: say('all-restarted', { count: ids.length }),
      facts: { restarted: ids.length, term },
    };
  },
};
