/** From a trace to a picture: what stands where, and what a reader without colours or eyes is told. */
import type { Shape, Trace } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import type { Artist } from './artist.ts';
import { layout } from './layout.ts';
import { svg } from './svg.ts';

interface Toy extends Shape {
  State: { term: number; leads: boolean };
  Message: { kind: 'Ask'; term: number };
  Timer: 'timeout';
  Durable: { term: number };
}

const artist: Artist<Toy> = {
  message: ({ kind, term }) => `${kind} of <${term}>`,
  node: ({ term, leads }) => `${leads ? 'leader' : 'follower'}@${term}`,
  brief: ({ kind }) => kind,
  epoch: { name: (term) => `term ${term}`, ofNode: ({ term }) => term, ofMessage: ({ term }) => term },
  rank: ({ leads }) => (leads ? 'leads' : 'plain'),
};

const ask = (id: number, from: string, to: string) => ({ id, from, to, message: { kind: 'Ask' as const, term: 1 } });
const plain = { term: 0, leads: false };

const trace: Trace<Toy> = [
  { at: 0, kind: 'boot', node: 'n2', saved: {}, state: plain },
  { at: 0, kind: 'boot', node: 'n10', saved: {}, state: plain },
  { at: 0, kind: 'boot', node: 'n1', saved: {}, state: plain },
  { at: 9, kind: 'timer', node: 'n1', timer: 'timeout', state: { term: 1, leads: false } },
  { at: 9, kind: 'send', ...ask(1, 'n1', 'n2') },
  { at: 9, kind: 'send', ...ask(2, 'n1', 'n10') },
  { at: 9, kind: 'send', ...ask(3, 'n1', 'n2') },
  { at: 11, kind: 'deliver', ...ask(1, 'n1', 'n2'), state: { term: 1, leads: true } },
  { at: 12, kind: 'drop', why: 'lost', ...ask(2, 'n1', 'n10') },
  { at: 15, kind: 'crash', node: 'n1' },
  { at: 16, kind: 'partition', groups: [['n2'], ['n10', 'n1']] },
];

describe('the layout', () => {
  const diagram = layout(trace, artist);

  test('has one row a step, in their order, equally far apart whatever the time', () => {
    const ys = diagram.rows.map(({ y }) => y);
    const gaps = ys.slice(1).map((y, i) => Math.round(y - (ys[i] ?? 0)));
    expect(diagram.rows.map(({ text }) => text)).toEqual([
      'timeout n1 => follower@1',
      'n1 -> n2 Ask of <1> => leader@1',
      'n1 -> n10 Ask of <1>, lost',
      'crash n1',
      'partition n2 | n10 n1',
    ]);
    expect(new Set(gaps).size).toBe(1);
  });

  test('sorts its lanes by number', () => {
    expect(diagram.lanes.map(({ node }) => node)).toEqual(['n1', 'n2', 'n10']);
  });

  test('an arrow begins where the message was sent and ends where it arrives; one that is lost ends on its way', () => {
    const [arrives, lost, open] = diagram.arrows;
    const [timeout, arrival] = diagram.rows;
    expect(arrives).toMatchObject({ fate: 'arrives', start: { y: timeout?.y }, end: { y: arrival?.y } });
    expect(lost?.fate).toBe('lost');
    expect(lost?.end.x).toBeLessThan(diagram.lanes[2]?.x ?? 0);
    expect(open).toMatchObject({ fate: 'open', to: 'n2' });
  });

  test('a node’s line is cut where its term or its rank changes, and where it is down', () => {
    const looks = diagram.spans
      .filter(({ node }) => node !== 'n10')
      .map(({ node, state, rank, epoch }) => [node, state, rank, epoch]);
    expect(looks).toEqual([
      ['n1', 'up', 'plain', 0],
      ['n1', 'up', 'plain', 1],
      ['n1', 'down', 'plain', undefined],
      ['n2', 'up', 'plain', 0],
      ['n2', 'up', 'leads', 1],
    ]);
    expect(diagram.epochs).toEqual([
      { epoch: 0, name: 'term 0' },
      { epoch: 1, name: 'term 1' },
    ]);
  });

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(diagram))).toEqual(diagram);
  });

  test('the end of a long run can be drawn alone, and nothing hangs in the air', () => {
    const end = layout(trace, artist, { from: 3 });
    expect(end.rows.map(({ text }) => text)).toEqual(['crash n1', 'partition n2 | n10 n1']);
    expect(end.arrows.every(({ row }) => row >= 0)).toBe(true);
  });
});

describe('the picture', () => {
  const picture = svg(layout(trace, artist), { title: 'a & b', broken: 4 });

  test('says in words what it shows in colours', () => {
    for (const words of ['leader@1', 'Ask, lost', 'crash', 'a &amp; b']) expect(picture).toContain(words);
  });

  test('has each step as something that takes the focus and has a name, and the one that breaks the rule is marked', () => {
    expect(picture.match(/class="step[^"]*" data-step="\d" tabindex="0" role="img" aria-label="/g)?.length).toBe(5);
    expect(picture).toMatch(/class="step broken" data-step="4"/);
  });

  test('is well formed, whatever a message says', () => {
    expect(picture).toContain('Ask of &lt;1&gt;');
    const open = picture.match(/<(?!\/|\?)[a-z]+(?=[\s>])/g)?.length ?? 0;
    const closed = (picture.match(/<\/[a-z]+>/g)?.length ?? 0) + (picture.match(/\/>/g)?.length ?? 0);
    expect(open).toBe(closed);
  });

  test('needs nothing from outside', () => {
    expect(picture.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|<script/);
  });
});

test('an artist that stumbles over somebody else’s state or message does not keep the rest from being drawn', () => {
  const clumsy: Artist<Toy> = {
    ...artist,
    rank: (state) => (state as unknown as { role: { kind: 'leads' } }).role.kind,
    brief: () => {
      throw new TypeError('no such message');
    },
  };
  expect(layout(trace, clumsy).arrows[0]?.label).toBe('Ask of <1>');
});
