/** A cluster of etcd on this machine, from Debian's etcd-server or whatever `etcd` is on the PATH, with its data on the same disk as ours. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { electionTimeout } from '@weekend/raft';
import { freeBlock } from '../cluster/ports.ts';
import { uninterrupted, until } from '../cluster/until.ts';
import { say } from '../words/say.ts';
import { GrpcConnection } from './grpc.ts';
import { boolField, bytesField, fieldsOf } from './protobuf.ts';
import type { Store } from './store.ts';

/** What `etcd --version` says first; nothing where there is none. */
export function etcdHere(): string | undefined {
  try {
    const [line = ''] = execFileSync('etcd', ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n');
    return line.replace('Version: ', '');
  } catch {
    return undefined;
  }
}

const host = '127.0.0.1';
const paths = {
  put: '/etcdserverpb.KV/Put',
  range: '/etcdserverpb.KV/Range',
  status: '/etcdserverpb.Maintenance/Status',
};

interface Member {
  name: string;
  port: number;
  start(): void;
  process: ChildProcess | undefined;
  connection: GrpcConnection | undefined;
}

/**
 * Etcd's election timeout is drawn from the given time to twice that. `equal`: as ours; otherwise it is etcd's own 1 s, for a
 * load under which an election would only disturb.
 */
export async function startEtcd(home: string, nodes: number, timeouts: 'equal' | 'own'): Promise<Store> {
  mkdirSync(home, { recursive: true });
  const base = await freeBlock(2 * nodes, say('do-measure-etcd'));
  const peers = Array.from({ length: nodes }, (_, i) => `e${i + 1}=http://${host}:${base + nodes + i}`);
  const members = peers.map((peer, i): Member => {
    const name = `e${i + 1}`;
    const client = `http://${host}:${base + i}`;
    const own = peer.slice(name.length + 1);
    const flags = {
      name,
      'data-dir': join(home, name),
      'listen-client-urls': client,
      'advertise-client-urls': client,
      'listen-peer-urls': own,
      'initial-advertise-peer-urls': own,
      'initial-cluster': peers.join(','),
      logger: 'zap',
      'log-level': 'error',
      ...(timeouts === 'equal' && {
        'election-timeout': `${electionTimeout.min}`,
        // The longest that etcd allows with it.
        'heartbeat-interval': `${Math.floor(electionTimeout.min / 5)}`,
      }),
    };
    const member: Member = {
      name,
      port: base + i,
      process: undefined,
      connection: undefined,
      start() {
        const log = openSync(join(home, `${name}.log`), 'a');
        const words = Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
        member.process = spawn('etcd', words, { stdio: ['ignore', log, log] });
        closeSync(log);
      },
    };
    return member;
  });

  for (const member of members) member.start();
  const down = async () => {
    for (const { process, connection } of members) {
      connection?.close();
      if (process && process.exitCode === null && process.signalCode === null) {
        process.kill('SIGKILL');
        await once(process, 'exit');
      }
    }
    rmSync(home, { recursive: true, force: true });
  };
  let leader = await ready(members).catch(async (error) => {
    await down();
    throw error;
  });
  const at = (member: Member): GrpcConnection => member.connection as GrpcConnection;
  let turns = 0;

  return {
    name: 'etcd',
    put: (key, value) => at(leader).call(paths.put, putRequest(key, value)),
    get: (key, consistent) =>
      at(consistent ? leader : (members[turns++ % nodes] as Member)).call(paths.range, rangeRequest(key, !consistent)),
    syncs: async () => undefined,

    async failOver() {
      const killed = leader;
      const process = killed.process as ChildProcess;
      const gone = once(process, 'exit');
      const begin = performance.now();
      process.kill('SIGKILL');
      await gone;
      await acknowledged(members.filter((member) => member !== killed));
      const took = performance.now() - begin;
      killed.start();
      leader = await ready(members);
      return took;
    },

    down,
  };
}

/** Etcd forgets what it passed on to a leader that was dead, so everybody who is left is asked, again and again. */
async function acknowledged(left: readonly Member[]): Promise<void> {
  const done = new AbortController();
  while (!done.signal.aborted) {
    for (const { connection } of left)
      connection?.call(paths.put, putRequest('fail-over', 'x')).then(
        () => done.abort(),
        // It was refused, or lost: the next try comes soon.
        () => {},
      );
    await pause(10, undefined, { signal: done.signal }).catch(() => {});
  }
}

/** Waits until all members name the same leader, and answers it. */
async function ready(members: readonly Member[]): Promise<Member> {
  const leader = await until(
    async () => {
      const views = await Promise.all(members.map((member) => viewOf(member).catch(() => undefined)));
      const named = views[0]?.leader;
      const index = views.findIndex((view) => view && view.id === named);
      const agreed = named !== undefined && named !== 0n && views.every((view) => view?.leader === named);
      return agreed ? members[index] : undefined;
    },
    { within: 60_000, every: 50, signal: uninterrupted },
  );
  if (!leader) throw new Error('Cannot measure etcd: its members have not agreed on a leader within 60 s');
  return leader;
}

async function viewOf(member: Member): Promise<{ id: bigint; leader: bigint }> {
  const ask = async () => {
    member.connection ??= await GrpcConnection.open(host, member.port);
    return await member.connection.call(paths.status, Buffer.alloc(0));
  };
  const answer = await ask().catch((error) => {
    member.connection?.close();
    member.connection = undefined;
    throw error;
  });
  const fields = fieldsOf(answer);
  const header = fieldsOf(fields.get(1) as Buffer);
  return { id: header.get(2) as bigint, leader: (fields.get(4) as bigint | undefined) ?? 0n };
}

const putRequest = (key: string, value: string): Buffer =>
  Buffer.concat([bytesField(1, Buffer.from(key)), bytesField(2, Buffer.from(value))]);

const rangeRequest = (key: string, serializable: boolean): Buffer =>
  Buffer.concat([bytesField(1, Buffer.from(key)), ...(serializable ? [boolField(7, true)] : [])]);
