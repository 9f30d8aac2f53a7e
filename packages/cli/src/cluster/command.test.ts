/** What `weekend cluster` says of words that it can do nothing with: one sentence, exit code 2, and nothing on stdout. */
import { expect, test } from 'vitest';
import { weekend } from '../../testing/weekend.ts';

test.for([
  ['up', 'the number of nodes is missing', 'wanted a whole number from 1 to 253'],
  ['up 0', 'the number of nodes is "0"', 'wanted a whole number from 1 to 253'],
  ['up 254', 'the number of nodes is "254"', 'wanted a whole number from 1 to 253'],
  ['up 2.5', 'the number of nodes is "2.5"', 'wanted a whole number from 1 to 253'],
  ['up 3 --runtime dockr', '--runtime is "dockr" (did you mean "docker"?)', 'wanted process or docker'],
  ['up 3 --base-port 65531', '--base-port is "65531"', 'wanted a whole number from 1 to 65530'],
  ['up 3 --lineup election=/nowhere.ts', '/nowhere.ts does not exist', 'wanted a file'],
  [
    'scenario leader-up',
    'there is none called "leader-up"',
    'wanted steady, leader-down, majority-down, partition or rolling-restart',
  ],
  ['scenario leader-down --nodes 2', 'the number of nodes is "2"', 'wanted a whole number from 3 to 253'],
  ['kill', "missing required argument 'node'", 'weekend cluster --help'],
])('weekend cluster %s: %s', async ([words, what, wanted]) => {
  const { code, stdout, stderr } = await weekend('cluster', ...(words as string).split(' '));
  expect(stderr).toContain(what);
  expect(stderr).toContain(wanted);
  expect(stderr).toMatch(/^Cannot [^\n]+\n$/);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
