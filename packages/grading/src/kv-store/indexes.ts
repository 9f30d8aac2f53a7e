/** §8, the state machine: what a put leaves behind, with the indexes that Consul gives it. */
import type { Index, KeyValue, Pair } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { put, remove } from './asks.ts';
import { type Act, type Follower, playFollower, toldPairs } from './follower.ts';

export const indexes: Milestone<KeyValue> = {
  id: 'indexes',
  title: 'What is put is found, and knows the entries that created and last modified it',
  points: 10,
  rule: 'Consul KV: CreateIndex, ModifyIndex and Flags',
  hint: 'Two of the four numbers of a pair come from the entry, one from the client, and one from the pair that stood there before, if there was one.',
  prove: (stage) =>
    playFollower(
      stage,
      ['onRequest', 'apply'],
      [
        isFound,
        isUpdated,
        otherFlagsOnly,
        nothingThere,
        oneKeyOnly,
        recreated,
        leadersOwnEntry,
        anyTextIsAKey,
        ...oneByOne,
      ],
    ),
};

/** Consul's own test: set foo is 1/1, an update 1/2. */
const isFound: Act = (n1) => {
  n1.applies(put('foo', 'a', { flags: 42 }));
  holds(n1, { key: 'foo', value: 'a', flags: 42, createIndex: 1, modifyIndex: 1 });
  n1.applies(put('large', 'a', { flags: 2 ** 40 }));
  holds(n1, { key: 'large', value: 'a', flags: 2 ** 40, createIndex: 2, modifyIndex: 2 });
};

const isUpdated: Act = (n1) => {
  n1.applies(put('foo', 'a', { flags: 42 }));
  n1.applies(put('foo', 'b', { flags: 7 }));
  holds(n1, { key: 'foo', value: 'b', flags: 7, createIndex: 1, modifyIndex: 2 });
  n1.applies(put('foo', 'c'));
  holds(n1, { key: 'foo', value: 'c', flags: 0, createIndex: 1, modifyIndex: 3 });
};

/** The pair is another one now, though its value is not. */
const otherFlagsOnly: Act = (n1) => {
  n1.applies(put('foo', 'a', { flags: 1 }));
  n1.applies(put('foo', 'a', { flags: 2 }));
  holds(n1, { key: 'foo', value: 'a', flags: 2, createIndex: 1, modifyIndex: 2 });
};

/** Who waits for a key must see its index grow when it comes, and when it goes. */
const nothingThere: Act = (n1) => {
  n1.applies(put('other', 'a'));
  const before = lacks(n1, 'foo');
  n1.applies(put('foo', 'a'));
  const found = n1.gets('foo').index;
  grows(before, found, 'put foo=a');
  n1.applies(remove('foo'));
  grows(found, lacks(n1, 'foo'), 'delete foo');
};

const oneKeyOnly: Act = (n1) => {
  n1.applies(put('b', '1'));
  n1.applies(put('a', '2'));
  n1.applies(put('c', '3'));
  n1.applies(put('b/b', '4'));
  n1.applies(remove('c'));
  holds(n1, { key: 'b', value: '1', flags: 0, createIndex: 1, modifyIndex: 1 });
  holds(n1, { key: 'a', value: '2', flags: 0, createIndex: 2, modifyIndex: 2 });
  holds(n1, { key: 'b/b', value: '4', flags: 0, createIndex: 4, modifyIndex: 4 });
  lacks(n1, 'c');
  lacks(n1, 'b/');
};

const recreated: Act = (n1) => {
  n1.applies(put('foo', 'a'));
  n1.applies(remove('foo'));
  n1.applies(put('foo', 'b'));
  holds(n1, { key: 'foo', value: 'b', flags: 0, createIndex: 3, modifyIndex: 3 });
};

/** A new leader's own entry asks for nothing, but it takes an index. */
const leadersOwnEntry: Act = (n1) => {
  n1.appliesNothing();
  n1.applies(put('foo', 'a'));
  n1.appliesNothing();
  holds(n1, { key: 'foo', value: 'a', flags: 0, createIndex: 2, modifyIndex: 2 });
  lacks(n1, 'undefined');
};

const texts = ['', ' x', 'x ', '0', '__proto__', 'constructor', 'a b', 'ä/ö', '🙂', 'x'.repeat(500)];

const anyTextIsAKey: Act = (n1) => {
  for (const text of texts) lacks(n1, text);
  for (const text of texts) n1.applies(put(text, `${text}!`));
  texts.forEach((key, i) => {
    holds(n1, { key, value: `${key}!`, flags: 0, createIndex: i + 1, modifyIndex: i + 1 });
  });
};

/** Many keys, in an order in which they do not stand: 7 and 50 have no common divisor. */
const oneByOne: Act[] = [
  (n1) => {
    const keys = Array.from({ length: 50 }, (_, i) => `k${(i * 7) % 50}`);
    for (const key of keys) n1.applies(put(key, key));
    keys.forEach((key, i) => {
      holds(n1, { key, value: key, flags: 0, createIndex: i + 1, modifyIndex: i + 1 });
    });
  },
];

function holds(n1: Follower, wanted: Pair): void {
  const found = n1.gets(wanted.key);
  const [pair] = found.pairs;
  insist(
    found.pairs.length === 1 && pair !== undefined && isSame(pair, wanted),
    `get ${JSON.stringify(wanted.key)} finds ${JSON.stringify(found.pairs)}; wanted ${JSON.stringify([wanted])}`,
  );
  insist(
    found.index === wanted.modifyIndex,
    `get ${wanted.key} answers the index ${found.index}; wanted ${wanted.modifyIndex}, the pair's ModifyIndex`,
  );
}

function lacks(n1: Follower, key: string): Index {
  const found = n1.gets(key);
  insist(found.pairs.length === 0, `get ${JSON.stringify(key)} finds ${toldPairs(found)}; wanted nothing`);
  const applied = n1.node.state.lastApplied;
  insist(
    Number.isInteger(found.index) && found.index >= 0 && found.index <= applied,
    `get ${key}, which finds nothing, answers the index ${found.index}; wanted one of an entry that is applied, of 0 to ${applied}`,
  );
  return found.index;
}

function grows(before: Index, after: Index, what: string): void {
  insist(
    after > before,
    `get foo answered the index ${before}, and after ${what} it answers ${after}; wanted a larger one, since the answer has changed`,
  );
}

const isSame = (a: Pair, b: Pair): boolean =>
  a.key === b.key &&
  a.value === b.value &&
  a.flags === b.flags &&
  a.createIndex === b.createIndex &&
  a.modifyIndex === b.modifyIndex;
