/** Reset, catch-up and undo: whatever is done, nothing that a student wrote is lost. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskForTest, freshText } from '../../testing/desk.ts';
import { election } from '../../testing/submissions.ts';
import { caughtUp, setLineup } from './caught-up.ts';
import { stepsOf, take, undo } from './history.ts';

const textIn = (file: string): string => readFileSync(file, 'utf8');

test('what was reset is brought back, step by step, the newest first', () => {
  const desk = deskForTest();
  const file = desk.mine(election);
  for (const text of ['one', 'two']) {
    writeFileSync(file, text);
    take(desk, `reset ${text}`, [{ file, text: freshText }]);
    expect(textIn(file)).toBe(freshText);
  }
  expect([undo(desk)?.step.did, textIn(file)]).toEqual(['reset two', 'two']);
  expect([undo(desk)?.step.did, textIn(file)]).toEqual(['reset one', 'one']);
  expect(undo(desk)).toBeUndefined();
});

test('what was written after a reset is kept when the reset is taken back', () => {
  const desk = deskForTest();
  const file = desk.mine(election);
  writeFileSync(file, 'saturday');
  take(desk, 'reset election', [{ file, text: freshText }]);
  writeFileSync(file, 'sunday');
  const undone = undo(desk);
  expect(textIn(file)).toBe('saturday');
  expect(undone?.kept.map(({ as }) => textIn(as))).toEqual(['sunday']);
});

test('a file that was not there is not there again', () => {
  const desk = deskForTest();
  rmSync(desk.mine(election));
  take(desk, 'reset election', [{ file: desk.mine(election), text: freshText }]);
  undo(desk);
  expect(existsSync(desk.mine(election))).toBe(false);
});

test('a stage that has caught up is the reference’s, until that is taken back; no file is touched', () => {
  const desk = deskForTest();
  writeFileSync(desk.mine(election), 'mine');
  setLineup(desk, 'catch-up election', ['election'], 'reference');
  setLineup(desk, 'catch-up log-store', ['log-store'], 'reference');
  expect(caughtUp(desk)).toEqual(['election', 'log-store']);
  setLineup(desk, 'catch-up election --mine', ['election'], 'mine');
  expect(caughtUp(desk)).toEqual(['log-store']);
  undo(desk);
  undo(desk);
  expect(caughtUp(desk)).toEqual(['election']);
  undo(desk);
  expect(caughtUp(desk)).toEqual([]);
  expect(textIn(desk.mine(election))).toBe('mine');
});

test('what we keep is the student’s alone, and nothing half-written stays behind', () => {
  const desk = deskForTest();
  take(desk, 'reset election', [{ file: desk.mine(election), text: 'x' }]);
  expect(readdirSync(desk.home)).toEqual(['history.json']);
  if (process.platform !== 'win32') expect(statSync(join(desk.home, 'history.json')).mode & 0o077).toBe(0);
});

test('a history that is damaged is set aside, and the next step is kept', () => {
  const desk = deskForTest();
  mkdirSync(desk.home);
  writeFileSync(join(desk.home, 'history.json'), '{"steps": [');
  take(desk, 'reset election', [{ file: desk.mine(election), text: 'x' }]);
  expect(stepsOf(desk).map(({ did }) => did)).toEqual(['reset election']);
  expect(textIn(join(desk.home, 'history.json.damaged'))).toBe('{"steps": [');
});

test('a lock that a killed command left behind holds nobody up', () => {
  const desk = deskForTest();
  mkdirSync(desk.home);
  writeFileSync(join(desk.home, 'lock'), '');
  utimesSync(join(desk.home, 'lock'), new Date(0), new Date(0));
  take(desk, 'reset election', [{ file: desk.mine(election), text: 'x' }]);
  expect(stepsOf(desk)).toHaveLength(1);
});
