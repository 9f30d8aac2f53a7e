/** What can be read from flags is read; what can't is told with the flag, what was given, and what was wanted. */
import { expect, test } from 'vitest';
import { parseHostPort } from './addresses.ts';
import { readFlags } from './flags.ts';

const least = ['--id', 'n1', '--data', 'd', '--listen', '127.0.0.1:7001', '--protocol', 'p', '--store', 's'];

test('a node may be among its own peers, so that all nodes can be given the same list', () => {
  const flags = readFlags([...least, '--peers', 'n1=127.0.0.1:7001,n2=node2:7002,n3=[::1]:7003'], {});
  expect(flags?.advertised).toEqual({ host: '127.0.0.1', port: 7001 });
  expect(flags?.peers).toEqual({ n2: { host: 'node2', port: 7002 }, n3: { host: '::1', port: 7003 } });
});

test('a flag counts more than its variable, and an empty variable is as none', () => {
  const flags = readFlags(least, { WEEKEND_ID: 'n2', WEEKEND_HTTP: '', WEEKEND_KEY_FILE: '/run/key' });
  expect([flags?.id, flags?.http, flags?.keyFile]).toEqual(['n1', undefined, '/run/key']);
});

test.each([
  [['--id', 'n 1'], /Cannot call a node "n 1"/],
  [['--listen', '7001'], /--listen: "7001" is not a host and a port/],
  [['--http', 'localhost:70000'], /--http: "localhost:70000" is not/],
  [['--peers', 'n2'], /--peers: "n2" is not of the form n2=127\.0\.0\.1:7002/],
  [['--peers', 'n2=nowhere'], /--peers: "nowhere" is not a host and a port/],
  [['--peers', 'n 2=host:1'], /Cannot call a node "n 2"/],
  [['--stages', 'election.ts'], /--stages: got election\.ts; a JSON object/],
  [['--stages', '["election.ts"]'], /a JSON object/],
  [['--stages', '{"election":1}'], /a JSON object/],
])('%j is refused', (args, sentence) => {
  expect(() => readFlags([...least, ...args], {})).toThrow(sentence);
});

test('hosts may be names and numbers of both kinds', () => {
  for (const [text, host] of [
    ['node1:80', 'node1'],
    ['10.0.0.1:80', '10.0.0.1'],
    ['[::1]:80', '::1'],
  ] as const)
    expect(parseHostPort(text)).toEqual({ host, port: 80 });
  for (const text of ['', ':80', 'host', 'host:', 'host:x', 'host:-1', 'host:80:90', '::1:80', 'ho st:80'])
    expect(parseHostPort(text)).toBeUndefined();
});
