/** The compose file as a reader of YAML sees it. That Compose and Docker take it is seen in real.docker.test.ts. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { composeFile } from './compose-file.ts';
import { type ComposeOptions, whatIsAsked } from './options.ts';

interface ComposeFile {
  services: Record<string, Service>;
  volumes: object;
}

interface Service {
  build?: { args: { BASE: string } };
  pull_policy?: string;
  command: string[];
  environment: Record<string, string>;
  networks: { cluster: { ipv4_address: string } };
  ports: string[];
  volumes: string[];
}

const composeOptions = (args: readonly string[]) => whatIsAsked(args) as ComposeOptions;
const file = (...args: string[]) => composeFile(composeOptions(args), '.');
const read = (...args: string[]): ComposeFile => parse(file(...args));

test('five nodes have five names, addresses, ports and volumes, none of them twice', () => {
  const { services, volumes } = read('5');
  expect(Object.keys(services)).toEqual(['node1', 'node2', 'node3', 'node4', 'node5']);
  const all = Object.values(services);
  const hosts = [2, 3, 4, 5, 6].map((host) => `10.77.0.${host}`);
  expect(all.map(({ networks }) => networks.cluster.ipv4_address)).toEqual(hosts);
  expect(all.flatMap(({ ports }) => ports)).toEqual(
    [8080, 8081, 8082, 8083, 8084].map((port) => `127.0.0.1:${port}:8080`),
  );
  expect(all.flatMap((service) => service.volumes)).toEqual(Object.keys(volumes).map((name) => `${name}:/data`));
});

test('every node knows the addresses that the others have', () => {
  const { services } = read('3');
  const peers = 'node1=10.77.0.2:7000,node2=10.77.0.3:7000,node3=10.77.0.4:7000';
  for (const id of ['node1', 'node2', 'node3']) {
    expect(services[id]?.environment.WEEKEND_PEERS).toBe(peers);
    expect(services[id]?.command).toEqual([`--id=${id}`]);
  }
});

test('every node restarts, is checked, and gets its key from the environment file and not from here', () => {
  const { services } = read('3');
  for (const service of Object.values(services)) {
    expect(service).toMatchObject({ restart: 'unless-stopped', env_file: '.env', image: 'raft-weekend' });
    expect(service).toHaveProperty('healthcheck.test', ['CMD', 'node', 'packages/process/src/healthcheck.ts']);
  }
  expect(file('3')).not.toContain('CLUSTER_KEY');
});

test('one service builds the image, so that 253 nodes are one build, and the others do not look for it elsewhere', () => {
  const { services } = read('253');
  expect(Object.values(services).filter(({ build }) => build)).toHaveLength(1);
  expect(Object.values(services).filter(({ pull_policy }) => pull_policy === 'never')).toHaveLength(252);
  expect(services.node1?.build?.args.BASE).toMatch(/WEEKEND_BASE:-node:24-slim/);
});

test('253 nodes fill a /24 to its last usable address', () => {
  expect(read('253').services.node253?.networks.cluster.ipv4_address).toBe('10.77.0.254');
});

test('equal words give equal bytes', () => {
  expect(file('7', '--base-port=9000')).toBe(file('7', '--base-port', '9000'));
});

test('the lineup says whose code runs: the solutions, or the student’s own', () => {
  const stages = (...args: string[]) => JSON.parse(read('1', ...args).services.node1?.environment.WEEKEND_STAGES ?? '');
  expect(stages()).toMatchObject({ election: '/app/solutions/03-election/election.ts' });
  expect(stages('--lineup', 'solutions')).toEqual(stages());
  expect(stages('--lineup', 'mine')).toMatchObject({ election: '/app/exercises/03-election/election.ts' });
  expect(stages('--lineup', 'election=mine')).toEqual({
    ...stages(),
    election: '/app/exercises/03-election/election.ts',
  });
});

test('a dollar in a path stays one, though Compose takes it for the beginning of a variable', () => {
  const options = { ...composeOptions(['1']), lineup: { election: 'exercises/$mine.ts' } };
  expect(composeFile(options, '.')).toContain('/app/exercises/$$mine.ts');
});
