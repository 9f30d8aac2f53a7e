/** `weekend check`: a verdict for a recorded history, and a sentence for what is no history. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { weekend } from '../../testing/weekend.ts';

const folder = mkdtempSync(join(tmpdir(), 'weekend-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A log of Jepsen with one line for each event: `0 :invoke :write 1`. */
function log(...events: string[]): string {
  const file = join(folder, `${Math.abs(hash(events.join()))}.log`);
  writeFileSync(file, events.map((event) => `INFO  jepsen.util - ${event.split(' ').join('\t')}\n`).join(''));
  return file;
}

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);

const stale = () => log('0 :invoke :write 1', '0 :ok :write 1', '1 :invoke :read nil', '1 :ok :read nil');

test('a read of the value before, after a newer write was acknowledged, is not linearizable, and is sequential', async () => {
  const strong = await weekend('check', stale(), '--json');
  expect([strong.code, JSON.parse(strong.stdout)]).toMatchObject([
    1,
    { verdict: 'illegal', operations: 2, level: 'linearizable' },
  ]);
  const weaker = await weekend('check', stale(), '--level', 'sequential', '--json');
  expect([weaker.code, JSON.parse(weaker.stdout)]).toMatchObject([0, { verdict: 'ok', level: 'sequential' }]);
});

test('the evidence is told in words, and drawn', async () => {
  const svg = join(folder, 'why.svg');
  const { code, stdout } = await weekend('check', stale(), '--picture', svg);
  expect([code, stdout]).toEqual([1, expect.stringContaining('not linearizable')]);
  expect(readFileSync(svg, 'utf8')).toContain('</svg>');
});

test('a budget that is spent is no pass', async () => {
  const { code, stdout } = await weekend('check', stale(), '--steps', '1', '--json');
  expect([code, JSON.parse(stdout).verdict]).not.toEqual([0, 'ok']);
});

test.each([
  [['check', join(folder, 'none.log')], /can not be read \(ENOENT\)/],
  [['check', stale(), '--model', 'registr'], /no model "registr" \(did you mean "register"\?\)/],
  [['check', stale(), '--level', 'serial'], /no level "serial"/],
  [['check', join(import.meta.dirname, 'check.ts')], /Cannot check /],
])('%j is refused in one sentence', async (words, sentence) => {
  const { code, stderr } = await weekend(...words);
  expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
  expect(stderr).toMatch(sentence);
});
