/** The real thing: processes that elect, are killed, and come back; and what the executable says when it can not start. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { aFolder, boot, clusterKey } from '../test/kit.ts';
import { follow, freePorts, healthcheck, raft, referenceElection, type Started, start } from '../test/processes.ts';
import type { Description } from './index.ts';

/** Processes take their time on a busy machine; nothing here is about how long. */
vi.setConfig({ testTimeout: 120_000 });

const stages = JSON.stringify({ election: referenceElection });
const protocol = ['--protocol', raft, '--stages', stages];

/** Three nodes with the reference election, and the last that each has said of itself since it was started. */
async function aCluster() {
  const folder = aFolder();
  const ids = ['n1', 'n2', 'n3'];
  const ports = await freePorts(2 * ids.length);
  const listen = (id: string) => `127.0.0.1:${ports[ids.indexOf(id)]}`;
  const http = (id: string) => `127.0.0.1:${ports[ids.length + ids.indexOf(id)]}`;
  const peers = ids.map((id) => `${id}=${listen(id)}`).join(',');
  const states = new Map<string, Description>();
  const nodes = new Map<string, Started>();
  let onChange = () => {};

  async function startNode(id: string): Promise<void> {
    const addresses = ['--listen', listen(id), '--http', http(id), '--peers', peers];
    const node = start(['--id', id, '--data', join(folder, id), ...addresses, ...protocol]);
    nodes.set(id, node);
    await node.said(' up ');
    void follow(http(id), (state) => {
      // What it said last may still arrive when it is dead.
      if (node.child.signalCode !== null) return;
      states.set(id, state);
      onChange();
    });
  }

  async function kill(id: string): Promise<void> {
    nodes.get(id)?.child.kill('SIGKILL');
    await nodes.get(id)?.ended;
    states.delete(id);
  }

  /** Waits until all nodes that are up agree on a leader among them, and answers its name. */
  const agreed = () =>
    new Promise<string>((resolve) => {
      onChange = () => {
        const [first] = states.values();
        const leader = String(first?.leader);
        const same = [...states.values()].every((state) => state.leader === leader && state.term === first?.term);
        if (states.size >= 2 && same && states.get(leader)?.role === 'leader') resolve(leader);
      };
      onChange();
    });

  /** Waits until this holds of what the node says of itself. */
  const until = (id: string, holds: (state: Description) => boolean) =>
    new Promise<void>((resolve) => {
      onChange = () => {
        const state = states.get(id);
        if (state && holds(state)) resolve();
      };
      onChange();
    });

  await Promise.all(ids.map(startNode));
  return { startNode, kill, agreed, until, states, nodes };
}

test('three processes elect a leader; it is killed, another rises; it comes back and follows', async () => {
  const { startNode, kill, agreed, until, states, nodes } = await aCluster();
  const first = await agreed();
  const firstTerm = Number(states.get(first)?.term);
  await kill(first);
  const second = await agreed();
  expect(second).not.toBe(first);
  expect(Number(states.get(second)?.term)).toBeGreaterThan(firstTerm);
  await startNode(first);
  await until(first, ({ role, leader, term }) => role === 'follower' && leader !== null && Number(term) > firstTerm);
  for (const { child } of nodes.values()) child.kill('SIGTERM');
  const ends = await Promise.all([...nodes.values()].map(({ ended }) => ended));
  expect(ends.map(({ code, stderr }) => [code, stderr])).toEqual(ends.map(() => [0, '']));
  for (const { stdout } of ends) {
    expect(stdout).toMatch(/^\S+Z n\d up listen=127\.0\.0\.1:\d+ http=\S+ peers=n\d,n\d data=\S+$/m);
    expect(stdout).toMatch(/^\S+Z n\d state role=follower term=\d+ leader=n\d /m);
    expect(stdout).toMatch(/^\S+Z n\d stopping signal=SIGTERM$/m);
    expect(stdout).toMatch(/^\S+Z n\d down$/m);
    expect(stdout).not.toContain(clusterKey);
  }
});

/** One node, alone, with whatever is said here. */
const alone = (...args: string[]) => [
  '--id',
  'n1',
  '--data',
  join(aFolder(), 'n1'),
  '--listen',
  '127.0.0.1:0',
  ...args,
];

