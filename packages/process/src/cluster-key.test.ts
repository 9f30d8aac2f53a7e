/** The cluster key is found, or it is said in a sentence why not, without telling it. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, clusterKey } from '../test/kit.ts';
import { readClusterKey } from './cluster-key.ts';

function aKeyFile(content: string, mode: number): string {
  const file = join(aFolder(), 'key');
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

test('a key file counts more than the variable, and its last line break is not part of the key', () => {
  const file = aKeyFile(`${clusterKey}\n`, 0o600);
  expect(readClusterKey(file, { WEEKEND_CLUSTER_KEY: 'another key that is long enough' })).toBe(clusterKey);
  expect(readClusterKey(undefined, { WEEKEND_CLUSTER_KEY: clusterKey })).toBe(clusterKey);
});

test('a key file that others can read, or write, is refused', () => {
  // Windows has no such modes.
  const tooOpen = process.platform === 'win32' ? [] : [0o644, 0o640, 0o604, 0o602];
  for (const mode of tooOpen) {
    const file = aKeyFile(clusterKey, mode);
    expect(() => readClusterKey(file, {})).toThrow(`(mode ${mode.toString(8)}); run chmod 600 ${file}`);
  }
});

test('no key, no such file and a key that could be guessed are refused, and the key is not told', () => {
  expect(() => readClusterKey(undefined, {})).toThrow('give --key-file FILE or set WEEKEND_CLUSTER_KEY');
  expect(() => readClusterKey('/nowhere/key', {})).toThrow(/^Cannot read the key file \/nowhere\/key: .*no such file/);
  expect(() => readClusterKey(undefined, { WEEKEND_CLUSTER_KEY: 'hunter2' })).toThrow(
    'Cannot use the cluster key in WEEKEND_CLUSTER_KEY: it has 7 characters, where 16 are the fewest',
  );
});
