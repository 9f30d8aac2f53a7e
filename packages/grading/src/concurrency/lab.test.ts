import { NotWritten } from '@weekend/protocol';
import { describe, expect, test } from 'vitest';
import { insist } from '../refuted.ts';
import type { Bench } from '../suite.ts';
import { StageThrew } from '../thrown.ts';
import { type Lab, Planned, play } from './lab.ts';

/** A bench on which these promises have failed by the end of the scene. */
const benchWith = (...failed: unknown[]): Bench => {
  let asked = 0;
  return {
    submission: '',
    fences: [],
    failures() {
      asked += 1;
      return asked > 1 ? failed.splice(0) : [];
    },
  };
};

const scene = (act: (lab: Lab) => Promise<void>, bench = benchWith()) => play(bench, act);

describe('a scene', () => {
  test('that ends well is nothing to speak of', async () => {
    expect(await scene(async (lab) => lab.tell('all is well'))).toBeUndefined();
  });

  test('that is refuted gives its sentence and its story', async () => {
    const broken = await scene(async (lab) => {
      lab.tell('it rains');
      insist(false, 'it rains; wanted sun');
    });
    expect(broken).toEqual({ message: 'it rains; wanted sun', story: ['it rains'] });
  });

  test('is broken by the first objection, although the code that caused it caught everything', async () => {
    const broken = await scene(async (lab) => {
      lab.tell('first');
      lab.expect(false, 'the first');
      lab.tell('later');
      lab.expect(false, 'the second');
      throw new StageThrew(new Error('what came of it'));
    });
    expect(broken).toEqual({ message: 'the first', story: ['first'] });
  });

  test('of which there is no end to tell fills no memory', async () => {
    const broken = await scene(async (lab) => {
      for (let line = 0; line < 100_000; line += 1) lab.tell(`${line}`);
      insist(false, 'no');
    });
    expect(broken?.story.length).toBe(1_000);
  });

  test('fails by our own mistake as a mistake of ours', async () => {
    await expect(scene(() => Promise.reject(new TypeError('ours')))).rejects.toThrow(TypeError);
  });
});

describe('what is not written yet', () => {
  test('is told, whatever else came of it', async () => {
    const act = async (lab: Lab) => {
      lab.start('a function', async () => {
        throw new NotWritten('not written yet: it');
      });
      insist(false, 'nothing came');
    };
    await expect(scene(act)).rejects.toMatchObject({ cause: { name: 'NotWritten' } });
  });

  test('is told where nobody had waited for it', async () => {
    const bench = benchWith(new NotWritten('not written yet: it'));
    await expect(scene(async () => {}, bench)).rejects.toMatchObject({ cause: { name: 'NotWritten' } });
  });
});

test('a promise that failed and that nobody waited for breaks a scene that ended well', async () => {
  expect(await scene(async () => {}, benchWith(new Planned('the disk is full')))).toMatchObject({
    rule: 'No failure goes unheard',
    message: expect.stringContaining('the disk is full'),
  });
});

describe('a coroutine', () => {
  const error = new Planned('as planned');

  test('that throws before it gives a promise has failed', async () => {
    const act = async (lab: Lab) => {
      const coroutine = lab.start('f', () => {
        throw error;
      });
      await undefined;
      await undefined;
      coroutine.failedWith(error);
    };
    expect(await scene(act)).toBeUndefined();
  });

  test('that should have failed otherwise is refuted, or told as the stage’s own error', async () => {
    const fails = (how: unknown) => async (lab: Lab) => {
      const coroutine = lab.start('f', () => Promise.reject(how));
      await new Promise((resolve) =>
        queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => resolve(undefined)))),
      );
      coroutine.failedWith(error);
    };
    expect(await scene(fails(new Planned('another')))).toMatchObject({
      message: 'f failed with "another"; wanted it to fail with "as planned"',
    });
    await expect(scene(fails(new TypeError('theirs')))).rejects.toMatchObject({ cause: { message: 'theirs' } });
  });
});
