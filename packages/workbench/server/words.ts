/** What the server itself says, in each language. Most of what it tells comes from the command, told already. */
import type { Language } from './language.ts';

const en = {
  language: 'en',
  building: 'building the pages, once …',
  buildingAgain: 'building the pages again, since they have changed …',
  mayNotWrite: 'this user may not write into packages/workbench, where they go; let its owner open it once',
  diagram: 'Diagram',
  broke: 'the workbench broke',
  noSuch: (path: string) => `there is no ${path} here`,
  noLanguage: 'there is no such language',
  noStage: 'there is no such stage',
  noMilestone: 'there is no such milestone',
  noStory: 'there is no such story',
  grading: (stage: string) => `grading ${stage}`,
  graderBroke: (why: string) => `our grader broke: ${why}`,
  tooLong: 'this order is too long',
  noOrder: 'this is no order that the cluster knows',
  openTheLink: 'Open the link from the terminal',
  notKnown: 'This workbench does not know your browser. Open the link that <code>weekend workbench</code> has printed.',
};

export type ServerWords = typeof en;

const ja: ServerWords = {
  language: 'ja',
  building: 'ページを作っています。最初の一回だけです…',
  buildingAgain: 'ページが変わったので、作り直しています…',
  mayNotWrite:
    'ページを置く packages/workbench に書き込む権限がありません。一度、そのフォルダーの持ち主がワークベンチを開いてください',
  diagram: '図',
  broke: 'ワークベンチが壊れました',
  noSuch: (path) => `${path} はここにはありません`,
  noLanguage: 'その言語はありません',
  noStage: 'そのステージはありません',
  noMilestone: 'そのマイルストーンはありません',
  noStory: 'その物語はありません',
  grading: (stage) => `${stage} を採点しています`,
  graderBroke: (why) => `こちらの採点プログラムが壊れました：${why}`,
  tooLong: '注文が長すぎます',
  noOrder: 'クラスターの知らない注文です',
  openTheLink: 'ターミナルのリンクを開いてください',
  notKnown:
    'このワークベンチは、お使いのブラウザーを知りません。<code>weekend workbench</code> が表示したリンクを開いてください。',
};

/** English where nobody has said. */
export const wordsOf = (language: Language | undefined): ServerWords => (language === 'ja' ? ja : en);
