/** What is saved is there when the log is opened again: every kind of plain data, the last value of each field. */
import type { LogStore, Saved } from '@weekend/log-store';
import { type Changes, copy, difference } from '@weekend/protocol';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { insistOnSame } from './restored.ts';
import { type Act, playAll } from './scene.ts';
import { oldestFirst } from './session.ts';

export const saveAndRestore: Milestone<LogStore> = {
  id: 'save-and-restore',
  title: 'What was saved is there when the log is opened again',
  points: 10,
  rule: 'Persistent state on all servers (Figure 2): saved before a server answers, found again when it restarts',
  hint: 'A store keeps texts under keys. In which form does a save become a text, under which key, and in which order do the keys come back?',
  prove: (stage, dice, bench) =>
    playAll(stage, dice, bench, [
      nothingAtFirst,
      oneSave,
      theLastOfEachField,
      allPlainData,
      manySaves,
      severalRestarts,
      asItWasWhenSaved,
      asTheyWereWhenSaved,
      whatWasFoundBelongsToTheCaller,
      eachItsOwn,
      eachItsOwnAtOnce,
    ]),
};

/** Saves, one after another, and a restart with all of it there. */
const saved =
  (...saves: Changes<Saved>[]): Act =>
  async (scene) => {
    const session = scene.begin();
    await session.open();
    await session.saveInTurn(...saves);
    const next = scene.begin(session.store.contents, undefined, restart);
    insistOnSame(await next.open(), session.last);
  };

const restart = ['the process ends, and begins anew'];

const nothingAtFirst: Act = async (scene) => {
  insistOnSame(await scene.begin().open(), {});
};

const oneSave = saved({ currentTerm: 1, votedFor: 'n1' });

const theLastOfEachField = saved({ currentTerm: 1, votedFor: 'n1' }, { currentTerm: 2 }, { votedFor: null }, {});

const allPlainData = saved({
  text: 'a "quote", a \\, a /, a\nline, a \0 and ünï 漢 😀 \ud800',
  empty: ['', [], {}],
  numbers: [0, -1, 0.5, 1e21, 2 ** 53],
  yes: [true, false, null],
  deep: { a: [{ b: { c: [1, [2, [3]]] } }] },
  'a field: with/odd "signs"': 'ü',
  constructor: 1,
  'ünï 漢 😀': 1,
  '': 'nameless',
  text2: ['alike'],
});

const manySaves = saved(...Array.from({ length: 25 }, (_, i) => ({ currentTerm: i, [`field ${i % 7}`]: i })));

const severalRestarts: Act = async (scene) => {
  let session = scene.begin();
  await session.open();
  for (let life = 0; life < 12; life += 1) {
    await session.saveInTurn({ lives: life }, { [`life ${life}`]: 'lived' });
    const next = scene.begin(session.store.contents, undefined, restart);
    insistOnSame(await next.open(), session.last);
    session = next;
  }
};

/** The caller goes on with what he has passed, and with what he was given. */
const asItWasWhenSaved: Act = async (scene) => {
  const session = scene.begin();
  await session.open();
  const peers = ['n1', 'n2'];
  const changes: { currentTerm: number; peers: string[] } = { currentTerm: 1, peers };
  session.save(changes);
  peers.push('n3');
  changes.currentTerm = 7;
  await session.allDone();
  const next = scene.begin(session.store.contents, undefined, [
    'the caller changes the object that he has passed to save 1, after the call',
    ...restart,
  ]);
  const wanted = copy(session.last);
  insistOnSame(await next.open(), wanted);
};

/** Also while they wait for the disk. */
const asTheyWereWhenSaved: Act = async (scene) => {
  const session = scene.begin(new Map(), oldestFirst);
  await session.open();
  const all = [1, 2, 3].map((currentTerm) => ({ currentTerm, peers: { voters: ['n1'] } }));
  for (const changes of all) session.save(changes);
  for (const changes of all) changes.peers.voters.push('n2');
  await session.steps(1);
  for (const changes of all) Object.assign(changes, { currentTerm: 7, peers: 'changed' });
  await session.allDone();
  const next = scene.begin(session.store.contents, undefined, [
    'the caller changes the objects that he has passed, after the calls',
    ...restart,
  ]);
  insistOnSame(await next.open(), { currentTerm: 3, peers: { voters: ['n1'] } });
};

/** A node goes on in the very list that it was given. */
const whatWasFoundBelongsToTheCaller: Act = async (scene) => {
  const first = scene.begin();
  await first.open();
  await first.saveInTurn({ currentTerm: 1, log: ['a'], deep: { inner: [1] } });
  const session = scene.begin(first.store.contents, undefined, restart);
  const found = await session.open();
  await session.saveInTurn({ currentTerm: 2, log: { from: 1, items: ['b'] } });
  const path = difference(found, session.given, 'saved');
  insist(path === undefined, `a save has changed ${path}, which open had given to the caller; wanted it left alone`);
  Object.assign(session.given, { currentTerm: 9, deep: 'changed' });
  (session.given.log as string[]).push('x', 'y');
  await session.saveInTurn({ votedFor: 'n1' }, { log: { from: 2, items: ['c'] } });
  const changed = ['the caller changes what open had given to him', ...restart];
  insistOnSame(await scene.begin(session.store.contents, undefined, changed).open(), session.last);
};

const eachItsOwn: Act = async (scene) => {
  const [one, two] = [scene.begin(), scene.begin(new Map(), undefined, ['another log, on a store of its own'])];
  await one.open();
  await two.open();
  await one.saveInTurn({ currentTerm: 1 });
  await two.saveInTurn({ votedFor: 'n2' }, { votedFor: 'n3' });
  await one.saveInTurn({ currentTerm: 2 });
  insistOnSame(await scene.begin(one.store.contents, undefined, ['the first log is opened again']).open(), one.last);
  insistOnSame(await scene.begin(two.store.contents, undefined, ['the other log is opened again']).open(), two.last);
};

/** While both disks are busy. */
const eachItsOwnAtOnce: Act = async (scene) => {
  const one = scene.begin(new Map(), oldestFirst);
  await one.open();
  const two = scene.begin(new Map(), oldestFirst, ['another log, on a store of its own']);
  await two.open();
  for (let i = 0; i < 3; i += 1) {
    one.save({ currentTerm: i });
    two.save({ votedFor: `n${i}` });
    await one.steps(1);
  }
  await two.allDone();
  await one.allDone();
  insistOnSame(await scene.begin(one.store.contents, undefined, ['the first log is opened again']).open(), one.last);
  insistOnSame(await scene.begin(two.store.contents, undefined, ['the other log is opened again']).open(), two.last);
};