test('every flag may come from the environment', async () => {
  const node = start([], {
    WEEKEND_ID: 'n7',
    WEEKEND_DATA: join(aFolder(), 'n7'),
    WEEKEND_LISTEN: '127.0.0.1:0',
    WEEKEND_HTTP: '127.0.0.1:0',
    WEEKEND_PROTOCOL: raft,
    WEEKEND_STAGES: stages,
  });
  await node.said('role=leader');
  node.child.kill('SIGINT');
  const { code, stdout } = await node.ended;
  expect([code, stdout.match(/signal=\w+/)?.[0]]).toEqual([0, 'signal=SIGINT']);
  expect(stdout).toMatch(/n7 state role=leader term=1 leader=n7/);
});

test('a stage that throws ends the process with 70 and the line where it threw', async () => {
  const stage = join(aFolder(), 'election.ts');
  writeFileSync(
    stage,
    `export const election = {\n  onElectionTimeout(): never {\n    throw new Error('whom do I ask?');\n  },\n};\n`,
  );
  const node = start(alone('--protocol', raft, '--stages', JSON.stringify({ election: stage })));
  const { code, stderr, stdout } = await node.ended;
  expect(code).toBe(70);
  expect(stderr.split('\n').slice(0, 2)).toEqual([
    'n1 crashed in onTimer, handling the timer election: Error: whom do I ask?',
    expect.stringContaining(`${stage}:3:`),
  ]);
  expect(stdout).toMatch(/n1 down failure=handler$/m);
});

test('what keeps a node from starting is one sentence, and exit code 2', async () => {
  const taken = await boot({});
  const address = `127.0.0.1:${taken.listen.port}`;
  const keyFile = join(aFolder(), 'key');
  writeFileSync(keyFile, clusterKey);
  chmodSync(keyFile, 0o644);
  const brokenStage = join(aFolder(), 'election.ts');
  writeFileSync(brokenStage, 'export const election = {;\n');
  const attempts: [args: string[], sentence: RegExp][] = [
    [[], /^Cannot start a node without --id/],
    [alone('--colour', 'red'), /^Cannot read the flags: .*--colour/],
    [
      [...alone(), ...protocol, '--listen', address],
      /^Cannot listen for other nodes on 127\.0\.0\.1:\d+: somebody else/,
    ],
    [[...alone(), ...protocol, '--data', join(keyFile, 'n1')], /^Cannot open the data folder .*n1: /],
    [alone(...protocol, '--store', brokenStage), /^Cannot load the log store .*election\.ts:1/s],
    [alone(...protocol, '--store', referenceElection), /^Cannot load the log store .*it does not export logStore/],
    [alone(...protocol, '--api', './nowhere.ts'), /^Cannot load the API \.\/nowhere\.ts: /],
    [
      alone(...protocol, '--api', referenceElection),
      /^Cannot load the API .*it does not export the function openGateway/,
    ],
    [alone('--protocol', './nowhere.ts'), /^Cannot load the protocol \.\/nowhere\.ts: /],
    [
      alone('--protocol', raft, '--stages', '{}'),
      /^Cannot load the protocol .*no file was given for the stage election/,
    ],
    [
      alone('--protocol', raft, '--stages', `{"election":"${brokenStage}"}`),
      /^Cannot load the protocol .*election\.ts:1/s,
    ],
  ];
  if (process.platform !== 'win32')
    attempts.push([alone(...protocol, '--key-file', keyFile), /^Cannot use the key file .*mode 644.*; run chmod 600 /]);
  const ends = await Promise.all(attempts.map(([args]) => start(args).ended));
  ends.forEach(({ code, stderr, stdout }, i) => {
    expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(attempts[i]?.[1] as RegExp);
  });
});

test('--help tells every flag and starts nothing', async () => {
  const { code, stdout } = await start(['--help']).ended;
  expect(code).toBe(0);
  for (const flag of [
    '--id',
    '--data',
    '--listen',
    '--peers',
    '--protocol',
    '--stages',
    '--store',
    '--http',
    '--key-file',
  ])
    expect(stdout).toContain(`  ${flag} `);
});

test('the health check tells a living node from a dead one', async () => {
  const node = await boot({ http: { host: '127.0.0.1', port: 0 } });
  const address = `0.0.0.0:${node.http?.port}`;
  expect((await start([], { WEEKEND_HTTP: address }, healthcheck).ended).code).toBe(0);
  await node.stop();
  expect((await start([address], {}, healthcheck).ended).code).toBe(1);
  expect((await start([], {}, healthcheck).ended).code).toBe(1);
});
