/** `--help` and mistakes on the command line, in Japanese: nothing in it is English that somebody forgot, and its columns line up. */
import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startWeekend } from '../testing/weekend.ts';
import { length } from './paper.ts';
import { programFor } from './program.ts';
import { commandNames } from './usage.ts';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';

beforeEach(() => void vi.stubEnv('WEEKEND_LANG', 'ja'));
afterEach(() => vi.unstubAllEnvs());

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Commands, their parts and proper names. */
const isTyped = (text: string): boolean => /^[\w=|,. -]+$/.test(text);

const below = (command: Command): Command[] => [command, ...command.commands.flatMap(below)];

/** The command of this name and all below it, as they are registered where it is asked for. */
async function registered(name: string): Promise<Command[]> {
  const program = await programFor([name], () => {});
  return below(program.commands.find((each) => each.name() === name) ?? program);
}

describe.each([...commandNames, 'weekend'])('%s --help', (name) => {
  test('describes each command, argument and option in Japanese', async () => {
    for (const command of await registered(name)) {
      const texts = [
        command.description(),
        ...command.registeredArguments.map(({ description }) => description),
        ...command
          .createHelp()
          .visibleOptions(command)
          .map(({ description }) => description),
        ...command
          .createHelp()
          .visibleCommands(command)
          .map((each) => each.description()),
      ];
      for (const text of texts) expect(text, `${command.name()}: ${text}`).toMatch(japanese);
    }
  });

  test.each(['ja', 'en'])('fits into 80 columns and lines up (%s)', async (language) => {
    vi.stubEnv('WEEKEND_LANG', language);
    for (const command of await registered(name)) {
      const lines = command.helpInformation().split('\n');
      for (const line of lines) expect(length(line), line).toBeLessThanOrEqual(80);
      const columns = lines.flatMap((line) => (startsAt(line) === undefined ? [] : [startsAt(line)]));
      expect(new Set(columns).size, command.name()).toBeLessThanOrEqual(1);
    }
  });

  test('has no heading of Commander’s own', async () => {
    for (const command of await registered(name))
      expect(command.helpInformation()).not.toMatch(
        /Usage|Options|Arguments|Commands|default|display help|\[options\]|\[command\]/,
      );
  });
});

/** The column in which the description in a line of a table begins. */
function startsAt(line: string): number | undefined {
  const term = /^ {2}\S.*? {2,}(?=\S)/.exec(line)?.[0];
  return term === undefined ? undefined : length(term);
}

test('a text that is the same in both languages is one that is typed, or a name', () => {
  const japaneseBy: Readonly<Record<string, string>> = ja;
  const same = Object.entries(en).flatMap(([key, text]) => (japaneseBy[key] === text ? [text] : []));
  expect(same.filter((text) => !isTyped(text.replaceAll(/[{}]/g, '')))).toEqual([]);
});

test.for([
  ['grad', '"weekend grad" を実行できません：\'grad\' というコマンドはありません（もしかして grade ですか）。'],
  ['grade elction', 'grade を実行できません："elction" というステージはありません（もしかして "election" ですか）。'],
  ['grade --sed 3', "'--sed' というオプションはありません（もしかして --seed ですか）。使い方は"],
  ['grade --seed', "オプション '--seed <n>' に値が必要です。"],
  ['grade --seed -1', '0 から 4294967295 までの整数を指定してください'],
  ['replay --seed 1', "引数 'stage' が必要です。"],
  ['replay election', "オプション '--seed <n>' が必要です。"],
  ['status extra', "'status' の引数が多すぎます。0 個のところに 1 個あります：extra。"],
  ['cluster', 'もう一語必要です。'],
  ['grade election --submission /nowhere.ts', 'grade を実行できません：/nowhere.ts は存在しません。.ts'],
  ['grade election --lineup election', '--lineup の "election" はステージとファイルの指定ではありません。'],
  ['cluster up', 'クラスターを起動できません：ノードの数がありません。'],
  ['cluster scenario leader-don', '（もしかして "leader-down" ですか）。steady, '],
  ['workbench --port 70000', 'workbench を開けません：--port が 70000 です。'],
  ['join nowhere --name Aki', '"nowhere" に参加できません：'],
  ['class grade /nowhere', '/nowhere のクラスを採点できません：読めません。'],
  [
    'bench cluster --nodes 99',
    'クラスターを計測できません：--nodes が "99" です。1 から 9 までの整数を指定してください。',
  ],
])('weekend %s: %s', async ([words, told]) => {
  const { code, stdout, stderr } = await startWeekend((words as string).split(' '), {
    ...process.env,
    LANG: 'ja_JP.UTF-8',
  });
  expect(stderr).toContain(told);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect([code, stdout]).toEqual([2, '']);
});

test('what machines read is English in every language', async () => {
  const { stdout } = await startWeekend(['doctor', '--json'], { ...process.env, LANG: 'ja_JP.UTF-8' });
  expect(JSON.parse(stdout).checks.length).toBeGreaterThan(5);
  expect(stdout).not.toMatch(japanese);
});
