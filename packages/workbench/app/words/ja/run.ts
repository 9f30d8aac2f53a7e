/** What happens in a run, in Japanese: for whoever listens, and for what was done by hand. */
import { deedText } from '../../../run/deed-text.ts';
import type { Deed } from '../../../run/index.ts';
import type { Words } from '../en.ts';

export const run: Words['run'] = {
  byHand({ deed, line, done }) {
    const own = `手動：${deedInWords(deed)}`;
    if (!done) return `${own}（できませんでした）`;
    // A line that only repeats the deed would say it twice.
    return line === '' || line === deedText(deed) ? own : `${own}：${line}`;
  },
  news(news) {
    switch (news.kind) {
      case 'threw':
        return `${news.node} のコードが例外を投げ、ノードは停止しました。`;
      case 'crashed':
        return `${news.node} がクラッシュしました。`;
      case 'started':
        return `${news.node} が再び起動しました。`;
      case 'leads':
        return `${news.node} が任期 ${news.term} のリーダーになりました。`;
      case 'stands':
        return `${news.node} が任期 ${news.term} の候補者になりました。`;
      case 'leads-no-longer':
        return `${news.node} はもうリーダーではありません。`;
      case 'commits':
        return `${news.node} がエントリ ${news.index} をコミットしました。`;
      default:
        return news satisfies never;
    }
  },
  upcoming(next) {
    switch (next.kind) {
      case 'message':
        return `${next.to} が ${next.from} からの ${next.message} を受け取る`;
      case 'timer':
        return `${next.node} の${timers[next.timer]}が切れる`;
      case 'boot':
        return 'ノードが起動する';
      case 'load':
        return 'コードが読み込まれる';
      case 'nothing':
        return '';
      default:
        return next satisfies never;
    }
  },
  neverReturned: 'ノードのコードから戻ってきません。実行を止めました。',
  stoppedBy: (broken) => `実行を止めました。${broken}`,
  saved: (ms) => `保存されたコードで、同じ実行をやり直しました（${ms} ms）`,
};

type Fired = Extract<Deed, { kind: 'fire' }>['timer'];

const timers: Record<Fired, string> = {
  election: '選挙タイムアウト',
  heartbeat: 'ハートビートのタイマー',
  confirm: 'リーダー確認のタイマー',
};

function deedInWords(deed: Deed): string {
  switch (deed.kind) {
    case 'crash':
      return `${deed.node} をクラッシュ`;
    case 'restart':
      return `${deed.node} を再起動`;
    case 'pause':
      return `${deed.node} を一時停止`;
    case 'resume':
      return `${deed.node} を再開`;
    case 'cut':
      return `${deed.from} → ${deed.to} を切断`;
    case 'join':
      return `${deed.from} → ${deed.to} を再接続`;
    case 'heal':
      return 'ネットワークを復旧';
    case 'drop':
      return `メッセージ ${deed.id} を破棄`;
    case 'duplicate':
      return `メッセージ ${deed.id} を複製`;
    case 'deliver':
      return `メッセージ ${deed.id} を配達`;
    case 'hold':
      return `メッセージ ${deed.id} を ${deed.by} ms 遅延`;
    case 'fire':
      return `${deed.node} の${timers[deed.timer]}を発生`;
    case 'ask':
      return deed.ask.kind === 'put'
        ? `${deed.node} に ${deed.ask.key}=${deed.ask.value} の書き込みを要求`
        : `${deed.node} に ${deed.ask.kind} を要求`;
    default:
      return deed satisfies never;
  }
}
