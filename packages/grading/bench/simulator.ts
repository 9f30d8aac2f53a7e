/** How fast five Raft nodes run in virtual time, plainly and under inspection. */
import { inspected, type Protocol } from '@weekend/protocol';
import { type Election, heartbeatsOnly, noClients, type Raft, raftNode } from '@weekend/raft';
import { simulate } from '@weekend/simulator';

const solution = '../../../solutions/03-election/election.ts';
const { election }: { election: Election } = await import(solution);
const node = raftNode({ election, replication: heartbeatsOnly, keyValue: noClients });

const plain = measure(node, 5_000_000);
const graded = measure(inspected(node), 500_000);

console.log(
  `plain      ${perSecond(plain.events)} handler events/s, ${Math.round(plain.timesRealTime)} times real time`,
);
console.log(`inspected  ${perSecond(graded.events)} handler events/s, ${share(graded.events / plain.events)} of plain`);

function measure(protocol: Protocol<Raft>, events: number) {
  run(protocol, events / 10);
  const began = performance.now();
  const virtual = run(protocol, events);
  const spent = performance.now() - began;
  return { events: (events / spent) * 1000, timesRealTime: virtual / spent };
}

function run(protocol: Protocol<Raft>, events: number) {
  const nodes = { n1: protocol, n2: protocol, n3: protocol, n4: protocol, n5: protocol };
  const sim = simulate<Raft>({ seed: 1, nodes });
  sim.run({ steps: events });
  return sim.now;
}

function perSecond(events: number): string {
  return `${(events / 1e6).toFixed(2)} million`;
}

function share(part: number): string {
  return `${Math.round(part * 100)} %`;
}
