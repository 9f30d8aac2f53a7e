/** Stage 05, in Japanese. */
import type { Sentences } from './phrasebook.ts';

export const kvStore: Sentences = {
  // confirmed-reads
  '{1} clients have asked n1 for a consistent read at the same time, and it has sent {2} ConfirmLeader; wanted one question for all of them':
    '{1} 台のクライアントが同時に n1 に consistent な読み取りを求め、n1 は ConfirmLeader を {2} 通送りました。問い合わせは、全員のために一度でなければなりません',
  'n1 leads and is asked for a consistent read every half millisecond, and the first of {1} is not answered; wanted those who come later not to hold up those who came before':
    'リーダーの n1 は 0.5 ms ごとに consistent な読み取りを求められ、{1} 件のうち最初のものに答えていません。後から来た者が、先に来た者を待たせてはいけません',

  'Linearizable semantics (§8)': '線形化可能な意味論（§8）',
  'Exactly-once: a write is answered as it was the first time (§8)':
    'Exactly-once：書き込みには、最初と同じ答えを返します（§8）',
  'A leader answers for the entries of its own term (§5.3, §8)':
    'リーダーは、自分の任期のエントリについて答えます（§5.3、§8）',
  'State machines are deterministic (§2)': '状態機械は決定的です（§2）',
  'Read-only operations: a read returns the results of the writes before it (§8)':
    '読み取り専用の操作：読み取りは、その前の書き込みの結果を返します（§8）',
  nothing: '「なし」',
  'not there': '「なし」',

  // answered-when-applied
  'put x={1} stands at index {2} of the log, and is answered with {3}; wanted that index':
    'put x={1} はログのインデックス {2} にありますが、答えは {3} でした。そのインデックスを答える必要があります',
  'two of five nodes have the entry, and n1 has answered {1} with {2} already; wanted no answer before it is committed and applied':
    'エントリを持つのは 5 台中 2 台だけなのに、n1 は {1} にもう {2} と答えました。コミットされて適用されるまで、答えてはいけません',
  "six writes that were asked for one after another are answered with the indexes {1}; wanted each one's own, in this order":
    '順に頼まれた 6 つの書き込みへの答えのインデックスが {1} でした。この順に、それぞれのインデックスを答える必要があります',
  '{1} has asked once and has {2} answers; wanted one':
    '{1} は一度頼んだだけですが、答えが {2} つ来ました。一つである必要があります',
  '{1}, a {2}, was asked for {3}, and has answered {4}; wanted "not-leader" at once, so that the client can try another':
    '{2}の {1} が {3} を頼まれ、{4} と答えました。クライアントがほかを試せるように、すぐに "not-leader" と答える必要があります',
  '{1}, a {2}, names {3} as the leader; wanted {4}':
    '{2}の {1} が、リーダーは {3} だと答えました。期待されるのは {4} です',
  'null, since it knows of none': 'null（リーダーを知らないため）',
  '{1} is a {2} and has taken a write into its log; wanted only a leader to':
    '{2}の {1} が、書き込みをログに入れました。それをしてよいのはリーダーだけです',
  'three clients without a session have written under the same number, and were answered with the indexes {1} {2} {3}; wanted each write to be applied':
    'セッションのない 3 人のクライアントが同じ番号で書き込み、答えのインデックスは {1} {2} {3} でした。どの書き込みも適用される必要があります',

  // cluster
  'the cluster has done {1} things within a millisecond; wanted it to wait for messages and timers':
    'クラスターは 1 ミリ秒の間に {1} 個のことをしました。メッセージとタイマーを待つ必要があります',
  '{1} has stood for election again and again, has every vote, and does not lead; wanted its role, term and log to be left to the stages that own them':
    '{1} は何度も立候補して全員の票を得ましたが、リーダーになりません。role、任期、ログは、それを受け持つステージに任せる必要があります',
  '{1} have stood for election again and again, and none of them leads; wanted their roles, terms and logs to be left to the stages that own them':
    '{1} は何度も立候補しましたが、どれもリーダーになりません。role、任期、ログは、それを受け持つステージに任せる必要があります',
  '{1} has asked {2} for {3} and has no answer after {4} ms; wanted one':
    '{1} が {2} に {3} を頼みましたが、{4} ms 経っても答えがありません。答える必要があります',
  '{1} has asked {2}, the leader, for {3}, and the answer is {4}; wanted "written"':
    '{1} がリーダー {2} に {3} を頼みましたが、答えは {4} でした。"written" である必要があります',
  '{1} has asked {2}, the leader, for {3}, and the answer is {4}; wanted "written", done {5}':
    '{1} がリーダー {2} に {3} を頼みましたが、答えは {4} でした。"written"、done {5} である必要があります',
  '{1} has asked {2}, the leader, for {3}, and the answer is {4}; wanted a "read"':
    '{1} がリーダー {2} に {3} を頼みましたが、答えは {4} でした。"read" である必要があります',
  '{1} has asked {2} for {3} and was answered {4}; wanted {5}, which was the latest when it asked, or no such answer':
    '{1} が {2} に {3} を頼み、{4} という答えを得ました。頼んだときに最新だった {5} を答えるか、そのような答えを返さない必要があります',
  "{1} answers {2}, who has asked under the id {3}, under {4}; wanted the request's own id":
    '{2} は id {3} で頼みましたが、{1} は {4} で答えました。要求の id で答える必要があります',
  '{1} answers {2}, who has asked for {3}, with {4}; wanted an answer to a write, and nothing else':
    '{2} は {3} を頼みましたが、{1} は {4} と答えました。書き込みへの答えだけを返す必要があります',
  '{1} answers {2}, who has asked for {3}, with {4}; wanted an answer to a read, and nothing else':
    '{2} は {3} を頼みましたが、{1} は {4} と答えました。読み取りへの答えだけを返す必要があります',

  // compare-and-set
  'a cas has changed the CreateIndex of foo to {1}; wanted 1':
    'cas が foo の CreateIndex を {1} に変えました。1 である必要があります',
  'three writes were refused after put foo=a at 1, and list finds {1} with the index {2}; wanted foo as it was, and the index 1':
    '1 での put foo=a の後、3 つの書き込みが断られました。しかし list は {1}、インデックス {2} を返します。foo は元のまま、インデックスは 1 である必要があります',
  'foo={1}, last modified at {2},': 'foo={1}（最後の変更は {2}）',
  'foo={1}, last modified at {2}': 'foo={1}（最後の変更は {2}）',
  'there was {1} when {2} foo with cas {3} was applied at {4}, and then there is {5}; wanted {6}':
    '{1} があるときに、cas {3} の {2} foo が {4} で適用され、{5} になりました。{6} である必要があります',

  // confirmed-reads, default-reads, stale-reads, stale-read-story
  "n1 has answered a default read with x=old, by a lease: n2 leads, x is new, and by n1's own clock it is {1} ms since a majority can have said yes to it; wanted a lease of {2} ms at most, counted from the question":
    'n1 はリースによって、default の読み取りに x=old と答えました。リーダーは n2 で x は new です。n1 自身の時計で、過半数が最後に賛成できたときから {1} ms 経っています。リースは、尋ねたときから数えて長くても {2} ms である必要があります',
  '{1} was asked for a stale read and has answered {2}; wanted a "read" at once':
    '{1} は stale の読み取りを頼まれ、{2} と答えました。すぐに "read" と答える必要があります',
  '{1} answers a stale read with knownLeader {2}; wanted {3}: it knows who leads its term':
    '{1} が stale の読み取りに knownLeader {2} と答えました。この任期のリーダーを知っているので、{3} である必要があります',
  '{1} answers a stale read with knownLeader {2}; wanted {3}: it does not know who leads its term':
    '{1} が stale の読み取りに knownLeader {2} と答えました。この任期のリーダーを知らないので、{3} である必要があります',
  'null, since it has heard of none since it booted': 'null（起動してからリーダーの声を聞いていないため）',
  '{1} answers a stale read with lastContact {2}; wanted {3}':
    '{1} が stale の読み取りに lastContact {2} と答えました。期待されるのは {3} です',
  'by its own clock n1 was cut off {1} ms ago, and it answers a default read with an old value; wanted a lease of {2} ms at most since a majority confirmed it':
    'n1 は自分の時計で {1} ms 前に切り離されたのに、default の読み取りに古い値を答えました。リースは、過半数が認めたときから長くても {2} ms である必要があります',
  'n1 leads no more and answers a consistent read with {1}; wanted a refusal':
    'n1 はもうリーダーではないのに、consistent の読み取りに {1} と答えました。断る必要があります',

  // five-nodes, one-machine, town
  'five nodes': '5 台のノード',
  'all is well': 'すべてが正常なとき',
  '{1}, the leader, is down': 'リーダー {1} が停止しているとき',
  'three of five nodes are down, and {1} writes and consistent reads that were asked for since have been answered; wanted none, since no majority is there':
    '5 台中 3 台が停止しているのに、その後に頼まれた書き込みと consistent の読み取りが {1} 件答えられました。過半数がいないので、答えてはいけません',
  'three of five nodes are down, and the commitIndex has moved from {1} to {2}; wanted it to stand still':
    '5 台中 3 台が停止しているのに、commitIndex が {1} から {2} に進みました。進んではいけません',
  'all five are back': '5 台すべてが戻ったとき',
  'five healthy nodes have no leader after 3 s; wanted role and term to be left to the election':
    '健全な 5 台のノードに、3 秒経ってもリーダーがいません。role と任期は、選挙に任せる必要があります',
  '{1}, three clients have been asking for a while, and no write nor leader’s read was answered; wanted the majority to serve them':
    '{1}、3 人のクライアントがしばらく頼み続けましたが、書き込みにも、リーダーでの読み取りにも答えがありません。過半数が応える必要があります',
  '{1} and {2} have committed different entries at index {3}; wanted one log':
    '{1} と {2} が、インデックス {3} で違うエントリをコミットしました。ログは一つである必要があります',
  'after 500 ms of calm not all nodes have applied as much; wanted lastApplied to be left to raftNode':
    '500 ms の間穏やかでも、ノードごとに適用した数が違います。lastApplied は raftNode に任せる必要があります',
  '{1} and {2} have applied the same {3} entries, and {4} differs; wanted equal machines':
    '{1} と {2} は同じ {3} 個のエントリを適用しましたが、{4} が違います。状態機械は等しい必要があります',
  'the cluster has done {1} things within {2} ms; wanted a few messages for each request':
    'クラスターは {2} ms の間に {1} 個のことをしました。要求一つにつき数個のメッセージで済む必要があります',
  '{1} has asked for {2}, last at {3}, and has no answer, {4} ms after the last fault; wanted one':
    '{1} は {2} を頼みました（最後は {3} に）が、最後の障害から {4} ms 経っても答えがありません。答える必要があります',
  '{1} and {2} have applied the same {3} entries, and their machines differ in {4}; wanted what is applied to depend on the log alone':
    '{1} と {2} は同じ {3} 個のエントリを適用しましたが、状態機械の {4} が違います。適用の結果は、ログだけで決まる必要があります',
  '{1}, which sends one write at a time until it knows the outcome, was answered "expired" for {2}; wanted its outcome':
    '{1} は結果がわかるまで書き込みを一つずつ送りますが、{2} に "expired" と答えられました。その結果を答える必要があります',

  // follower, histories, history
  'n1 was asked for {1} and has not answered; wanted an answer at once, from its own machine':
    'n1 は {1} を頼まれましたが、答えていません。自分の状態機械から、すぐに答える必要があります',
  'n1 was asked once for {1} and has answered twice; wanted one answer':
    'n1 は {1} を一度頼まれて、二度答えました。答えは一つである必要があります',
  "n1 has answered a request with the id {1} under the id {2}; wanted the request's own":
    'n1 は id {1} の要求に、id {2} で答えました。要求の id で答える必要があります',
  'n1 has answered {1} with {2}; wanted a "read" with the pairs of its own machine':
    'n1 は {1} に {2} と答えました。自分の状態機械にある組を、"read" で答える必要があります',
  'unknown: whether the clients’ history is linearizable could not be found out, and unknown is no pass. {1}':
    '不明：クライアントの履歴が線形化可能かどうかを決められませんでした。不明は合格ではありません。{1}',
  'no store that does each request at one moment between its call and its answer could have answered as this one did; these requests have no such order':
    'どの要求も、呼び出しと答えの間のある一瞬に行うストアなら、このような答え方はできません。これらの要求には、そのような順序がありません',
  '{1}, by lease': '{1}（リースによる）',
  '{1} from {2} to {3} ms: {4} → {5}': '{1}、{2} から {3} ms：{4} → {5}',
  '{1} from {2} ms: {3} → no answer': '{1}、{2} ms から：{3} → 答えなし',
  'written at {1}': '{1} に書き込み',

  // indexes, lists
  'get {1} finds {2}; wanted {3}': 'get {1} は {2} を返しました。{3} である必要があります',
  "get {1} answers the index {2}; wanted {3}, the pair's ModifyIndex":
    'get {1} はインデックス {2} を返しました。その組の ModifyIndex である {3} が必要です',
  'get {1} finds {2}; wanted nothing': 'get {1} は {2} を返しました。何も見つからない必要があります',
  'get {1}, which finds nothing, answers the index {2}; wanted one of an entry that is applied, of 0 to {3}':
    'get {1} は何も見つけず、インデックス {2} を返しました。適用されたエントリの、0 から {3} までのどれかである必要があります',
  'get foo answered the index {1}, and after {2} it answers {3}; wanted a larger one, since the answer has changed':
    'get foo はインデックス {1} を返し、{2} の後には {3} を返しました。答えが変わったので、より大きい必要があります',
  'list a answers the index {1} after delete-tree a/ at 5; wanted 5, since keys under a are gone':
    '5 での delete-tree a/ の後、list a がインデックス {1} を返しました。a の下のキーがなくなったので、5 である必要があります',
  'get a/2 answered the index {1}, and after delete-tree a/ it answers {2}; wanted a larger one, since the answer has changed':
    'get a/2 はインデックス {1} を返し、delete-tree a/ の後には {2} を返しました。答えが変わったので、より大きい必要があります',
  'list "{1}" finds {2}; wanted the keys {3}, in this order':
    'list "{1}" は {2} を返しました。キー {3} がこの順に必要です',
  '(none)': '（なし）',
  'list "{1}" answers the index {2}; wanted {3}, at which something under it changed last':
    'list "{1}" はインデックス {2} を返しました。その下で最後に何かが変わった {3} である必要があります',
  'list "{1}" answered the index {2} before, and after {3} it answers {4}; wanted an index that never falls':
    'list "{1}" は前にインデックス {2} を返し、{3} の後には {4} を返しました。インデックスは決して小さくなってはいけません',
  'list "{1}" finds something else than before, and answers the index {2} again; wanted one that grows when the answer changes':
    'list "{1}" の結果が前と違うのに、またインデックス {2} を返しました。答えが変わったときは、大きくなる必要があります',

  // leadership-lost, once-and-for-all, promises
  '{1} was appended by n1, which was deposed then, and is committed by n2, and n1 has answered "not-leader", which says that nothing was done; wanted "unknown"':
    '{1} は、その後リーダーの座を追われた n1 が追加し、n2 がコミットしました。n1 は "not-leader" と答えましたが、それは「何も行われなかった」という意味です。"unknown" と答える必要があります',
  '{1} of {2} was appended by n1, which was cut off, and was overwritten by a newer leader\'s log, and n1 has answered {3}; wanted "unknown"':
    '{2} の {1} は、切り離された n1 が追加し、新しいリーダーのログで上書きされました。n1 は {3} と答えましたが、"unknown" と答える必要があります',
  '{1} under the id {2}#{3} was answered with {4}, and when it came again with {5}; wanted the first answer once more':
    'id {2}#{3} の {1} への答えは {4} で、もう一度届いたときは {5} でした。最初の答えをもう一度返す必要があります',
  '{1} came twice under one id, and was answered with {2} and {3}; wanted the same answer':
    '{1} が一つの id で二度届き、答えは {2} と {3} でした。同じ答えである必要があります',
  '{1} is {2} on {3}; wanted {4}, since each write is done once, when it comes first':
    '{3} で {1} が {2} になっています。どの書き込みも、最初に届いたときに一度だけ行われるので、{4} である必要があります',
  '{1} has asked for x after "{2}" was acknowledged, and {3} answers {4}; wanted {5}, or what was written later':
    '{1} は "{2}" の書き込みが認められた後に x を頼みましたが、{3} は {4} と答えました。{5} か、その後に書かれたものである必要があります',
  '{1} tells {2} that its write {3} was applied at {4}, and no committed entry is that write; wanted "unknown", or nothing yet':
    '{1} は {2} に、書き込み {3} が {4} で適用されたと伝えましたが、コミットされたエントリの中にその書き込みはありません。"unknown" と答えるか、まだ答えてはいけません',
  '{1} tells {2} that its write {3} was applied at {4}, and it was applied at {5} before; wanted the first answer once more':
    '{1} は {2} に、書き込み {3} が {4} で適用されたと伝えましたが、前に {5} で適用されています。最初の答えをもう一度返す必要があります',
};
