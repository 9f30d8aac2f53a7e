/** `diff`, `reset`, `catch-up` and `undo` on a desk of their own: what they say, and how they end. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deskForTest, freshText } from '../../testing/desk.ts';
import { election } from '../../testing/submissions.ts';
import { keepPass } from '../loop/last-pass.ts';
import { catchUp } from './catch-up.ts';
import { diff } from './diff.ts';
import { reset } from './reset.ts';
import { undo } from './undo.ts';

let printed = '';

beforeEach(() => {
  printed = '';
  vi.stubEnv('WEEKEND_LANG', 'en');
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const json = { json: true };

test('reset gives the stub, and undo the student’s own', () => {
  const desk = deskForTest();
  writeFileSync(desk.mine(election), 'mine');
  expect(reset('03', {}, desk)).toBe(0);
  expect(readFileSync(desk.mine(election), 'utf8')).toBe(freshText);
  expect(printed).toContain('weekend undo');
  undo({}, desk);
  expect(readFileSync(desk.mine(election), 'utf8')).toBe('mine');
});

test('a reset that changes nothing leaves nothing to take back', () => {
  const desk = deskForTest();
  reset('election', json, desk);
  expect(JSON.parse(printed)).toMatchObject({ stage: 'election', changed: false });
  printed = '';
  undo(json, desk);
  expect(JSON.parse(printed)).toEqual({ undone: null, kept: [] });
});

test('a diff against the stub, the last pass and the reference', () => {
  const desk = deskForTest();
  const grade = { stage: 'election', submission: '', passed: true, compiles: true, milestones: [], ms: 1 };
  keepPass(desk, { ...grade, points: { earned: 10, possible: 100 } }, 'passed\n');
  writeFileSync(desk.mine(election), 'passed\r\n');
  writeFileSync(desk.reference(election), 'right\n');
  expect([diff('election', { against: 'stub' }, desk), printed]).toEqual([1, expect.stringContaining('+passed')]);
  // The ends of lines are no difference.
  expect(diff('election', { against: 'pass' }, desk)).toBe(0);
  printed = '';
  diff('election', { against: 'reference', ...json }, desk);
  expect(JSON.parse(printed)).toMatchObject({ same: false, patch: expect.stringContaining('-passed\n+right') });
});

test('what can not be compared is said in one sentence', () => {
  const desk = deskForTest();
  expect(() => diff('election', { against: 'pass' }, desk)).toThrow(/no version of yours has earned points/);
  expect(() => diff('election', { against: 'stubs' }, desk)).toThrow(/"stubs" \(did you mean "stub"\?\)/);
  rmSync(desk.reference(election));
  expect(() => diff('election', { against: 'reference' }, desk)).toThrow(/unlock election KEY opens it/);
  expect(() => catchUp(['election'], {}, desk)).toThrow(/unlock election KEY opens it/);
});

test('catch-up says whose each stage is, for those that are named and no others', () => {
  const desk = deskForTest();
  catchUp(['04', 'election'], json, desk);
  expect(JSON.parse(printed).lineup).toMatchObject({
    consistency: 'mine',
    election: 'reference',
    'log-replication': 'reference',
    'kv-store': 'mine',
  });
  printed = '';
  catchUp(['election'], { mine: true, json: true }, desk);
  expect(JSON.parse(printed).lineup).toMatchObject({ election: 'mine', 'log-replication': 'reference' });
});
