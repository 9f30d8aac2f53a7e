/** Stage 04, in Japanese. */
import type { Sentences } from './phrasebook.ts';

export const logReplication: Sentences = {
  'Committing by a majority (§5.3)': '過半数によるコミット（§5.3）',
  'Figure 2, Rules for All Servers: commitIndex and lastApplied (§5.3)':
    'Figure 2、Rules for All Servers：commitIndex と lastApplied（§5.3）',
  'Log replication, liveness (§5.3)': 'ログ複製の活性（§5.3）',

  // sends-what-is-missing
  '{1} leads, n2 has answered again and again for 10 heartbeat intervals, and {2} has sent {3} heartbeats; wanted answers to hold up none':
    '{1} はリーダーです。n2 がハートビート間隔 10 回分の間、何度も返事をしましたが、{2} が送ったハートビートは {3} 回です。返事がハートビートを遅らせてはいけません',

  // cluster
  'the nodes talk, and after {1} ms no leader is followed by all: {2}; wanted replication not to stand in the way of an election':
    'ノードは話し合っていますが、{1} ms 経っても全員が従うリーダーがいません：{2}。複製が選挙の邪魔になってはいけません',
  'of {1} nodes only {2} had applied all {3} entries':
    '{1} 台のノードのうち、{3} 個のエントリをすべて適用していたのは {2} だけでした',
  'the cluster has done {1} things within {2} ms; wanted a leader that waits for something new to say':
    'クラスターは {2} ms の間に {1} 個のことをしました。リーダーは、新しく言うことができるまで待つ必要があります',
  '{1}, which leads term {2}, has committed index {3}, and of the {4} nodes {5} has that entry on disk; wanted a majority':
    '任期 {2} のリーダー {1} がインデックス {3} をコミットしましたが、{4} 台のノードのうち、そのエントリがディスクにあるのは {5} です。過半数が必要です',
  none: 'なし',
  'the commitIndex of {1} went back from {2} to {3}; wanted it never to fall':
    '{1} の commitIndex が {2} から {3} に戻りました。決して小さくなってはいけません',

  // commits-by-majority, only-its-own-term
  'n1 has committed index {1}, and ten heartbeats later {2} knows of {3}; wanted n1 to tell it, in heartbeats too':
    'n1 はインデックス {1} をコミットしましたが、ハートビート 10 回分の後も {2} が知っているのは {3} までです。n1 は、ハートビートでもそれを伝える必要があります',
  'a majority of the {1} nodes holds index {2} of the log of {3}, which leads and has been told, and its commitIndex is {4}; wanted {5}':
    '{1} 台のノードの過半数がリーダー {3} のログのインデックス {2} を持っていて、{3} はそれを知らされていますが、commitIndex は {4} です。{5} である必要があります',
  'no majority of the {1} nodes is known to hold index {2} of the log of {3}, which leads, and its commitIndex is {4}; wanted less than {5}':
    '{1} 台のノードの過半数がリーダー {3} のログのインデックス {2} を持っているとは、まだわかっていませんが、commitIndex は {4} です。{5} より小さい必要があります',
  '{1} leads, and {2} heartbeats later {3} still lacks entry {4}; wanted it sent':
    '{1} がリーダーですが、ハートビート {2} 回分の後も {3} にはエントリ {4} がありません。送る必要があります',
  'a majority holds the log of {1} up to {2}, an entry of its own term, and its commitIndex is {3}; wanted {4}, and all before it with it':
    '過半数が {1} のログを、自分の任期のエントリである {2} まで持っていますが、commitIndex は {3} です。{4} とし、その前もすべて一緒にコミットする必要があります',

  // fast-backtracking
  'n1 boots with {1} entries, n2 with the first 10 of them':
    'n1 が {1} 個のエントリで、n2 がその最初の 10 個で起動します',
  'n2 is {1} entries behind, n1, which leads, has asked it {2} times, and got to index {3} at last; wanted the place where they agree to be found in at most {4} round trips':
    'n2 は {1} エントリ遅れています。リーダー n1 は {2} 回尋ねて、ようやくインデックス {3} まで戻りました。一致する場所は、多くても {4} 往復で見つける必要があります',
  'n1, which leads, has found that it agrees with n2 up to {1}; a minute later n2 has {2} of {3} entries; wanted all of them':
    'リーダー n1 は、n2 と {1} まで一致していることを見つけましたが、1 分後も n2 には {3} 個中 {2} 個のエントリしかありません。すべてが必要です',

  // leader-appends
  'the log of n1, which leads, is {1} and its disk says {2}; wanted what it has appended to be saved':
    'リーダー n1 のログは {1} ですが、ディスクには {2} とあります。追加したものは保存する必要があります',
  'n1 has won an election with the log {1}, and now its log is {2}; wanted it to keep all its entries, since each of them may be committed':
    'n1 はログ {1} で当選しましたが、今のログは {2} です。どのエントリもコミットされているかもしれないので、すべて残す必要があります',
  '{1} is a {2}, a client asked it for a write, and onCommand has answered {3}; wanted null: only a leader takes commands':
    '{2}の {1} にクライアントが書き込みを頼むと、onCommand は {3} を返しました。コマンドを受け取るのはリーダーだけなので、null である必要があります',
  '{1} is a {2}, a client asked it for a write, and its log is {3} now; wanted it to stay {4}: only a leader appends commands':
    '{2}の {1} にクライアントが書き込みを頼むと、ログが {3} になりました。コマンドを追加するのはリーダーだけなので、{4} のままである必要があります',

  // ledger
  '{1} and applied {2} entries; wanted each committed entry to be applied: raftNode does that, and counts in lastApplied':
    '{1}が、適用したエントリは {2} 個です。コミットされたエントリはすべて適用される必要があります：それは raftNode がして、lastApplied で数えます',
  '{1}, and the entry that it applied as number {2} is {3}; wanted each committed entry once, in the order of the log':
    '{1}が、{2} 番目に適用したエントリは {3} です。コミットされたエントリを、ログの順に一度ずつ適用する必要があります',
  '{1} has applied an entry at index {2}, and its log says something else there now; wanted what is applied to stay':
    '{1} はインデックス {2} のエントリを適用しましたが、今のログではそこが別のものになっています。適用したものは変わってはいけません',

  // sends-what-is-missing, repairs-logs, storms, thrift
  'and n3 is away': 'n3 は離れています',
  'it has just been elected': 'たった今当選しました',
  'its heartbeat timer fired': 'ハートビートのタイマーが切れました',
  '{1} leads, {2}, and it has sent {3} no AppendEntries; wanted one, if only to let itself be heard':
    '{1} はリーダーで、{2}が、{3} に AppendEntries を送っていません。自分の声を聞かせるためだけでも、送る必要があります',
  'the storm is over for {1} heartbeats, a client has asked the leader for a write, and not all of the log is committed everywhere: {2}; wanted what a stable leader has to be committed and applied on every node':
    '嵐が終わってハートビート {1} 回分が過ぎ、クライアントがリーダーに書き込みを頼みましたが、ログのすべてが全員でコミットされたわけではありません：{2}。安定したリーダーの持つものは、すべてのノードでコミットされ適用される必要があります',
  'the network is calm, clients have asked the leader for writes, and {1} heartbeats later not all of its log is committed everywhere: {2}; wanted it to be':
    'ネットワークは穏やかで、クライアントがリーダーに書き込みを頼みましたが、ハートビート {1} 回分の後も、ログのすべてが全員でコミットされたわけではありません：{2}。コミットされる必要があります',
  'the leader of {1} nodes has sent {2} entries, counting those sent twice; wanted at most {3}: a follower need not be sent what it has acknowledged':
    '{1} 台のノードのリーダーが、二度送ったものも数えて {2} 個のエントリを送りました。多くても {3} 個で済む必要があります：フォロワーが受け取ったと答えたものは、送らなくてよいのです',
  'the leader of {1} nodes has sent {2} AppendEntries; wanted at most {3}':
    '{1} 台のノードのリーダーが {2} 個の AppendEntries を送りました。多くても {3} 個で済む必要があります',

  // watched-follower
  '{1} has not answered {2}; wanted a refusal, so that the leader learns of it':
    '{1} は {2} に返事をしていません。リーダーが気づけるように、断る必要があります',
  '{1}, whose log is {2}, has said yes to {3}; wanted a refusal: {4}':
    '{1}（ログ：{2}）は {3} に成功と答えました。断る必要があります：{4}',
  '{1} has refused {2}, and its log was {3} and is {4}; wanted it to stay as it was':
    '{1} は {2} を断りましたが、ログが {3} から {4} に変わりました。変わってはいけません',
  '{1}, whose log is {2}, has refused {3}; wanted a yes: the two logs agree at {4}':
    '{1}（ログ：{2}）は {3} を断りました。2 つのログは {4} で一致しているので、成功と答える必要があります',
  '{1}, whose log is {2}, has not answered {3}; wanted a yes: the two logs agree at {4}':
    '{1}（ログ：{2}）は {3} に返事をしていません。2 つのログは {4} で一致しているので、成功と答える必要があります',
  '{1}, whose log was {2}, has heard {3}, and its log is {4}; wanted {5}':
    '{1}（ログ：{2}）が {3} を受け取ると、ログが {4} になりました。{5} である必要があります',
  '{1}, whose log was {2}, has answered {3} with matchIndex {4}; wanted {5}, as far as this message shows that the two logs agree':
    '{1}（ログ：{2}）は {3} に matchIndex {4} で答えました。このメッセージからわかる一致は {5} までなので、{5} である必要があります',
  '{1} has answered that it holds the log up to {2}, {3}, and its disk says {4}; wanted the entries saved before the answer is sent':
    '{1} はログを {2} まで持っていると答えました（{3}）が、ディスクには {4} とあります。返事を送る前に、エントリを保存する必要があります',
  '{1} has heard {2}, and its commitIndex went back from {3} to {4}; wanted it never to fall':
    '{1} が {2} を受け取ると、commitIndex が {3} から {4} に戻りました。決して小さくなってはいけません',
  '{1}, whose log was {2} and whose commitIndex was {3}, has heard {4}, and its commitIndex is {5}; wanted {6}':
    '{1}（ログ：{2}、commitIndex：{3}）が {4} を受け取ると、commitIndex が {5} になりました。{6} である必要があります',
  '{1} has heard an AppendEntries from {2} and has answered {3}':
    '{1} が受け取った AppendEntries は {2} からですが、返事の宛先は {3} です',
  '{1} has answered {2} with term {3}; wanted its own current term, {4}':
    '{1} は {2} に任期 {3} で返事をしました。自分の現在の任期 {4} で答える必要があります',
  '{1}, whose log is {2}, has refused {3} with the hint to go on at index {4}; wanted one from 1 to {5}: a leader that goes on there must not send the same again':
    '{1}（ログ：{2}）は {3} を断り、インデックス {4} から続けるように伝えました。1 から {5} までである必要があります：そこから続けるリーダーが、同じものをまた送ってはいけません',
  '{1}, whose log is {2}, has refused {3} with the hint that it has term {4} there; wanted {5}':
    '{1}（ログ：{2}）は {3} を断り、そこには任期 {4} があると伝えました。{5} である必要があります',
  'no term': '「任期なし」',
  'an AppendEntries of {1} in term {2} with prev={3}@{4} {5} commit={6}':
    '任期 {2} の {1} からの AppendEntries（prev={3}@{4} {5} commit={6}）',
  'its term is {1}, and term {2} is over': '自分の任期は {1} で、任期 {2} は終わっています',
  'its log has nothing at {1}': 'ログの {1} には何もありません',
  'at {1} it has an entry of term {2}, not of term {3}':
    '{1} にあるのは任期 {2} のエントリで、任期 {3} のものではありません',

  // watched-leader
  '{1} leads term {2} with a log that ended at {3}; a client asked for a write, onCommand has answered {4} and the log is {5}; wanted the command at {6} with term {7}, and that index as the answer':
    '任期 {2} のリーダー {1} のログは {3} で終わっていました。クライアントが書き込みを頼むと、onCommand は {4} を返し、ログは {5} になりました。{6} に任期 {7} でコマンドを置き、そのインデックスを返す必要があります',
  'the heartbeat timer of {1}, which leads, does not run; wanted it to':
    'リーダー {1} のハートビートのタイマーが動いていません。動いている必要があります',
  '{1} has sent {2} messages between two heartbeats; wanted it to wait for something new to say':
    '{1} はハートビートの間に {2} 個のメッセージを送りました。新しく言うことができるまで待つ必要があります',
  'and nothing stands in its way': '妨げるものは何もありません',
  '{1} leads term {2} with the log {3}, {4}; {5} heartbeats later the log of {6} is {7}; wanted it to be the leader’s':
    '{1} はログ {3} を持つ任期 {2} のリーダーで、{4}が、ハートビート {5} 回分の後も {6} のログは {7} です。リーダーのログと同じになる必要があります',
  'all followers of {1} have acknowledged its whole log, and it has sent {2} {3}; wanted a heartbeat without entries':
    '{1} のフォロワー全員がログのすべてを受け取ったと答えていますが、{1} は {2} に {3} を送りました。エントリのないハートビートを送る必要があります',
  '{1} leads term {2}, and its own log was {3} and is {4}; wanted a leader only to append (Leader Append-Only)':
    '任期 {2} のリーダー {1} のログが {3} から {4} に変わりました。リーダーは追加しかしてはいけません（Leader Append-Only）',
  '{1}; wanted AppendEntries to go to its peers': '{1}。AppendEntries はピアに送る必要があります',
  '{1}; wanted its own term and name in it': '{1}。自分の任期と名前を入れる必要があります',
  '{1}; wanted prevLogIndex and prevLogTerm to be those of an entry of its log, or 0 and 0':
    '{1}。prevLogIndex と prevLogTerm は、自分のログのエントリのものか、0 と 0 である必要があります',
  '{1}; wanted the entries that follow {2} in its log, without a gap':
    '{1}。自分のログで {2} に続くエントリを、隙間なく送る必要があります',
  '{1}; its commitIndex is {2}, wanted no more than that in it':
    '{1}。commitIndex は {2} なので、それより大きい値を入れてはいけません',
  'the commitIndex of {1}, which leads, went back from {2} to {3}; wanted it never to fall':
    'リーダー {1} の commitIndex が {2} から {3} に戻りました。決して小さくなってはいけません',
  '{1}, and {2} is known to hold that entry on disk; wanted a majority of the cluster':
    '{1}が、そのエントリをディスクに持つとわかっているのは {2} です。クラスターの過半数が必要です',
  '{1}, and that entry is of term {2}; wanted entries of older terms to be committed only together with one of its own':
    '{1}が、そのエントリの任期は {2} です。古い任期のエントリは、自分の任期のエントリと一緒にしかコミットしてはいけません',
};
