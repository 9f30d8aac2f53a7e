/** What stages 03 to 05 share, in Japanese: Figure 3, roles, and the fields of messages and states. */
import type { Sentences } from './phrasebook.ts';

export const raft: Sentences = {
  'a {1} of term {2}': '任期 {2} の{1}',
  'a leader of term {1}': '任期 {1} のリーダー',
  'a candidate of term {1}': '任期 {1} の候補者',
  'a follower of term {1}': '任期 {1} のフォロワー',
  follower: 'フォロワー',
  candidate: '候補者',
  leader: 'リーダー',
  nobody: '「なし」',
  '{1}; nearest it came after {2} ms, when {3}': '{1}。いちばん近づいたのは {2} ms のときで、{3}',

  // Figure 3
  '{1} and {2} both lead term {3}': '{1} と {2} が、どちらも任期 {3} のリーダーです',
  '{1}, leader of term {2}, has overwritten or deleted entry {3} of its own log':
    '任期 {2} のリーダー {1} が、自分のログのエントリ {3} を上書きしたか削除しました',
  '{1} and {2} agree at index {3} but not at {4} before it':
    '{1} と {2} のログは、インデックス {3} で一致していますが、その前の {4} では一致していません',
  '{1} leads term {2} without the committed entry {3} of term {4}':
    '{1} は任期 {2} のリーダーですが、コミット済みのエントリ {3}（任期 {4}）を持っていません',
  '{1} has committed index {2}, which its log does not have':
    '{1} はインデックス {2} をコミットしましたが、ログにそのエントリがありません',
  '{1} has committed an entry of term {2} at index {3}, where one of term {4} was committed':
    '{1} はインデックス {3} で任期 {2} のエントリをコミットしましたが、そこには任期 {4} のエントリがコミットされています',
  '{1} has committed another command at index {2} than was committed there, with the same term {3}':
    '{1} はインデックス {2} で、そこにコミットされたものと任期 {3} は同じで別のコマンドをコミットしました',

  // well-formed
  'your code has sent {1} a message without a kind; wanted a text in its field kind':
    '{1} に kind のないメッセージを送りました。フィールド kind は文字列である必要があります',
  'a text': '文字列',
  'a whole number': '整数',
  'a number': '数',
  'true or false': 'true か false',
  'a list, of which each is {1}': '要素がどれも「{1}」である配列',
  'an entry with its term and its command': 'term と command を持つエントリ',
  'nothing, or a term or null and an index': 'なし、または term（か null）と index',
  'an answer of one of the kinds {1}': 'kind が {1} のどれかである答え',
  'a field {1} that is {2}': 'フィールド {1} が「{2}」であること',
  'your state.role is {1}; wanted a kind that Raft has':
    'state.role が {1} です。kind は Raft にあるものでなければなりません',
  'your code has put entries after index {1} of the log, and at {2} there is none; wanted a log without a gap':
    'ログのインデックス {1} の後にエントリを入れましたが、{2} にはエントリがありません。ログに隙間があってはいけません',
  'in your {1} the field {2} is {3}; wanted {4}': '{1} のフィールド {2} が {3} です。期待されるのは：{4}',

  // stories
  '{1} boots with {2}': '{1} が起動します：{2}',
};
