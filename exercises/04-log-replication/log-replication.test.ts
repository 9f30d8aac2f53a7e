/**
 * Two examples of how to look at your own code: one follower and a script, and a small cluster with your election of the day
 * before. Change them, add your own. The graded tests are others, and many more: `npx weekend grade log-replication`.
 */
import { NotWritten } from '@weekend/protocol';
import { type Election, type Entry, noClients, type Raft, raftNode } from '@weekend/raft';
import { simulate } from '@weekend/simulator';
import { expect, test } from 'vitest';
import { logReplication } from './log-replication.ts';

/** n1 leads term 1 from the beginning, and nobody else ever stands. Put your own election here once you have one. */
const n1Leads: Election = {
  onNewerTerm(state, term) {
    state.currentTerm = term;
  },
  onElectionTimeout(state) {
    if (state.me !== 'n1' || state.role.kind === 'leader') return;
    state.currentTerm = 1;
    state.role = { kind: 'leader', nextIndex: {}, matchIndex: {} };
  },
  onRequestVote() {},
  onRequestVoteReply() {},
  onLeaderHeard() {},
};

/** Your stage in a node. The only client is this file: it asks by sending a Request. */
const node = raftNode({
  election: n1Leads,
  replication: logReplication,
  keyValue: {
    ...noClients,
    onRequest(_state, _from, { id, ask }, _world, propose) {
      if (ask.kind === 'put') propose({ kind: 'write', id, write: ask });
    },
  },
});

example('a follower appends what fits to its log, and says how far the two logs agree', () => {
  // By hand: nothing arrives and no timer fires unless this script says so.
  const sim = simulate<Raft>({ seed: 1, nodes: { n1: node, n2: node }, network: 'by hand' });
  const entries: Entry[] = [{ term: 1, command: { kind: 'no-op' } }];
  const message = sim.inject('n1', 'n2', {
    kind: 'AppendEntries',
    term: 1,
    leaderId: 'n1',
    prevLogIndex: 0,
    prevLogTerm: 0,
    entries,
    leaderCommit: 0,
  });

  sim.deliver(message);

  if (sim.failure) throw sim.failure.error;
  expect(sim.state('n2')?.log).toEqual(entries);
  expect(sim.disk('n2').log).toEqual(entries);
  expect(sim.packets.map(({ to, message }) => [to, message])).toMatchObject([
    ['n1', { kind: 'AppendEntriesReply', term: 1, success: true, matchIndex: 1 }],
  ]);
});

example('what a client asks the leader for is committed on three nodes', () => {
  const sim = simulate<Raft>({ seed: 1, nodes: { n1: node, n2: node, n3: node } });
  const id = { session: null, seq: 1 };

  sim.fire('n1', 'election');
  sim.inject('client', 'n1', { kind: 'Request', id, ask: { kind: 'put', key: 'k', value: 'v', flags: 0 } });
  sim.run({ until: 1000 });

  if (sim.failure) throw sim.failure.error;
  for (const name of sim.nodes) expect(sim.state(name)).toMatchObject({ commitIndex: 1, lastApplied: 1 });
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
