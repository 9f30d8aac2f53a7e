/** What may be asked of generate-compose, and the one sentence for what may not. */
import { expect, test } from 'vitest';
import { type ComposeOptions, type StackOptions, whatIsAsked } from './options.ts';

const composeOptions = (args: readonly string[]) => whatIsAsked(args) as ComposeOptions;
const stackOptions = (args: readonly string[]) => whatIsAsked([...args, '--swarm']) as StackOptions;

test.each([
  [['0'], 'the number of nodes is "0"; wanted a whole number from 1 to 253'],
  [['254'], 'the number of nodes is "254"'],
  [['five'], 'the number of nodes is "five"'],
  [['2.5'], 'the number of nodes is "2.5"'],
  [['1e2'], 'the number of nodes is "1e2"'],
  [['05'], 'the number of nodes is "05"'],
  [[''], 'the number of nodes is ""'],
  [[], 'the number of nodes is missing'],
  [['3', '4'], 'after the number of nodes comes "4"'],
  [['3', '--subnt=10.0.0.0/24'], 'there is no flag --subnt (did you mean "--subnet"?)'],
  [['-3'], 'there is no flag -3'],
  [['3', '--output'], "'--output"],
  [['3', '--base-port', '0'], '--base-port is "0"; wanted a whole number from 1 to 65533'],
  [['3', '--base-port', '65534'], '--base-port is "65534"'],
  [['3', '--base-port', '80a'], '--base-port is "80a"'],
  [['3', '--subnet', '10.0.0.1/24'], '--subnet is "10.0.0.1/24"; wanted an IPv4 subnet'],
  [['3', '--subnet', '127.0.0.0/24'], '--subnet is 127.0.0.0/24, which no network may have'],
  [['6', '--subnet', '10.0.0.0/29'], 'which has room for 5 nodes, and 6 are wanted'],
  [['3', '--lineup', 'yours'], '--lineup is "yours"; wanted solutions, mine'],
  [['3', '--lineup', 'election=package.json'], 'no TypeScript or JavaScript module'],
  [
    ['3', '--lineup', `election=${import.meta.filename}`],
    'is not in the image; wanted a file below exercises or solutions',
  ],
  [['3', '--machines=a,b'], 'wanted --swarm with it'],
  [['3', '--swarm', '--machines=a,,b'], 'wanted hostnames with commas between'],
  [['3', '--swarm', '--subnet=10.0.0.0/29'], 'too small for 3 nodes; wanted is one with room for 14 addresses'],
  [['253', '--swarm'], 'take --subnet 10.77.0.0/22'],
])('%j is refused in one sentence', (args, sentence) => {
  const refused = (): unknown => whatIsAsked(args);
  expect(refused).toThrow(sentence);
  expect(refused).toThrow(/^Cannot write a compose file: [^\n]*$/);
});

test('the borders are let in: one node, 253 nodes, the last port, a subnet without an address to spare', () => {
  expect(composeOptions(['1']).nodes).toBe(1);
  expect(composeOptions(['253']).nodes).toBe(253);
  expect(composeOptions(['3', '--base-port', '65533']).basePort).toBe(65533);
  expect(composeOptions(['5', '--subnet', '10.0.0.0/29']).subnet.size).toBe(8);
});

test('a stack has a file of its own, so that it does not replace a compose file', () => {
  expect(stackOptions(['3']).output).toMatch(/docker-stack\.yml$/);
  expect(composeOptions(['3']).output).toMatch(/docker-compose\.yml$/);
});

test('the subnet that a refusal advises is one that is taken', () => {
  expect(stackOptions(['253', '--subnet=10.77.0.0/22']).subnet?.size).toBe(1024);
  expect(stackOptions(['3', '--subnet=10.77.0.0/27']).subnet?.size).toBe(32);
});
