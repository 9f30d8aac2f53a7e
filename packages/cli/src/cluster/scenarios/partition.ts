/**
 * The network is cut between the leader with a minority and the others. The others elect a leader of their own and go on;
 * the old one may believe that it leads, and can do nothing. When the network is whole, it follows.
 */
import { type Client, connect } from '@weekend/client';
import type { Reign } from '../observe.ts';
import { awaitAnswers, awaitReign, FellShort, lookAt, patience, type Scenario, type Stage } from './stage.ts';

export const partition: Scenario = {
  name: 'partition',
  summary: 'cuts the leader off with a minority, shows that only the majority goes on, and heals the network',
  cuts: true,

  async play(stage) {
    const { fleet, tell } = stage;
    const ids = fleet.plan.nodes.map(({ id }) => id);
    const everybody = { newerThan: 0, within: patience, without: [] };
    const first = await awaitReign(stage, { ...everybody, what: 'a leader that all name' });
    tell(`${first.leader} leads term ${first.term}, and all agree`);
    await awaitAnswers(stage, `while ${first.leader} leads`);

    const others = ids.filter((id) => id !== first.leader);
    const minority = [first.leader, ...others.slice(0, Math.ceil(ids.length / 2) - 2)];
    const majority = ids.filter((id) => !minority.includes(id));
    tell(`cut the network: ${minority.join(', ')} | ${majority.join(', ')}`);
    await fleet.partition([minority]);
    const second = await awaitReign(stage, {
      what: `a leader of a term after ${first.term} among ${majority.join(', ')}`,
      newerThan: first.term,
      within: patience,
      without: minority,
    });
    tell(`${second.leader} leads term ${second.term} on the other side; ${await believed(stage, first)}`);
    await awaitAnswers(stage, `by ${second.leader}`);
    if (stage.clients) await refusedByMinority(stage, minority);

    tell('heal the network');
    await fleet.heal();
    const third = await awaitReign(stage, {
      ...everybody,
      what: `${first.leader} following the others' leader`,
      newerThan: second.term - 1,
    });
    tell(`${third.leader} leads term ${third.term}, and all agree`);
    await awaitAnswers(stage, 'in one network again');
    const leftBehind = stage.clients ? 'could do nothing without it' : 'heard nothing of it';
    return {
      verdict: `${second.leader} rose among the majority, ${minority.join(' and ')} ${leftBehind}, and all agree on ${third.leader} now`,
      facts: { cut: minority.join(','), risen: second.leader, leader: third.leader, term: third.term },
    };
  },
};

/** What the one that was cut off says of itself. It cannot know better. */
async function believed(stage: Stage, { leader, term }: Reign): Promise<string> {
  const view = (await lookAt(stage, [])).find(({ id }) => id === leader)?.view;
  if (view?.role === 'leader' && view.term === term)
    return `${leader} believes that it leads term ${term}, and nobody hears it`;
  return `${leader} has noticed that nobody hears it`;
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
        `awaited was that ${minority.join(', ')}, cut off from the majority, acknowledge nothing, and a ${served[0] ? 'write' : 'consistent read'} was acknowledged`,
      );
    tell(`a client that reaches only ${minority.join(', ')} gets no answer to a write or a consistent read`);
  } finally {
    client.close();
  }
}
