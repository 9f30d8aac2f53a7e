/** §8, the state machine: what begins with a prefix, and an index that tells when that changes. */
import type { Index, KeyValue, Pair, Write } from '@weekend/raft';
import { Random } from '@weekend/simulator';
import { insist } from '../refuted.ts';
import type { Walk } from '../scene.ts';
import type { Dice, Milestone } from '../suite.ts';
import { put, remove, removeTree, told } from './asks.ts';
import { type Act, type Follower, playFollower, toldPairs } from './follower.ts';

export const lists: Milestone<KeyValue> = {
  id: 'lists-and-deletes',
  title: 'A list is in order, and its index never falls, whatever is deleted',
  points: 10,
  rule: 'Consul KV: lists and deletes',
  hint: 'Who waits for a change under a prefix remembers the largest index it has seen. When the newest of those keys is deleted, what is left to say so?',
  prove: (stage, dice) =>
    playFollower(
      stage,
      ['onRequest', 'apply'],
      [
        goldenTrace,
        inOrder,
        many,
        changed,
        everything,
        prefixIsNoFolder,
        treeIsGone,
        goneWithItsTree,
        nothingToDelete,
        ...atRandom(dice),
      ],
    ),
};

/** Consul's own tests of its state store, with their indexes. */
const goldenTrace: Act = (n1) => {
  for (const key of ['foo', 'foo/bar', 'foo/bar/zip', 'foo/bar/zip/zorp', 'foo/bar/baz']) n1.applies(put(key, key));
  finds(n1, 'foo/bar/zip', ['foo/bar/zip', 'foo/bar/zip/zorp'], 4);
  finds(n1, 'foo/bar/', ['foo/bar/baz', 'foo/bar/zip', 'foo/bar/zip/zorp'], 5);
  n1.applies(remove('foo/bar/baz'));
  finds(n1, 'foo/bar/baz', [], 6);
  finds(n1, 'foo/bar/', ['foo/bar/zip', 'foo/bar/zip/zorp'], 6);
  n1.applies(put('some/other/key', ''));
  finds(n1, 'foo/bar/baz', [], 6);
  finds(n1, 'foo/bar/', ['foo/bar/zip', 'foo/bar/zip/zorp'], 6);
};

const inOrder: Act = (n1) => {
  const keys = ['b', 'a/b', '10', 'a', 'B', 'a0', '9', 'a/', 'a~', 'aä', 'a🙂', 'A/b'];
  for (const key of keys) n1.applies(put(key, key));
  finds(n1, '', [...keys].sort(), 12);
  finds(n1, 'a', ['a', 'a/', 'a/b', 'a0', 'a~', 'aä', 'a🙂'], 11);
};

const many: Act = (n1) => {
  const keys = Array.from({ length: 300 }, (_, i) => `k${1000 + i}`);
  for (const key of keys) n1.applies(put(key, key));
  finds(n1, 'k', keys, 300);
};

/** Written again, and deleted by a cas: both are changes under the prefix. */
const changed: Act = (n1) => {
  for (const key of ['a/1', 'a/2', 'b']) n1.applies(put(key, key));
  n1.applies(put('a/1', 'again'));
  finds(n1, 'a/', ['a/1', 'a/2'], 4);
  n1.applies(remove('a/1', 4));
  finds(n1, 'a/', ['a/2'], 5);
};

const everything: Act = (n1) => {
  finds(n1, '', [], 0);
  n1.applies(put('x', '1'));
  n1.applies(put('y', '2'));
  finds(n1, '', ['x', 'y'], 2);
  n1.applies(remove('y'));
  finds(n1, '', ['x'], 3);
  n1.applies(remove('x'));
  finds(n1, '', [], 4);
};

/** A prefix is a piece of text: it may end in the middle of a name, and what only comes after it is not under it. */
const prefixIsNoFolder: Act = (n1) => {
  for (const key of ['app', 'apple', 'application/x', 'apq', 'ap']) n1.applies(put(key, key));
  finds(n1, 'app', ['app', 'apple', 'application/x'], 3);
  n1.applies(removeTree('app'));
  finds(n1, '', ['ap', 'apq'], 6);
};

