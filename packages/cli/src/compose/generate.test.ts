/** generate-compose on real files. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../places.ts';
import { generate } from './generate.ts';
import { type Subnet, showSubnet, subnetAround } from './subnet.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const output = () => `--output=${at('docker-compose.yml')}`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a key is made once, for its owner alone, and never again', async () => {
  await generate(['3', output()]);
  const first = readFileSync(at('.env'), 'utf8');
  expect(first).toMatch(/^WEEKEND_CLUSTER_KEY=[0-9a-f]{64}$/m);
  expect(statSync(at('.env')).mode & 0o777).toBe(0o600);
  await generate(['5', output()]);
  expect(readFileSync(at('.env'), 'utf8')).toBe(first);
});

test('an environment file that was there keeps its lines, and is closed to others once it holds the key', async () => {
  writeFileSync(at('.env'), 'MINE=1');
  chmodSync(at('.env'), 0o644);
  await generate(['3', output()]);
  expect(readFileSync(at('.env'), 'utf8')).toMatch(/^MINE=1\nWEEKEND_CLUSTER_KEY=/);
  expect(statSync(at('.env')).mode & 0o777).toBe(0o600);
});

test('equal words leave equal bytes, and nothing else in the folder', async () => {
  await generate(['3', output()]);
  const first = readFileSync(at('docker-compose.yml'));
  await generate(['3', output()]);
  expect(readFileSync(at('docker-compose.yml'))).toEqual(first);
  expect(readdirSync(folder).sort()).toEqual(['.env', 'docker-compose.yml']);
});

test('a subnet that this machine has is refused, and the file that was there stays as it was', async () => {
  writeFileSync(at('docker-compose.yml'), 'precious');
  const busy = Object.values(networkInterfaces())
    .flat()
    .flatMap((address) => subnetAround(address?.cidr ?? '') ?? [])
    .find(({ first, size }) => size >= 8 && Math.floor(first / 2 ** 24) !== 127) as Subnet;
  const refused = generate(['3', output(), `--subnet=${showSubnet(busy)}`]);
  await expect(refused).rejects.toThrow(/overlaps .* on this machine; wanted a free one, with --subnet 10\./);
  expect(readFileSync(at('docker-compose.yml'), 'utf8')).toBe('precious');
  expect(existsSync(at('.env'))).toBe(false);
});

test.each([
  ['missing/docker-compose.yml', 'its folder does not exist'],
  ['file/docker-compose.yml', 'its folder is a file'],
  ['.', 'it is a folder'],
])('%s cannot be written: %s', async (name, reason) => {
  writeFileSync(at('file'), '');
  await expect(generate(['3', `--output=${at(name)}`])).rejects.toThrow(reason);
  expect(readdirSync(folder)).toEqual(['file']);
});

test('the key of a stack is made once, for its owner alone, and never again', async () => {
  const wanted = ['3', '--swarm', '--machines=left,right', `--output=${at('docker-stack.yml')}`];
  await generate(wanted);
  const first = readFileSync(at('cluster.key.env'), 'utf8');
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(at('cluster.key.env')).mode & 0o777).toBe(0o600);
  expect(await generate(wanted)).toContain('bound node1 to left, node2 to right, node3 to left');
  expect(readFileSync(at('cluster.key.env'), 'utf8')).toBe(first);
  expect(readdirSync(folder).sort()).toEqual(['cluster.key.env', 'docker-stack.yml']);
});

test('a stack that is written again leaves each node where its volume is', async () => {
  await generate(['3', '--swarm', '--machines=left,right', `--output=${at('docker-stack.yml')}`]);
  const done = await generate(['3', '--swarm', '--base-port=9000', `--output=${at('docker-stack.yml')}`]);
  expect(done).toContain('bound node1 to left, node2 to right, node3 to left');
});

test('as a command it says one sentence on stderr and ends with 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'generate-compose.ts'), 'five'], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Cannot write a compose file: [^\n]*\n$/);
});
