/** A reader types every command of the book, page by page, and each does what it is for. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freeBlock } from '../../../cli/src/cluster/ports.ts';
import { blocksOf } from '../code-blocks.ts';
import { pages, textOf } from '../pages.ts';
import { isDocker, linesOf, toRun, wordsOf } from './lines.ts';
import { Workplace } from './workplace.ts';

/** Processes start and elections are held, on a machine that may be busy. */
const patient = { timeout: 300_000 };

/** A test may not depend on which ports are free, so a cluster that stays gets its own. */
const firstPort = await freeBlock(5, 'test the book');

const written = toRun().map((page) => ({ source: page.source, page, lines: linesOf(page).filter(mayRun) }));

describe.each(written.filter(({ lines }) => lines.length > 0))('$source', patient, ({ page, lines }) => {
  let workplace: Workplace;
  beforeAll(() => {
    workplace = new Workplace();
    prepare(workplace, blocksOf(textOf(page)).find(({ language }) => language === 'ts')?.code ?? '');
  });
  afterAll(async () => {
    await workplace.run(['npx', 'weekend', 'cluster', 'down']);
    workplace.remove();
  }, patient.timeout);

  test.each(lines.map(({ text }) => text))('%s', patient, async (line) => {
    const { exitCode, said } = await workplace.run(withPort(wordsOf(line)));
    expect(exitCode, said).toBe(0);
  });
});

test('what is not run says why', () => {
  const silent = pages().flatMap((page) =>
    linesOf(page).filter(({ notRun }) => notRun !== undefined && notRun.length < 8),
  );
  expect(silent).toEqual([]);
});

function mayRun(line: { notRun: string | undefined; text: string; source: string }): boolean {
  return line.notRun === undefined && !isDocker(line);
}

/** What the text around a command says is there: the reader's own piece, and a class's submissions. */
function prepare({ folder }: Workplace, piece: string): void {
  for (const stage of ['01-concurrency', '02-consistency'])
    writeFileSync(join(folder, 'exercises', stage, 'try.ts'), piece);
  const handedIn = join(folder, 'submissions/anna/exercises/03-election/election.ts');
  mkdirSync(dirname(handedIn), { recursive: true });
  cpSync(join(folder, 'solutions/03-election/election.ts'), handedIn);
}

const withPort = (words: string[]): string[] =>
  words.includes('up') ? [...words, '--base-port', String(firstPort), '--json'] : words;
