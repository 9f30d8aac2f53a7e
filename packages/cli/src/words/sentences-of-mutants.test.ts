/**
 * What students read who get it wrong, in Japanese. Knows the bug of a sentence that is put together in another way than its
 * parts were translated for: each part is in the catalogue, and the whole is not found.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { gradeSubmission } from '../grade/grade-submission.ts';
import { root } from '../places.ts';
import { stages } from '../stages.ts';
import { gradeInLanguage } from './told.ts';

/** Before anything is loaded: who reads English does not load what is Japanese. */
vi.hoisted(() => {
  process.env.WEEKEND_LANG = 'ja';
});

/** So many mutants of each stage, far apart in their folder and so in the milestones that they break. */
const sampled = 3;

const mutants = stages.flatMap((stage) => {
  const folder = join(root, 'solutions', stage.folder, 'mutants');
  const names = readdirSync(folder).sort();
  const every = Math.ceil(names.length / sampled);
  return names.filter((_, i) => i % every === 0).map((name) => ({ stage, name, file: join(folder, name) }));
});

test.each(mutants)('$stage.name: $name', { timeout: 60_000 }, async ({ stage, file }) => {
  const grade = await gradeSubmission({ stage, file });
  const failures = gradeInLanguage(grade).milestones.flatMap(({ failure }) => failure ?? []);
  expect(failures).not.toEqual([]);
  for (const { message, rule } of failures) {
    expect(message).toMatch(/[\p{Script=Hiragana}].*。$/u);
    // What stands in quotes is what the student's own code said.
    expect(message.replaceAll(/"[^"]*"/g, '')).not.toMatch(/; wanted |\b(the|and|has|was) /);
    expect(rule).not.toMatch(/\b(a|the|of) /);
  }
});
