/** A judge believes no sandbox: whatever a taken-over one says, it ends the grade and changes nothing of ours. */
import { BrokenContract, NotWritten, Turn } from '@weekend/protocol';
import { expect, test } from 'vitest';
import type { Line } from '../wire/line.ts';
import { remoteStage } from './remote-stage.ts';

class Over extends Error {}

const noWishes = { saves: [], sends: [], timers: [] };
const wishing = (wishes: object) => ['done', [], [], { ...noWishes, ...wishes }];

/** A stage with one handler, whose sandbox gives these answers, whatever it is asked. */
function stageOf(...answers: unknown[]) {
  const said: unknown[] = [];
  const line = {
    say: (document: unknown) => said.push(JSON.parse(JSON.stringify(document))),
    hear: () => (answers.length > 0 ? JSON.parse(JSON.stringify(answers.shift())) : undefined),
  } as unknown as Line;
  const over = (why: string | undefined): never => {
    throw new Over(why ?? 'gone');
  };
  const folders = { inside: 'file:///submission/', here: 'file:///class/ada/' };
  const { onTimer } = remoteStage(['onTimer'], { line, folders, answered: () => {}, over });
  return { onTimer: onTimer as (...args: unknown[]) => unknown, said };
}

const world = () => new Turn<never>(42, () => 1);

test('an honest answer changes the state and reaches the world', () => {
  const { onTimer, said } = stageOf([
    'done',
    [[2, 'fields', ['term', 2], []]],
    [],
    { saves: [[['term', 2], ['votedFor']]], sends: [['n2', { kind: 'note' }]], timers: [['tick', 1, 2], ['tock']] },
  ]);
  const state = { term: 1 };
  const asked = world();
  expect(onTimer(state, 'tick', asked)).toBe(undefined);
  expect(said).toEqual([['call', 0, [[2, 'object', ['term', 1]]], [[2], 'tick', ['world']], 42, 0]]);
  expect(state).toEqual({ term: 2 });
  expect(asked.saves).toEqual([{ term: 2, votedFor: undefined }]);
  expect(asked.sends).toEqual([{ to: 'n2', message: { kind: 'note' } }]);
  expect(asked.timers).toEqual([{ timer: 'tick', range: { min: 1, max: 2 } }, { timer: 'tock' }]);
});

test('the dice are thrown here', () => {
  const { onTimer, said } = stageOf(['draw', 3], wishing({}));
  onTimer({}, 'tick', world());
  expect(said[1]).toEqual(['drawn', 1]);
});

test('a function among the arguments is called with what was done before', () => {
  const { onTimer, said } = stageOf(['ask', 0, [[2, 'fields', ['term', 2], []]], ['x'], noWishes], wishing({}));
  const state = { term: 1 };
  onTimer(state, world(), (command: string) => `${command}${state.term}`);
  expect(said[1]).toEqual(['gave', [], 'x2']);
});

test('errors come as what they were, with the frames of the student’s own file', () => {
  const frames = [
    '    at onVote (file:///submission/election.ts:12:5)',
    '    at file:///app/packages/protocol/src/turn.ts:1:1',
    '    at evil (file:///submission/../../etc/passwd\u001b[2J:1:1)',
  ];
  const { onTimer } = stageOf(['threw', { name: 'TypeError', message: 'no\u001b[2J vote', frames }]);
  const thrown = (() => {
    try {
      return onTimer({});
    } catch (error) {
      return error as Error;
    }
  })() as Error;
  expect(thrown.message).toBe('no\ufffd[2J vote');
  expect(thrown.stack).toBe('TypeError: no\ufffd[2J vote\n    at onVote (file:///class/ada/election.ts:12:5)');
  expect(() => stageOf(['threw', { name: 'NotWritten', message: 'later', frames: [] }]).onTimer({})).toThrow(
    NotWritten,
  );
  expect(() => stageOf(['broken', 'state.votes is a Set']).onTimer({})).toThrow(BrokenContract);
});

test.for<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'passed'],
  ['a verdict', { kind: 'proved', outcome: { kind: 'passed' } }],
  ['an answer to another question', ['loaded', []]],
  ['a kind that every object has', ['constructor']],
  ['an answer with too little', ['done', []]],
  ['an answer with too much', ['done', [], [], noWishes, 1]],
  ['an object that nobody knows', ['done', [], [99], noWishes]],
  ['a function that it was not given', ['ask', 7, [], [], noWishes]],
  ['a choice without options', ['draw', 0]],
  ['a choice of a billion', ['draw', 1e9]],
  ['a message without an end', wishing({ sends: Array.from({ length: 10_001 }, () => ['n2', {}]) })],
  ['a message that is none', wishing({ sends: [['n2', 'vote']] })],
  ['a message to nobody', wishing({ sends: [[null, {}]] })],
  [
    'a message as deep as a well',
    wishing({ sends: [['n2', JSON.parse(`${'{"x":'.repeat(200)}1${'}'.repeat(200)}`)]] }),
  ],
  ['a timer without a name', wishing({ timers: [[7, 1, 2]] })],
  ['a timer without an end', wishing({ timers: [['tick', 1]] })],
  ['a save that is none', wishing({ saves: ['term'] })],
  ['a change of what it was not given', ['done', [[8, 'fields', ['x', 1], []]], [], noWishes]],
])('a sandbox that says %s ends the grade', ([, answer]) => {
  expect(() => stageOf(answer).onTimer({ term: 1 }, 'tick', world())).toThrow(Over);
});

test('a world is asked of only where there is one', () => {
  expect(() => stageOf(wishing({ sends: [['n2', {}]] })).onTimer({})).toThrow(Over);
});
