/** The catalogues: nothing missing, nothing left over, in either language. What the compiler sees is not tested again. */
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { weekend } from '../../testing/weekend.ts';
import { length } from '../paper.ts';
import { stages } from '../stages.ts';
import { suiteOf } from '../suites.ts';
import { heedFlags } from './asked.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { askedFor, language } from './language.ts';
import { milestoneTexts } from './milestones.ts';
import { say } from './say.ts';

afterEach(() => vi.unstubAllEnvs());

test('both languages have the same sentences, and no value is left in braces', () => {
  expect(Object.keys(ja)).toEqual(Object.keys(en));
  expect(say('points', { earned: 3, possible: 10 })).toBe('3 of 10 points');
  vi.stubEnv('WEEKEND_LANG', 'ja');
  expect(say('points', { earned: 3, possible: 10 })).toBe('10 点中 3 点');
});

test.each(['', 'C', 'C.UTF-8', 'POSIX'])('LANG=%j asks for no language, so that a page may ask its browser', (LANG) => {
  expect(askedFor({ LANG })).toBeUndefined();
  expect(language({ LANG })).toBe('en');
  expect(askedFor({ LANG, WEEKEND_LANG: 'en' })).toBe('en');
});

test('no part of a catalogue has a key of another part', async () => {
  const files = readdirSync(new URL('./en/', import.meta.url));
  const parts: Record<string, object>[] = await Promise.all(files.map((file) => import(`./en/${file}`)));
  const keys = parts.flatMap((part) => Object.values(part).flatMap((words) => Object.keys(words)));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test('every stage has a name in the catalogue', () => {
  for (const { name, title } of stages) expect(en).toHaveProperty(`stage-${name}`, title);
});

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

describe.each(stages)('$name', ({ name }) => {
  const texts = milestoneTexts[name] ?? {};

  test('each milestone has its texts, and no other has', () => {
    expect(Object.keys(texts)).toEqual(suiteOf(name).milestones.map(({ id }) => id));
  });

  test.each(Object.entries(texts))('%s: three hints, all different, and Japanese where it should be', (id, text) => {
    const thought = suiteOf(name).milestones.find((milestone) => milestone.id === id)?.hint;
    expect(new Set([thought, text.where, text.compare]).size).toBe(3);
    expect(new Set(text.ja.hints).size).toBe(3);
    for (const each of [text.ja.title, ...text.ja.hints]) expect(each).toMatch(japanese);
    for (const each of [text.where, text.compare]) expect(each).not.toMatch(japanese);
  });
});

test.each([
  [{}, 'en'],
  [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
  [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'jam_JM' }, 'en'],
  [{ LANG: 'C', WEEKEND_LANG: 'ja' }, 'ja'],
])('with %j the language is %s', (env, expected) => {
  expect(language(env)).toBe(expected);
});

test('--lang and --plain may stand anywhere, and are nobody else’s; what follows -- stays', () => {
  vi.stubEnv('WEEKEND_LANG', 'en');
  vi.stubEnv('WEEKEND_PLAIN', '');
  vi.stubEnv('NO_COLOR', '');
  expect(heedFlags(['--lang', 'ja', 'grade', '--plain', 'election', '--', '--plain'])).toEqual([
    'grade',
    'election',
    '--',
    '--plain',
  ]);
  expect([process.env.WEEKEND_LANG, process.env.WEEKEND_PLAIN]).toEqual(['ja', '1']);
  vi.stubEnv('WEEKEND_LANG', 'en');
  expect(() => heedFlags(['--lang=jp'])).toThrow(/no language "jp" \(did you mean "ja"\?\); wanted en or ja/);
});

test.each(['en', 'ja'])('in %s nothing is wider than 80 columns, but for commands', async (lang) => {
  const outputs = await Promise.all([
    weekend('--lang', lang),
    weekend('doctor', '--lang', lang),
    weekend('hint', 'election', 'majority', '--all', '--lang', lang),
  ]);
  for (const { stdout } of outputs)
    for (const line of stdout.split('\n').filter((each) => !each.includes('weekend')))
      expect(length(line), line).toBeLessThanOrEqual(80);
});
