/** Which lost messages are on the ring. The bug: they were gone before anybody could see them. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Happening, LostView } from '../../../run/index.ts';
import { forgetLost, noteLost, stillBroken, strength } from './lost.ts';

const loss = (id: number): LostView => ({
  id,
  from: 'n1',
  to: 'n2',
  kind: 'RequestVote',
  term: 1,
  full: true,
  why: 'cut',
});
const event = (index: number, ...ids: number[]): Happening =>
  ({ index, at: index, text: '', weight: 'plain', changes: [], lost: ids.map(loss) }) as Happening;
const idsAt = (now: number) => stillBroken(now).map(({ id }) => id);

let now = 0;
beforeEach(() => {
  forgetLost();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

test('where time flows, each is seen for a second, and fades', () => {
  now = 1000;
  noteLost(1, [event(1, 7)], true);
  now = 1900;
  noteLost(3, [event(2), event(3, 8)], true);
  expect(idsAt(1900)).toEqual([7, 8]);
  expect(stillBroken(1900).map((each) => strength(each, 1900) < 1)).toEqual([true, false]);
  expect(idsAt(2150)).toEqual([8]);
  expect(idsAt(4000)).toEqual([]);
});

test('where time stands still, those of the event that is shown stay, until another is', () => {
  noteLost(5, [event(4, 1), event(5, 2, 3)], false);
  expect(idsAt(1e9)).toEqual([2, 3]);
  // To choose a node is no other event.
  noteLost(5, [], false);
  expect(idsAt(1e9)).toEqual([2, 3]);
  noteLost(4, [event(4, 1)], false);
  expect(idsAt(1e9)).toEqual([1]);
});
