/** §8, the state machine: a write that depends on what is there, decided when it is applied. */
import type { Index, KeyValue, Write } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { cas, put, remove } from './asks.ts';
import { type Act, type Follower, playFollower, toldPairs } from './follower.ts';

export const compareAndSet: Milestone<KeyValue> = {
  id: 'compare-and-set',
  title: 'A cas changes the key only if it was last modified at that index',
  points: 5,
  rule: 'Consul KV: check-and-set',
  hint: 'Of which of the two indexes does cas speak, what does 0 mean, and what may a write that is refused leave behind?',
  prove: (stage) =>
    playFollower(
      stage,
      ['onRequest', 'apply'],
      [onlyIfAbsent, emptyIsThere, onlyIfUnchanged, allOfTheIndex, refusedLeavesNothing, deletes, anew],
    ),
};

const onlyIfAbsent: Act = (n1) => {
  is(n1, cas('foo', 'a', 0), 'a', 1);
  is(n1, cas('foo', 'b', 0), 'a', 1);
};

/** A key with an empty value is a key. */
const emptyIsThere: Act = (n1) => {
  n1.applies(put('foo', ''));
  is(n1, cas('foo', 'b', 0), '', 1);
  is(n1, cas('foo', 'b', 1), 'b', 3);
};

/** Neither an older index will do, nor a newer one, nor the one of its creation. */
const onlyIfUnchanged: Act = (n1) => {
  n1.applies(put('foo', 'a'));
  n1.applies(put('bar', 'a'));
  is(n1, cas('foo', 'b', 1), 'b', 3);
  is(n1, cas('foo', 'c', 1), 'b', 3);
  is(n1, cas('foo', 'c', 2), 'b', 3);
  is(n1, cas('foo', 'c', 4), 'b', 3);
  is(n1, cas('foo', 'c', 6), 'b', 3);
  is(n1, cas('foo', 'd', 3), 'd', 8);
  const [pair] = n1.gets('foo').pairs;
  insist(pair?.createIndex === 1, `a cas has changed the CreateIndex of foo to ${pair?.createIndex}; wanted 1`);
};

/** Two indexes are the same if all of their digits are. */
const allOfTheIndex: Act = (n1) => {
  n1.applies(put('foo', 'a'));
  for (const apart of [10, 100, 256, 1_000, 2 ** 16, 2 ** 32]) is(n1, cas('foo', 'b', 1 + apart), 'a', 1);
};

const refusedLeavesNothing: Act = (n1) => {
  n1.applies(put('foo', 'a', { flags: 3 }));
  n1.applies(put('foo', 'b', { flags: 4, cas: 9 }));
  n1.applies(cas('bar', 'b', 1));
  n1.applies(remove('foo', 2));
  const list = n1.lists('');
  insist(
    toldPairs(list) === 'foo=a' && list.pairs[0]?.flags === 3 && list.index === 1,
    `three writes were refused after put foo=a at 1, and list finds ${JSON.stringify(list.pairs)} with the index ${list.index}; wanted foo as it was, and the index 1`,
  );
};

const deletes: Act = (n1) => {
  n1.applies(put('foo', 'a'));
  n1.applies(put('foo', 'b'));
  is(n1, remove('foo', 1), 'b', 2);
  is(n1, remove('foo', 0), 'b', 2);
  is(n1, remove('foo', 3), 'b', 2);
  is(n1, remove('foo', 2), undefined);
};

/** Once it is gone, its old index is worth nothing. */
const anew: Act = (n1) => {
  n1.applies(put('foo', 'a'));
  n1.applies(remove('foo'));
  is(n1, cas('foo', 'b', 1), undefined);
  is(n1, cas('foo', 'b', 2), undefined);
  is(n1, cas('foo', 'c', 0), 'c', 5);
};

function is(n1: Follower, write: Write, value: string | undefined, modifyIndex?: Index): void {
  const before = n1.gets('foo');
  const index = n1.applies(write);
  const found = n1.gets('foo');
  const [pair] = found.pairs;
  const was = before.pairs[0]
    ? `foo=${before.pairs[0].value}, last modified at ${before.pairs[0].modifyIndex},`
    : 'nothing';
  insist(
    pair?.value === value && (pair === undefined || pair.modifyIndex === modifyIndex),
    `there was ${was} when ${write.kind} foo with cas ${write.kind === 'delete-tree' ? '' : write.cas} was applied at ${index}, and then there is ${pair ? `foo=${pair.value}, last modified at ${pair.modifyIndex}` : 'nothing'}; wanted ${value === undefined ? 'nothing' : `foo=${value}, last modified at ${modifyIndex}`}`,
  );
}
