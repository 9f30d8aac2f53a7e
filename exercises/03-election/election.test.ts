/**
 * Two examples of how to look at your own code: one node and a script, and a small cluster. Change them, add your own. The
 * graded tests are others, and many more: `npx weekend grade election`.
 */
import { NotWritten, type Protocol } from '@weekend/protocol';
import { heartbeatsOnly, noClients, type Raft, raftNode } from '@weekend/raft';
import { simulate } from '@weekend/simulator';
import { expect, test } from 'vitest';
import { election } from './election.ts';

/** Your stage in a node. The other stages are not there yet: leaders only send heartbeats. */
const node: Protocol<Raft> = raftNode({ election, replication: heartbeatsOnly, keyValue: noClients });

example('a node whose election timer fires asks the others for their votes', () => {
  // By hand: nothing arrives and no timer fires unless this script says so.
  const sim = simulate<Raft>({ seed: 1, nodes: { n1: node, n2: node, n3: node }, network: 'by hand' });

  sim.fire('n1', 'election');

  if (sim.failure) throw sim.failure.error;
  expect(sim.state('n1')).toMatchObject({ currentTerm: 1, votedFor: 'n1', role: { kind: 'candidate' } });
  expect(sim.disk('n1')).toMatchObject({ currentTerm: 1, votedFor: 'n1' });
  expect(sim.packets.map(({ to, message }) => [message.kind, to])).toEqual([
    ['RequestVote', 'n2'],
    ['RequestVote', 'n3'],
  ]);
});

example('three nodes elect a leader, and another when it crashes', () => {
  const nodes = { n1: node, n2: node, n3: node };
  const sim = simulate<Raft>({ seed: 1, nodes });
  const leaders = () => sim.nodes.filter((name) => sim.state(name)?.role.kind === 'leader');

  sim.run({ until: 3000 });

  if (sim.failure) throw sim.failure.error;
  const [first] = leaders();
  expect(leaders()).toHaveLength(1);

  sim.crash(first as string);
  sim.run({ until: 6000 });

  expect(leaders()).toHaveLength(1);
  expect(leaders()).not.toContain(first);
});

/** A test that waits for you while a handler that it needs is not written yet: it says so, and does not fail. */
function example(name: string, body: () => void): void {
  test(name, () => {
    try {
      body();
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      console.info(`Nothing was tested. ${error.message}`);
    }
  });
}
