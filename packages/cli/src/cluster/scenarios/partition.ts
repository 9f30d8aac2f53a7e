/**
 * The network is cut between the leader with a minority and the others. The others elect a leader of their own and go on;
 * the old one may believe that it leads, and can do nothing. When the network is whole, it follows.
 */
import { type Client, connect } from '@weekend/client';
import { say } from '../../words/say.ts';
import type { Reign } from '../observe.ts';
import { awaitAnswers, awaitReign, FellShort, lookAt, patience, type Scenario, type Stage } from './stage.ts';

export const partition: Scenario = {
  name: 'partition',
  summary: 'scenario-partition',
  cuts: true,

  async play(stage) {
    const { fleet, tell } = stage;
    const ids = fleet.plan.nodes.map(({ id }) => id);
    const everybody = { newerThan: 0, within: patience, without: [] };
    const first = await awaitReign(stage, { ...everybody, what: say('all-name-a-leader') });
    tell(say('told-leads', { ...first }));
    await awaitAnswers(stage, say('while-leads', { leader: first.leader }));

    const others = ids.filter((id) => id !== first.leader);
    const minority = [first.leader, ...others.slice(0, Math.ceil(ids.length / 2) - 2)];
    const majority = ids.filter((id) => !minority.includes(id));
    tell(say('told-cut', { one: minority.join(', '), other: majority.join(', ') }));
    await fleet.partition([minority]);
    const second = await awaitReign(stage, {
      what: say('newer-leader-among', { term: first.term, nodes: majority.join(', ') }),
      newerThan: first.term,
      within: patience,
      without: minority,
    });
    tell(say('told-other-side', { ...second, believed: await believed(stage, first) }));
    await awaitAnswers(stage, say('served-by', { leader: second.leader }));
    if (stage.clients) await refusedByMinority(stage, minority);

    tell(say('told-heal'));
    await fleet.heal();
    const third = await awaitReign(stage, {
      ...everybody,
      what: say('follows-the-others', { node: first.leader }),
      newerThan: second.term - 1,
    });
    tell(say('told-leads', { ...third }));
    await awaitAnswers(stage, say('in-one-network'));
    const left = say(stage.clients ? 'left-powerless' : 'left-out');
    return {
      verdict: say('rose-among', {
        second: second.leader,
        minority: minority.join(say('and')),
        left,
        third: third.leader,
      }),
      facts: { cut: minority.join(','), risen: second.leader, leader: third.leader, term: third.term },
    };
  },
};

/** What the one that was cut off says of itself. It cannot know better. */
async function believed(stage: Stage, { leader, term }: Reign): Promise<string> {
  const view = (await lookAt(stage, [])).find(({ id }) => id === leader)?.view;
  if (view?.role === 'leader' && view.term === term) return say('told-believes', { leader, term });
  return say('told-noticed', { leader });
}

/** How long clients try on the side that cannot serve them, in milliseconds. */
const tried = 1_500;

/** A client that reaches only the minority must get no answer to a write, and none to a read that is to be confirmed. */
async function refusedByMinority({ fleet, clients, tell }: Stage, minority: readonly string[]): Promise<void> {
  if (!clients) return;
  const nodes = fleet.plan.nodes.filter(({ id }) => minority.includes(id)).map(({ http }) => `127.0.0.1:${http}`);
  const client: Client = await connect({ nodes, timeout: tried });
  try {
    const served = await Promise.all([
      clients.recorder.put('c-write', client, 'shared/0', 'from the minority'),
      clients.recorder.get('c-read', client, 'shared/0'),
    ]);
    if (served.some((each) => each))
      throw new FellShort(
        say('awaited-refusal', {
          nodes: minority.join(', '),
          what: say(served[0] ? 'a-write' : 'a-consistent-read'),
        }),
      );
    tell(say('told-refusal', { nodes: minority.join(', ') }));
  } finally {
    client.close();
  }
}
