/** A line for what is worth knowing, and not one more. */
import { expect, test } from 'vitest';
import type { Happening } from './happenings.ts';
import { Journal } from './journal.ts';

function aJournal() {
  const lines: string[] = [];
  let now = 0;
  const journal = new Journal(
    'n1',
    (line) => lines.push(line),
    () => now,
  );
  const tell = (...happenings: Happening[]) => {
    for (const happening of happenings) journal.onHappening(happening);
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { journal, lines, tell, pass };
}

const refused: Happening = { kind: 'refused', remote: '127.0.0.1:5', reason: 'wrong-key', claims: 'n2' };

test('a word that has changed gets a line, a number alone does not', () => {
  const { lines, tell } = aJournal();
  const follower = { role: 'follower', leader: null, term: 1 };
  tell({ kind: 'changed', before: follower, after: { ...follower, term: 2 } });
  tell({ kind: 'changed', before: follower, after: { role: 'leader', leader: 'n1', term: 2 } });
  tell({ kind: 'changed', before: { role: 'leader', leader: 'n1', term: 2 }, after: follower });
  expect(lines).toEqual([
    '1970-01-01T00:00:00.000Z n1 state role=leader leader=n1 term=2\n',
    '1970-01-01T00:00:00.000Z n1 state role=follower leader=- term=1\n',
  ]);
});

test('many refusals get a line a second, which tells how many had none', () => {
  const { lines, tell, pass } = aJournal();
  tell(refused, refused, refused);
  pass(1000);
  tell(refused);
  expect(lines.map((line) => line.slice(25))).toEqual([
    'n1 refused remote=127.0.0.1:5 reason=wrong-key claims=n2\n',
    'n1 refused remote=127.0.0.1:5 reason=wrong-key claims=n2 unlogged=2\n',
  ]);
});

test('nothing that is logged can break out of its line', () => {
  const { journal, lines } = aJournal();
  journal.log('up', { data: 'a folder\nn1 down "really"' });
  expect(lines).toEqual(['1970-01-01T00:00:00.000Z n1 up data="a folder\\nn1 down \\"really\\""\n']);
});
