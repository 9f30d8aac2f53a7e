import { BrokenContract, NotWritten } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { election } from './election/suite.ts';
import { proveMilestone, unusable } from './prove.ts';
import { defaultDice, type Milestone } from './suite.ts';
import { StageThrew } from './thrown.ts';

/** A milestone that ends like this. */
const ending = (prove: Milestone<object>['prove']): Milestone<object> => ({
  id: 'any',
  title: '',
  points: 0,
  rule: 'Any rule (§0)',
  hint: '',
  prove,
});

const prove = (how: Milestone<object>['prove']) => proveMilestone(ending(how), {}, defaultDice);

const throws = (cause: unknown) => (): never => {
  throw new StageThrew(cause, { story: ['timeout n1'], seed: 7 });
};

describe('what came of a milestone is told apart', () => {
  test('a part that is still to come is no mistake, even if another copy of the class threw it', async () => {
    expect(await prove(throws(new NotWritten('not written yet: it')))).toEqual({
      kind: 'not-written',
      message: 'not written yet: it',
    });
    const other = Object.assign(new Error('not written yet: it'), { name: 'NotWritten' });
    expect(await prove(throws(other))).toMatchObject({ kind: 'not-written' });
  });

  test('a broken contract is a rule that is broken, with the story up to there', async () => {
    expect(await prove(throws(new BrokenContract('votes is a Set')))).toEqual({
      kind: 'broken',
      broken: { rule: 'The contract of a protocol', message: 'votes is a Set', story: ['timeout n1'], seed: 7 },
    });
  });

  test('code that throws is told by its own lines, not by ours', async () => {
    const error = new TypeError('x is undefined');
    error.stack = [
      'TypeError: x is undefined',
      '    at onRequestVote (file:///somewhere/exercises/03-election/election.ts:9:7)',
      '    at onMessage (file:///somewhere/packages/raft/src/node.ts:30:3)',
      '    at node:internal/process/task_queues:95:5',
    ].join('\n');
    expect(await prove(throws(error))).toEqual({
      kind: 'threw',
      message: 'your code threw TypeError: x is undefined',
      frames: ['at onRequestVote (file:///somewhere/exercises/03-election/election.ts:9:7)'],
      story: ['timeout n1'],
      seed: 7,
    });
  });

  test('whatever a milestone tells, its story is at most twenty lines, and ends at the rule', async () => {
    const story = Array.from({ length: 57 }, (_, i) => `event ${'abc'.repeat(i + 1)}`);
    const broken = await prove(() => ({ message: 'it broke', story }));
    if (broken.kind !== 'broken') throw new Error('wanted a milestone that is broken');
    expect(broken.broken.story).toHaveLength(20);
    expect(broken.broken.story.slice(-2)).toEqual([story.at(-1), '✘ Any rule (§0)']);
    const threw = await prove(() => {
      throw new StageThrew(new TypeError('x is undefined'), { story });
    });
    expect(threw).toMatchObject({ kind: 'threw', story: expect.objectContaining({ length: 20 }) });
  });

  test('what the stage did not throw is our own mistake, and not an outcome', async () => {
    const ours = () => {
      throw new RangeError('a mistake of ours');
    };
    await expect(prove(ours)).rejects.toThrow('a mistake of ours');
  });
});

test('a forgotten handler is named before anything runs', () => {
  expect(unusable(election, undefined)).toContain('exports no object named "election"');
  expect(unusable(election, { onNewerTerm() {} })).toContain(
    'has no function onElectionTimeout, onRequestVote, onRequestVoteReply, onLeaderHeard',
  );
});
