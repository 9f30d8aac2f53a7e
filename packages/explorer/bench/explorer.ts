/**
 * How fast states are found, in states a second of CPU time, and what one costs in memory: as the explorer estimates it, and
 * as the process has grown. Beside it, in the same run, the naive explorer that copies everything.
 */
import process from 'node:process';
import type { Shape } from '@weekend/protocol';
import { explore, type Question, type Setting } from '../src/index.ts';
import { naive } from './naive.ts';
import { electing, loadElection, loadReplication, replicating } from './raft.ts';

const election = await loadElection('election.ts');
const replication = await loadReplication('log-replication.ts');

const subjects = [
  { name: 'election', wanted: 100_000, question: electing(election, 3, 3) },
  { name: 'replication', wanted: 50_000, question: replicating(election, replication) },
];

for (const { name, wanted, question } of subjects) {
  const ours = measure(question, 1_000_000);
  const theirs = measureNaive(question, 2_000);
  console.log(
    `${name.padEnd(12)} ${perSecond(ours.rate)} (wanted ${perSecond(wanted)}), ${ours.states} states, ${ours.turns} turns`,
  );
  console.log(`${' '.repeat(12)} ${ours.bytes} bytes/state estimated, ${ours.grown} bytes/state the process has grown`);
  console.log(`${' '.repeat(12)} ${perSecond(theirs)} naively: ${Math.round(ours.rate / theirs)} times slower`);
}

const proof = measure(electing(election), 1_000_000);
console.log(
  `three nodes to two terms with a crash: ${proof.kind}, ${proof.states} states in ${proof.seconds.toFixed(1)} s`,
);

function measure<S extends Shape, Past extends object>(question: Question<S, Past>, states: number) {
  const memory = process.memoryUsage().rss;
  const began = cpuSeconds();
  const verdict = explore({ ...question, budget: { states } });
  const seconds = cpuSeconds() - began;
  const grown = Math.round((process.memoryUsage().rss - memory) / verdict.states);
  return {
    ...verdict,
    seconds,
    grown,
    rate: verdict.states / seconds,
    bytes: Math.round(verdict.bytes / verdict.states),
  };
}

/** Without what comes from outside, which it does not know. */
function measureNaive<S extends Shape>(question: Setting<S>, most: number): number {
  let states = 0;
  const began = cpuSeconds();
  naive(question, () => ++states < most);
  return states / (cpuSeconds() - began);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')} states/s`;
}