const treeIsGone: Act = (n1) => {
  for (const key of ['a/1', 'a/2', 'b/1', 'a']) n1.applies(put(key, key));
  n1.applies(removeTree('a/'));
  finds(n1, 'a', ['a']);
  finds(n1, 'b', ['b/1'], 3);
  for (const gone of ['a/1', 'a/2']) finds(n1, gone, [], 5);
  const after = n1.lists('a').index;
  insist(
    after === 5,
    `list a answers the index ${after} after delete-tree a/ at 5; wanted 5, since keys under a are gone`,
  );
  n1.applies(put('a/2', 'again'));
  finds(n1, 'a/', ['a/2'], 6);
  n1.applies(removeTree(''));
  finds(n1, '', []);
};

/** Who waits for one key sees its index grow, whether the key goes alone or with others. */
const goneWithItsTree: Act = (n1) => {
  for (const key of ['b', 'a/1', 'a/2']) n1.applies(put(key, key));
  const before = n1.gets('a/2').index;
  n1.applies(removeTree('a/'));
  const after = n1.gets('a/2').index;
  insist(
    after > before,
    `get a/2 answered the index ${before}, and after delete-tree a/ it answers ${after}; wanted a larger one, since the answer has changed`,
  );
};

/** What changes nothing has no index to leave behind. */
const nothingToDelete: Act = (n1) => {
  n1.applies(put('a/1', 'x'));
  n1.applies(put('b', 'x'));
  n1.applies(remove('a/2'));
  n1.applies(removeTree('a/3'));
  finds(n1, 'a/', ['a/1'], 1);
  finds(n1, '', ['a/1', 'b'], 2);
};

function finds(n1: Follower, prefix: string, keys: readonly string[], index?: Index): void {
  const found = n1.lists(prefix);
  insist(
    found.pairs.map(({ key }) => key).join('\n') === keys.join('\n'),
    `list "${prefix}" finds ${toldPairs(found)}; wanted the keys ${keys.join(' ') || '(none)'}, in this order`,
  );
  insist(
    index === undefined || found.index === index,
    `list "${prefix}" answers the index ${found.index}; wanted ${index}, at which something under it changed last`,
  );
}

/** Against a model: what is there, and an index that grows when that changes and never falls. */
const atRandom = ({ seed, seeds }: Dice): Walk<Follower>[] =>
  Array.from({ length: Math.ceil(seeds / 20) }, (_, i) => ({
    seed: seed + i,
    events: 40,
    act(n1, entries) {
      const model = new Map<string, Pair>();
      const seen = new Map<string, { keys: string; index: Index }>();
      for (const entry of entries) {
        const random = new Random(seed + i, `lists, entry ${entry}`);
        const write = someWrite(random);
        happens(model, write, n1.applies(write));
        const prefix = random.pick(prefixes);
        agrees(n1, prefix, model, seen, write);
      }
    },
  }));

const keysAtRandom = ['a', 'a/a', 'a/b', 'ab', 'b', 'b/a'];
const prefixes = ['', 'a', 'a/', 'b', 'c'];

function someWrite(random: Random): Write {
  const kind = random.below(8);
  if (kind < 4) return put(random.pick(keysAtRandom), `v${random.below(100)}`);
  return kind < 7 ? remove(random.pick(keysAtRandom)) : removeTree(random.pick(prefixes));
}

function happens(model: Map<string, Pair>, write: Write, index: Index): void {
  if (write.kind === 'put') {
    const { key, value, flags } = write;
    model.set(key, { key, value, flags, createIndex: model.get(key)?.createIndex ?? index, modifyIndex: index });
    return;
  }
  for (const key of [...model.keys()])
    if (write.kind === 'delete' ? key === write.key : key.startsWith(write.prefix)) model.delete(key);
}

function agrees(
  n1: Follower,
  prefix: string,
  model: ReadonlyMap<string, Pair>,
  seen: Map<string, { keys: string; index: Index }>,
  last: Write,
): void {
  const wanted = [...model.values()]
    .filter(({ key }) => key.startsWith(prefix))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  finds(
    n1,
    prefix,
    wanted.map(({ key }) => key),
  );
  const { pairs, index } = n1.lists(prefix);
  // A pair that was written again as it was may keep its index, as in newer Consuls.
  const keys = JSON.stringify(pairs.map(({ key, value, createIndex }) => [key, value, createIndex]));
  const before = seen.get(prefix);
  seen.set(prefix, { keys, index });
  if (before === undefined) return;
  insist(
    index >= before.index,
    `list "${prefix}" answered the index ${before.index} before, and after ${told(last)} it answers ${index}; wanted an index that never falls`,
  );
  insist(
    keys === before.keys || index > before.index,
    `list "${prefix}" finds something else than before, and answers the index ${index} again; wanted one that grows when the answer changes`,
  );
}
