/** When a cluster counts as agreed. */
import { expect, test } from 'vitest';
import { agreedReign, type Sighting, type View } from './observe.ts';

const view = (changes: Partial<View>): View => ({
  role: 'follower',
  term: 2,
  leader: 'n1',
  lastIndex: 0,
  commitIndex: 0,
  connected: 2,
  ...changes,
});
const running = (id: string, changes: Partial<View> = {}): Sighting => ({
  id,
  life: 'running',
  url: '',
  view: view(changes),
});
const leader = running('n1', { role: 'leader' });

test('a leader that all follow in its term has been agreed on', () => {
  expect(agreedReign([leader, running('n2'), running('n3')])).toEqual({ leader: 'n1', term: 2 });
});

test.each<[string, Sighting]>([
  ['one is still in an older term', running('n3', { term: 1 })],
  ['one has not heard of it', running('n3', { leader: null })],
  ['one follows another', running('n3', { leader: 'n2' })],
  ['another leads, too', running('n3', { role: 'leader', leader: 'n3' })],
  ['one runs and does not answer', { id: 'n3', life: 'running', url: '' }],
])('nobody has been agreed on while %s', (_, third) => {
  expect(agreedReign([leader, running('n2'), third])).toBeUndefined();
});

test('who is stopped or paused has no say', () => {
  const gone: Sighting[] = [
    { id: 'n2', life: 'stopped', url: '' },
    { id: 'n3', life: 'paused', url: '' },
  ];
  expect(agreedReign([leader, ...gone])).toEqual({ leader: 'n1', term: 2 });
});

test('a leader that is stopped, and only remembered by the others, does not lead', () => {
  expect(agreedReign([{ id: 'n1', life: 'stopped', url: '' }, running('n2'), running('n3')])).toBeUndefined();
});
