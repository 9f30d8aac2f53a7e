/**
 * What three real processes do in a second for one client program: writes of 256 bytes, each on a majority of disks
 * before it is acknowledged, then reads. Settings: WINDOWS=1,16,64,256 SECONDS=5 WRITES_ONLY=1, and PROFILE=folder for a
 * CPU profile of each node.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, connect } from '@weekend/client';

const seconds = Number(process.env.SECONDS ?? 5);
const windows = (process.env.WINDOWS ?? '1,16,64,256').split(',').map(Number);
const basePort = 29_300;
const ids = ['n1', 'n2', 'n3'];

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const stages = JSON.stringify({
  election: inRepository('solutions/03-election/election.ts'),
  'log-replication': inRepository('solutions/04-log-replication/log-replication.ts'),
  'kv-store': inRepository('solutions/05-kv-store/kv-store.ts'),
});

const folder = mkdtempSync(join(tmpdir(), 'weekend-bench-'));
const listen = (id: string) => `127.0.0.1:${basePort + ids.indexOf(id)}`;
const http = (id: string) => `127.0.0.1:${basePort + 10 + ids.indexOf(id)}`;

function start(id: string): ChildProcess {
  const profile = process.env.PROFILE;
  const args = [
    ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${id}.cpuprofile`] : []),
    inRepository('packages/process/src/main.ts'),
    ...['--id', id, '--data', join(folder, id), '--listen', listen(id), '--http', http(id)],
    ...['--peers', ids.map((peer) => `${peer}=${listen(peer)}`).join(',')],
    ...['--protocol', inRepository('packages/raft/src/deploy.ts'), '--stages', stages],
    ...['--store', inRepository('solutions/06-log-store/log-store.ts')],
    ...['--api', inRepository('packages/api/src/index.ts')],
  ];
  return spawn(process.execPath, args, {
    env: { ...process.env, WEEKEND_CLUSTER_KEY: 'only for this measurement' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Of this process and of the nodes, in milliseconds; where there is no /proc, of this one alone. */
function cpuOfAll(): number[] {
  const { user, system } = process.cpuUsage();
  const ofNodes = nodes.map(({ pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return 10 * (Number(fields[11]) + Number(fields[12]));
    } catch {
      return Number.NaN;
    }
  });
  return [(user + system) / 1_000, ...ofNodes];
}

async function measure(title: string, inFlight: number, work: (i: number) => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  let begun = 0;
  const end = performance.now() + seconds * 1_000;
  const one = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      await work(begun++);
      took.push(performance.now() - began);
    }
  };
  const cpuFrom = cpuOfAll();
  const from = performance.now();
  await Promise.all(Array.from({ length: inFlight }, one));
  const perSecond = Math.round(took.length / ((performance.now() - from) / 1_000));
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(share * (took.length - 1))]?.toFixed(2);
  const cpu = cpuOfAll().map((ms, i) => Math.round((1_000 * (ms - (cpuFrom[i] as number))) / took.length));
  console.log(
    `${title}, ${inFlight} in flight: ${perSecond} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, CPU µs each: client ${cpu[0]}, nodes ${cpu.slice(1).join(' ')}`,
  );
}

async function measureAll(store: Client): Promise<void> {
  const value = Buffer.alloc(256, 'v');
  const key = (i: number) => `key-${i % 1_000}`;
  await measure('warming up', 64, (i) => store.put(key(i), value));
  for (const inFlight of windows) await measure('writes', inFlight, (i) => store.put(key(i), value));
  if (process.env.WRITES_ONLY) return;
  for (const mode of ['consistent', 'default', 'stale'] as const)
    await measure(`${mode} reads`, 256, (i) => store.get(key(i), { mode }));
}

const nodes = ids.map(start);
try {
  const store = await connect({ nodes: ids.map(http), timeout: 20_000 });
  await measureAll(store);
  store.close();
} finally {
  const ends = nodes.map((node) => node.exitCode ?? once(node, 'exit'));
  for (const node of nodes) node.kill('SIGTERM');
  await Promise.all(ends);
  rmSync(folder, { recursive: true, force: true });
}
