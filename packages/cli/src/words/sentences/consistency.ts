/** Stage 02, in Japanese: what went wrong. */
import type { Sentences } from './phrasebook.ts';

export const consistency: Sentences = {
  'Causal delivery: no effect before its cause, and each update once':
    '因果順の配送：結果が原因より先に見えることはなく、どの更新も一度だけです',
  'Convergence: replicas to which the same updates have come show the same':
    '収束：同じ更新が届いたレプリカは、同じものを見せます',
  'Causal consistency: who saw an effect sees its causes': '因果一貫性：結果を見た人には、その原因も見えます',
  'Sequential consistency: one order for everybody, and each client’s own order is kept':
    '逐次一貫性：全員にとって順序は一つで、各クライアントの順序も守られます',
  'Linearizability: a write that is acknowledged, or that anybody has read, survives the primary':
    '線形化可能性：認められた書き込みや、誰かが読んだ書き込みは、プライマリが止まっても残ります',
  nothing: '「なし」',

  '{1} has changed what it was given ({2}); wanted it to leave that as it is, and to answer with something new':
    '{1} が渡されたものを変えました（{2}）。渡されたものはそのままにして、新しいもので答える必要があります',
  'a replica knows of a write that no message has told it of; wanted each to answer from its own copy':
    'メッセージで知らされていない書き込みを、レプリカが知っています。どのレプリカも、自分のコピーから答える必要があります',
  'n2 knows of a write that no message has told it of; wanted each replica to answer from its own copy':
    'メッセージで知らされていない書き込みを、n2 が知っています。どのレプリカも、自分のコピーから答える必要があります',

  // causal-orders
  '{1} has shown {2}={3} and now shows {4}={5}, which is older; wanted each update to count once, and in its turn':
    '{1} は {2}={3} を見せた後に、より古い {4}={5} を見せました。どの更新も、順番どおりに一度だけ効く必要があります',
  '{1} shows "{2}", which was written where {3}={4} was known, and {5} shows {6}={7}; wanted the effect to wait for its cause':
    '{1} は、{3}={4} が知られていたところで書かれた "{2}" を見せていますが、{5} の {6} は {7} です。結果は、その原因を待つ必要があります',
  'every update has come to {1}, and it shows {2}={3}; wanted {4}, which was written later':
    'すべての更新が {1} に届きましたが、{2}={3} を見せています。後から書かれた {4} である必要があります',
  'every update has come to {1} and to {2}, and they show {3}={4} and {5}={6}; wanted all copies to agree':
    'すべての更新が {1} と {2} に届きましたが、それぞれ {3}={4} と {5}={6} を見せています。すべてのコピーが一致する必要があります',

  // cluster, judged
  '{1} messages in a row have answered each other; wanted the replicas to fall silent':
    '{1} 個のメッセージが、続けて互いに答え合っています。レプリカは静かになる必要があります',
  'the replicas have done {1} things within {2} ms; wanted them to wait':
    'レプリカは {2} ms の間に {1} 個のことをしました。待つ必要があります',
  '{1} has asked {2} for {3}, and was refused; wanted one: {4}':
    '{1} が {2} に {3} を頼み、断られました。答える必要があります：{4}',
  '{1} has asked {2} for {3}, and has no answer; wanted one: {4}':
    '{1} が {2} に {3} を頼みましたが、答えがありません。答える必要があります：{4}',
  '{1} has read {2} at {3} and found {4}; wanted {5}: {6}':
    '{1} が {3} で {2} を読むと {4} でした。{5} である必要があります：{6}',
  '{1} has asked {2} for {3} and is answered; wanted it to wait: {4}':
    '{1} が {2} に {3} を頼むと、もう答えが返りました。待つ必要があります：{4}',
  '{1} has answered {2} with the value {3}; wanted a string, or null for nothing':
    '{1} は {2} に値 {3} で答えました。文字列か、「なし」を表す null である必要があります',
  '{1} has asked {2} for {3}, every message has arrived, and it has no answer; wanted one':
    '{1} が {2} に {3} を頼み、すべてのメッセージが届きましたが、答えがありません。答える必要があります',
  'everybody has heard of everything, and {1} holds {2}={3} while {4} holds {5}; wanted all copies to agree':
    '全員がすべてを知っていますが、{1} では {2}={3}、{4} では {5} です。すべてのコピーが一致する必要があります',

  // is-linearizable, strongest-model
  'isLinearizable says {1} of this history of {2}; wanted {3}':
    'isLinearizable は、操作が {2} 個のこの履歴に {1} と答えました。{3} である必要があります',
  'isLinearizable says {1} of this history of {2}; wanted {3}: {4}':
    'isLinearizable は、操作が {2} 個のこの履歴に {1} と答えました。{3} である必要があります：{4}',
  '{1} operation': '{1}',
  '{1} operations': '{1}',
  'strongestModel says {1} of this history; wanted "{2}"':
    'strongestModel は、この履歴に {1} と答えました。"{2}" である必要があります',

  // local-reads
  '{1} has sent messages because somebody read; wanted it to read its own copy':
    '誰かが読んだために、{1} がメッセージを送りました。自分のコピーを読む必要があります',
  'this run is linearizable; wanted one that is not: a write that is done, and a later read that misses it':
    'この実行は線形化可能です。線形化可能でない実行が必要です：終わった書き込みと、それを見逃す後の読み取り',

  // newest-version, vector-clocks
  'newest({1}, {2}) is {3}; wanted one of the two':
    'newest({1}, {2}) は {3} です。2 つのうちの一つである必要があります',
  'newest({1}, {2}) is the older one; wanted the one with the higher time':
    'newest({1}, {2}) は古いほうを選びました。時刻の大きいほうである必要があります',
  'newest({1}, {2}) is {3}, and the other way round it is {4}; wanted the same, since replicas hear of the two in different orders':
    'newest({1}, {2}) は {3} ですが、逆の順に渡すと {4} です。レプリカが 2 つを知る順はさまざまなので、同じである必要があります',
  'of {1}, {2} and {3} it depends on which two come first whether {4} or {5} wins; wanted one order of all versions':
    '{1}、{2}、{3} のうち、どの 2 つが先に来るかで、{4} が残るか {5} が残るかが変わります。すべての版に、一つの順序が必要です',
  "{1}'s of time {2}": '{1} の時刻 {2} の版',
  'compareClocks({1}, {2}) is {3}; wanted "{4}"': 'compareClocks({1}, {2}) は {3} です。"{4}" である必要があります',
  'mergeClocks({1}, {2}) is {3}; wanted {4}': 'mergeClocks({1}, {2}) は {3} です。{4} である必要があります',

  // one-order, through-the-primary, primary-dies
  'n3 has applied the second write and not the first, which has not come; wanted number 2 to wait for number 1':
    'n3 は、まだ届いていない一つ目の書き込みを飛ばして、2 つ目を適用しました。2 番は 1 番を待つ必要があります',
  'n1, which is dead': '停止した n1',
  'n1 has shown a write that its backup did not have, n1 died, and the write is gone; wanted it shown only when the backup has it':
    'n1 は、バックアップの持たない書き込みを見せた後に停止し、その書き込みは失われました。バックアップが持ってから見せる必要があります',
  'a client has asked n2, the backup, and was not refused; wanted it to be, at once':
    'クライアントがバックアップの n2 に頼んで、断られませんでした。すぐに断る必要があります',
};
