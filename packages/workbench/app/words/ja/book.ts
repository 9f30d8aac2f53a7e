/** The page of the book, in Japanese. */
import type { Words } from '../en.ts';

export const book: Words['book'] = {
  chapters: '目次',
  opening: '本を開いています…',
  search: '本の中を検索',
  nothing: '見つかりませんでした。',
  found: (count) => `${count} 件`,
  turn: '前後の章',
  run: '実行',
  runAgain: 'もう一度実行',
  notEnded: (seconds) => `${seconds} 秒たっても終わらないので、止めました。`,
  stopped: '止めました。',
  hasRun: '実行しました。',
  notLoaded: 'コードを読み込めませんでした。',
  failed: '失敗しました。',
  printed: '出力',
};
