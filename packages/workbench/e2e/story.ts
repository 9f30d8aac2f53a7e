/** A failed grade's run, as the server tells it: two leaders in one term. */

import { election } from '@solutions/03-election/election.ts';
import { heartbeatsOnly, noClients, type Raft, raftNode } from '@weekend/raft';
import { simulate } from '@weekend/simulator';

export function story(): object {
  const node = raftNode({
    election: {
      ...election,
      onRequestVote(state, from, message, world) {
        if (message.term === state.currentTerm) state.votedFor = null;
        election.onRequestVote(state, from, message, world);
      },
    },
    replication: heartbeatsOnly,
    keyValue: noClients,
  });
  const sim = simulate<Raft>({ seed: 1, nodes: { n1: node, n2: node, n3: node }, network: 'by hand', record: true });
  sim.fire('n1', 'election');
  sim.fire('n2', 'election');
  const leaders = () => sim.nodes.filter((name) => sim.state(name)?.role.kind === 'leader').length;
  for (const packet of sim.packets.filter(({ to }) => to === 'n3')) sim.deliver(packet);
  for (const packet of sim.packets.filter(({ from }) => from === 'n3')) if (leaders() < 2) sim.deliver(packet);
  return {
    stage: 'election',
    rule: 'Election Safety (§5.2)',
    message: 'n1 and n2 both lead term 1',
    hint: 'How often may a node vote in one term?',
    replay: 'pnpm weekend replay election --seed 1',
    trace: sim.trace,
  };
}
