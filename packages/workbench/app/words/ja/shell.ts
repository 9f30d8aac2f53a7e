/** What stands around every page, and what more than one of them says, in Japanese. */
import type { Words } from '../en.ts';

export const shell: Words['shell'] = {
  skip: '本文へ移動',
  pages: 'ページ',
  titles: { playground: 'プレイグラウンド', grade: '採点', cluster: 'クラスター', book: '本' },
  useLight: 'ライトテーマに切り替え',
  useDark: 'ダークテーマに切り替え',
  light: 'ライトテーマ',
  dark: 'ダークテーマ',
  opening: (page) => `「${page}」を開いています…`,
  notLoaded: (page, why) =>
    `「${page}」を開けません：ファイルを読み込めませんでした（${why}）。ワークベンチを起動し直してください。`,
  noAnswer: 'ワークベンチが応答しません。ターミナルでまだ動いていますか。',
  gone: 'ワークベンチが応答しません。ターミナルでもう一度起動すると、このページは続きから動きます。',
  notRead: (path, status) => `${path} を読み込めません：ワークベンチの応答は ${status} でした`,
  leaveIt: 'やめる',
  mine: '自分のコード',
  reference: '模範解答',
  ended: (text) => (/[.!?…。]$/.test(text) ? text : `${text}。`),
};
