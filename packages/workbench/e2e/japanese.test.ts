/** The pages in Japanese, from the command's language on. The bug: a label that somebody added in English alone. */
import { fileURLToPath } from 'node:url';
import { expect, type TestContext, test } from 'vitest';
import { pagesOf } from '../server/dist.ts';
import type { Hands } from '../server/index.ts';
import { browserTests } from './browser-tests.ts';
import { leftInEnglish } from './left-in-english.ts';
import { openBench } from './repository.ts';
import { axeFinds, pictured, type Visit, visit } from './visit.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const patient = { timeout: 120_000, skip: !browserTests() };

/** A command that was told so, with a stage whose first milestone does not hold. */
function commandIn(language: 'ja' | undefined): { hands: Partial<Hands>; spoken: string[] } {
  const spoken: string[] = [];
  const failure = {
    kind: 'broken' as const,
    rule: 'Election Safety（§5.2）',
    message: 'n1 と n2 が、どちらも任期 1 のリーダーです',
    story: ['timeout n1', 'RequestVote n1 -> n3 term 1'],
    language: 'ja',
    replay: 'pnpm weekend replay election --seed 1',
    hint: '一つの任期に何回投票できますか。',
    link: '/#/playground?story=election.one-vote.1',
  };
  const milestones = [
    {
      id: 'one-vote',
      title: '一つの任期に一票',
      points: 40,
      rule: 'Election Safety（§5.2）',
      state: 'failed' as const,
    },
    { id: 'stands', title: '立候補', points: 60, rule: '§5.2', state: 'passed' as const },
  ];
  const hands: Partial<Hands> = {
    language: () => language,
    speak: async (chosen) => void spoken.push(chosen),
    stages: () => [
      {
        stage: 'election',
        number: '03',
        title: 'リーダー選挙',
        folder: '03-election',
        stub: 'exercises/03-election/election.ts',
        passed: false,
        graded: true,
        points: { earned: 60, possible: 100 },
        milestones,
        playable: true,
      },
    ],
    grade: async () => ({
      stage: 'election',
      submission: 'exercises/03-election/election.ts',
      passed: false,
      points: { earned: 60, possible: 100 },
      milestones: milestones.map(({ id, title, points, state }) => ({
        id,
        title,
        points,
        ms: 1,
        passed: state === 'passed',
        ...(state === 'failed' && { failure }),
      })),
      ms: 812,
    }),
    cluster: {
      look: async () => cluster,
      scenarios: () => [{ name: 'steady', summary: 'クラスターを働かせ、すべての複製が一致することを示します' }],
      docker: async () => true,
      obey: async () => '',
      log: async () => '',
      close: async () => {},
    },
  };
  return { hands, spoken };
}

/** Nobody listens at these addresses: the nodes start for ever. */
const cluster = {
  runtime: 'process' as const,
  ours: true,
  cuttable: true,
  lineup: ['election: 模範解答'],
  hasClients: true,
  nodes: [1, 2, 3].map((place) => ({
    id: `n${place}`,
    life: place === 3 ? ('stopped' as const) : ('running' as const),
    url: 'http://127.0.0.1:9',
  })),
  groups: [['n3']],
  loaded: false,
};

async function begin(context: TestContext, language: 'ja' | undefined) {
  const { hands, spoken } = commandIn(language);
  const bench = await openBench(await pagesOf(root, () => {}), hands);
  context.onTestFinished(() => bench.close());
  return { ...(await visit(context, bench.link)), spoken };
}

/** Nothing is English, nothing is too wide, and axe finds nothing. */
async function isJapanese(walk: Visit, name: string): Promise<void> {
  expect(await leftInEnglish(walk.page)).toEqual([]);
  expect(await axeFinds(walk)).toEqual([]);
  expect(await pictured(walk, `japanese-${name}`)).toEqual([]);
}

test('a command that speaks Japanese has Japanese pages', patient, async (context) => {
  const walk = await begin(context, 'ja');
  const { page, origin, spoken, complaints } = walk;
  await page.goto(`${origin}/#/playground?nodes=3&seed=7&net=quick&who=rrr&do=f1-0!0~k3-2s!0~q1-cat*meow!2s00&at=3k00`);
  await page.locator('.node.leader').waitFor();
  expect(await page.title()).toBe('プレイグラウンド · Raft Weekend');
  expect(await page.locator('html').getAttribute('lang')).toBe('ja');
  await isJapanese(walk, 'playground');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'キーと記号' }).waitFor();
  expect(await leftInEnglish(page)).toEqual([]);
  expect(await axeFinds(walk)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '共有', exact: true }).click();
  await page.getByRole('dialog', { name: 'この実行を共有' }).waitFor();
  expect(await leftInEnglish(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: '採点' }).click();
  await page.getByRole('button', { name: '採点する' }).click();
  await page.getByRole('region', { name: '壊れたところ' }).waitFor();
  await isJapanese(walk, 'grade');

  await page.getByRole('link', { name: 'クラスター' }).click();
  await page.getByRole('list', { name: 'ノード' }).waitFor();
  await isJapanese(walk, 'cluster');
  await page.getByRole('button', { name: '強制終了 n1' }).click();
  await page.getByRole('dialog', { name: 'n1 を強制終了しますか？' }).waitFor();
  expect(await leftInEnglish(page)).toEqual([]);
  expect(spoken).toEqual([]);
  expect(complaints).toEqual([]);
});

test('whoever chooses a language is followed by page and server, also the next time', patient, async (context) => {
  const { page, spoken } = await begin(context, undefined);
  await page.getByRole('link', { name: 'Playground' }).waitFor();
  await page.getByRole('button', { name: '日本語で表示' }).click();
  await page.getByRole('link', { name: 'プレイグラウンド' }).waitFor();
  expect(spoken).toEqual(['ja']);
  await page.reload();
  await page.getByRole('link', { name: 'プレイグラウンド' }).waitFor();
  await page.getByRole('button', { name: 'Show in English' }).click();
  await page.getByRole('link', { name: 'Playground' }).waitFor();
  expect(spoken.at(-1)).toBe('en');
});
