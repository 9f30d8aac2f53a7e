/** The part of the gauntlet that `npm test` runs besides the solutions' own tests: a sample, always the same. */
import type { expect as expectType, test as testType } from 'vitest';
import { lineups } from './lineups.ts';
import { machine } from './machine.ts';
import { Pool } from './pool.ts';
import { findStage } from './stages.ts';

export interface Vitest {
  test: typeof testType;
  expect: typeof expectType;
}

/** `pnpm gauntlet --machine` takes all of them. */
const oneOf = 12;

/** A proof that never comes back is given up by the pool; this is for machines that are busy. */
const patience = 600_000;

export function machineSuite({ test, expect }: Vitest, stage: string): void {
  test('of the machine-made mutants, those survive that are explained', { timeout: patience }, async () => {
    const pool = new Pool();
    const { unexplained, stale } = await machine(findStage(stage), pool, oneOf);
    await pool.end();
    expect({ unexplained, stale }).toEqual({ unexplained: [], stale: [] });
  });
}

export function lineupSuite({ test, expect }: Vitest, seeds: number): void {
  test('right stages of different people make right clusters', { timeout: patience }, async () => {
    const broken = (await lineups(seeds)).filter((run) => run.broken !== undefined);
    expect(broken).toEqual([]);
  });
}
