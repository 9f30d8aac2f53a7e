/** The commands of the book that want Docker, typed in their order. Skipped where no engine answers, except in CI. */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freeBlock } from '../../../cli/src/cluster/ports.ts';
import { isDocker, linesOf, toRun, wordsOf } from './lines.ts';
import { Workplace } from './workplace.ts';

/** An image is built, and the machine may be busy. */
const patient = { timeout: 600_000 };

const compose = [['docker', 'compose'], ['docker-compose']].find((words) => answers([...words, 'version']));
const isThere = compose !== undefined && answers(['docker', 'info']);
const firstPort = await freeBlock(5, 'test the book');

const written = toRun().map((page) => ({
  source: page.source,
  lines: linesOf(page).filter((line) => line.notRun === undefined && isDocker(line)),
}));

describe.each(written.filter(({ lines }) => lines.length > 0))('$source', patient, ({ lines }) => {
  let workplace: Workplace;
  beforeAll(() => {
    workplace = new Workplace({ COMPOSE_PROJECT_NAME: `weekend-book-${process.pid}` });
  }, patient.timeout);
  afterAll(async () => {
    if (isThere) await workplace.run([...compose, 'down', '-v', '--rmi', 'local']);
    workplace.remove();
  }, patient.timeout);

  test.for(lines.map(({ text }) => text))('%s', patient, async (line, { skip }) => {
    if (!isThere && !process.env.CI) skip('no Docker engine with Compose answers');
    const { exitCode, said } = await workplace.run(here(wordsOf(line)));
    expect(exitCode, said).toBe(0);
  });
});

/** On ports and in a network that nobody else has, and by the Compose that is here. */
function here(words: string[]): string[] {
  if (words.includes('generate-compose.ts'))
    return [...words, '--base-port', String(firstPort), '--subnet', `10.${firstPort % 200}.${process.pid % 200}.0/24`];
  return words[1] === 'compose' ? [...(compose ?? []), ...words.slice(2)] : words;
}

function answers([program = '', ...words]: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
