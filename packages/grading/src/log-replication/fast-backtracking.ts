/** §5.3, end: a follower that is 10,000 entries behind is found in a few round trips. Only for those who do not go one by one. */
import { type Durable, type Entry, noClients, type Raft, type Replication, raftNode } from '@weekend/raft';
import { type Simulation, simulate } from '@weekend/simulator';
import { plainElection } from '../raft/plain-election.ts';
import { wellFormed } from '../raft/well-formed.ts';
import { Refuted } from '../refuted.ts';
import { trySeeds } from '../seeds.ts';
import type { Milestone } from '../suite.ts';

export const fastBacktracking: Milestone<Replication> = {
  id: 'fast-backtracking',
  title: 'Optional: a follower far behind is found in a few round trips',
  points: 0,
  rule: 'Log replication, fewer rejected AppendEntries RPCs (§5.3)',
  hint: 'A refusal may say more than no: look at AppendEntriesReply in messages.ts. What does a follower know about its own log that would save its leader ten thousand questions?',
  prove: (stage, dice) => trySeeds({ ...dice, seeds: 1 }, (seed) => farBehind(stage, seed)),
};

const behind = 10_000;

/** More questions than anybody needs who halves the distance, or doubles the step. */
const mostRefusals = 40;

/** Who asks so often and goes back by one each time goes one by one: right, and no more is asked of it. */
const oneByOne = 12;

function farBehind(stage: Replication, seed: number) {
  const prevs: number[] = [];
  const story: string[] = [`n1 boots with ${behind + 10} entries, n2 with the first 10 of them`];
  const protocol = wellFormed(raftNode({ election: plainElection, replication: stage, keyValue: noClients }));
  const sim = simulate<Raft>({
    seed,
    nodes: { n1: protocol, n2: protocol },
    network: { delay: { min: 1, max: 5 } },
    saved: { n1: diskWith(behind + 10), n2: diskWith(10) },
    // A trace would hold ten thousand entries for each event. What is said tells enough.
    afterTurn(node, _sim, { call }) {
      if (call.kind !== 'message' || node !== 'n2' || call.message.kind !== 'AppendEntries') return undefined;
      const { term, prevLogIndex, prevLogTerm, entries } = call.message;
      prevs.push(prevLogIndex);
      story.push(`n1@${term} -> n2 AppendEntries prev=${prevLogIndex}@${prevLogTerm} and ${entries.length} entries`);
      return undefined;
    },
  });
  return { sim, story: () => story, act: () => comesBack(sim, prevs) };
}

function comesBack(sim: Simulation<Raft>, prevs: readonly number[]): void {
  sim.fire('n1', 'election');
  const found = () => prevs.some((prev) => prev <= 10);
  const goesOneByOne = () => prevs.length >= oneByOne && (prevs[0] as number) - Math.min(...prevs) <= prevs.length;
  sim.run({ until: 60_000, when: () => found() || prevs.length > mostRefusals || goesOneByOne() });
  if (goesOneByOne()) return;
  if (!found())
    throw new Refuted(
      `n2 is ${behind} entries behind, n1, which leads, has asked it ${prevs.length} times, and got to index ${Math.min(...prevs)} at last; wanted the place where they agree to be found in at most ${mostRefusals} round trips`,
    );
  const arrived = () => (sim.disk('n2').log?.length ?? 0) >= behind + 10;
  sim.run({ until: sim.now + 60_000, steps: 60_000, when: arrived });
  if (!arrived())
    throw new Refuted(
      `n1, which leads, has found that it agrees with n2 up to ${Math.min(...prevs)}; a minute later n2 has ${sim.disk('n2').log?.length} of ${behind + 10} entries; wanted all of them`,
    );
}

function diskWith(length: number): Partial<Durable> {
  const log = Array.from({ length }, (_, i): Entry => ({ term: 1 + Math.floor(i / 2500), command: { kind: 'no-op' } }));
  return { currentTerm: 5, votedFor: null, log };
}
