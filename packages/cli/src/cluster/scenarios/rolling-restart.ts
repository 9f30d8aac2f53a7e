/** Every node is stopped and started again, one after the other, the leader last: how a cluster gets a new version. */
import { awaitAnswers, awaitReign, patience, type Scenario } from './stage.ts';

export const rollingRestart: Scenario = {
  name: 'rolling-restart',
  summary: 'stops and starts every node in turn, the leader last, while clients go on',

  async play(stage) {
    const { fleet, tell } = stage;
    const everybody = { what: 'a leader that all name', newerThan: 0, within: patience, without: [] };
    const first = await awaitReign(stage, everybody);
    tell(`${first.leader} leads term ${first.term}, and all agree`);
    const ids = fleet.plan.nodes.map(({ id }) => id);
    let { term } = first;
    for (const id of [...ids.filter((each) => each !== first.leader), first.leader]) {
      await awaitAnswers(stage, `before ${id} is stopped`);
      await fleet.stop(id);
      const without = await awaitReign(stage, {
        what: `a leader that all but ${id} name`,
        newerThan: 0,
        within: patience,
        without: [id],
      });
      await awaitAnswers(stage, `without ${id}`, [id]);
      await fleet.start(id);
      ({ term } = await awaitReign(stage, { ...everybody, what: `${id} among the others again` }));
      tell(`${id} was stopped and is back; ${without.leader} led without it`);
    }
    return {
      verdict: `each of ${ids.length} nodes was restarted in its turn, and somebody led each time`,
      facts: { restarted: ids.length, term },
    };
  },
};
