import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { urlOfEdited } from './edited-file.ts';
import { Pool } from './pool.ts';

const folder = await mkdtemp(join(tmpdir(), 'gauntlet-'));
const pool = new Pool(1);
/** A thread takes a second to start, and on a busy machine longer. */
vi.setConfig({ testTimeout: 120_000 });

afterAll(async () => {
  await pool.end();
  await rm(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const job = (submission: string, once = false) => ({
  stage: 'election',
  submission,
  milestones: ['newer-term', 'majority'],
  dice: { seed: 1, seeds: 1 },
  once,
});

const kinds = async (submission: string, once?: boolean): Promise<string[]> =>
  (await pool.run(job(submission, once))).map(({ outcome }) => outcome.kind);

test('what ends its thread fails each milestone, and those after it are proved all the same', async () => {
  const leaves = file('leaves.ts', 'process.exit();');
  expect(await kinds(pathToFileURL(leaves).href)).toEqual(['ended', 'ended']);
  const throws = file('throws.ts', 'throw new Error("at load");');
  expect(await kinds(pathToFileURL(throws).href)).toEqual(['threw', 'threw']);
});

test('one that is asked once is not asked again after its first failure', async () => {
  const throws = file('throws-once.ts', 'throw new Error("at load");');
  expect(await kinds(pathToFileURL(throws).href, true)).toEqual(['threw']);
});

test('an edited file is another module, beside its own neighbours, and its endless loop ends', async () => {
  const text =
    "import { say } from './neighbour.ts';\nexport const election = { onNewerTerm() { say('as it was'); } };\n";
  file('neighbour.ts', 'export function say(word: string): void { throw new Error(word); }');
  const entry = file('entry.ts', text);
  const start = text.indexOf("say('as");
  const said = async (instead: string) => {
    const edit = { start, end: text.indexOf('; }', start), text: instead };
    const [verdict] = await pool.run(job(urlOfEdited(entry, entry, edit)));
    return verdict && 'message' in verdict.outcome ? verdict.outcome.message : verdict;
  };
  expect(await said("say('as it was')")).toContain('as it was');
  expect(await said("say('otherwise')")).toContain('otherwise');
  expect(await said('for (;;);')).toContain('a loop without end');
});
