/** Stage 03, in Japanese. */
import type { Sentences } from './phrasebook.ts';

export const election: Sentences = {
  'Election Safety (§5.2)': 'Election Safety（§5.2）',
  'One vote a term (§5.2)': '一つの任期に一票（§5.2）',
  'Election restriction (§5.4.1)': '選挙の制限（§5.4.1）',
  'A leader is elected, and stays (§5.2, §5.6)': 'リーダーが選ばれ、留まります（§5.2、§5.6）',

  // majority, polling, yields-to-the-leader, pre-vote: what is answered to, and what is not
  'n1 stood in term {1}, was refused 20 times, and has asked {2} times more at once; wanted it to wait: each request brings another answer':
    'n1 は任期 {1} で立候補し、20 回断られると、すぐにまた {2} 回求めました。一つの要求はもう一つの返事を呼ぶので、待つ必要があります',
  '{1} was asked for its vote once by {2} and has answered both yes and no; wanted one answer':
    '{1} は {2} に一度投票を求められ、承諾と拒否の両方を返しました。返事は一つでなければなりません',
  '{1} {2}, and takes {3} for the leader; wanted null: it has heard of no leader of term 5':
    '{1} は{2}だけで、{3} をリーダーとみなしています。任期 5 のリーダーの声は聞いていないので、null である必要があります',
  'has voted for n2 in term 5': '任期 5 で n2 に投票した',
  'has heard from n3, the leader of term 4, in term 5': '任期 5 で、任期 4 のリーダー n3 の声を聞いた',
  'n1 asked for PreVotes, heard its leader, and then the answers, and is {1}; wanted it to follow: there is a leader':
    'n1 は PreVote を求め、リーダーの声を聞き、その後で返事を聞いて、{1} になりました。リーダーがいるので、従う必要があります',

  // cast, cluster, invariants
  'the election timer of {1}, of term {2} at first, has fired {3} times and {4} has not stood in a newer term; wanted it to (§5.2)':
    '最初は任期 {2} だった {1} の選挙タイマーが {3} 回切れましたが、{4} は新しい任期で立候補していません。立候補する必要があります（§5.2）',
  '{1} has the votes of all its peers in term {2} and is {3}; wanted it to lead':
    '{1} は任期 {2} ですべてのピアの票を得ましたが、{3} のままです。リーダーになる必要があります',
  'after {1} ms the cluster has not settled: {2}; wanted one leader that all follow, within {3} timeouts':
    '{1} ms 経ってもクラスターが落ち着きません：{2}。タイムアウト {3} 回分の時間のうちに、全員が従うリーダーが一人決まる必要があります',
  '{1} led term {2} of a healthy cluster, and within {3} heartbeats that was over: {4}; wanted it to lead on':
    '{1} は健全なクラスターの任期 {2} のリーダーでしたが、ハートビート {3} 回分のうちにそうではなくなりました：{4}。リーダーであり続ける必要があります',
  'the cluster has done {1} things within {2} ms; wanted elections that cost a few messages for each node':
    'クラスターは {2} ms の間に {1} 個のことをしました。選挙にかかるメッセージは、ノードごとに数個で済む必要があります',
  '{1} led term {2} and nobody followed': '{1} が任期 {2} のリーダーでしたが、誰も従っていませんでした',
  '{1} led term {2} and of the others only {3} followed':
    '{1} が任期 {2} のリーダーで、ほかのノードのうち従っていたのは {3} だけでした',
  '{1}; nobody has led in all that time': '{1}。その間、リーダーは一度もいませんでした',
  '{1} votes for {2} in term {3}, in which it has voted for {4}; wanted one vote a term':
    '{1} は任期 {3} で {2} に投票しましたが、この任期ではすでに {4} に投票しています。一つの任期に投じる票は一つでなければなりません',
  '{1} leads term {2}, and the logs of {3} are more up-to-date than its own; wanted a leader for whom a majority could vote':
    '{1} は任期 {2} のリーダーですが、{3} のログのほうが新しい（more up-to-date）です。リーダーは、過半数が投票できる候補者でなければなりません',
  '{1} stands in term {2}, in which it has voted for {3}; wanted one vote a term':
    '{1} は任期 {2} で立候補しましたが、この任期ではすでに {3} に投票しています。一つの任期に投じる票は一つでなければなりません',

  // election-timer, waiting
  '{1} is {2} and its election timer does not run; wanted it to, since nothing else makes it stand':
    '{1} は {2} ですが、選挙タイマーが動いていません。立候補のきっかけはほかにないので、動いている必要があります',
  'the election timer of {1} fires again and again at once; wanted it to wait':
    '{1} の選挙タイマーが、間を置かずに何度も切れています。待つ必要があります',
  'n1 heard its leader every {1} ms, and stood for election; wanted each heartbeat to restart the election timer':
    'n1 は {1} ms ごとにリーダーの声を聞いていたのに、立候補しました。ハートビートのたびに選挙タイマーを設定し直す必要があります',
  'n1, a {1}, {2}, and stood for election less than a heartbeat later; wanted its election timer to start anew':
    '{1} の n1 は、{2}のに、ハートビート一回分も経たないうちに立候補しました。選挙タイマーを設定し直す必要があります',
  'heard its leader': 'リーダーの声を聞いた',
  'heard a new leader': '新しいリーダーの声を聞いた',
  'heard that it has lost': '敗れたと知った',
  'voted for n2': 'n2 に投票した',
  '{1} for {2} ms, and {3} did not stand for election; wanted it to':
    '{1}まま {2} ms 経っても、{3} は立候補しませんでした。立候補する必要があります',
  'the leader has fallen silent': 'リーダーの声が途絶えた',
  'nothing more has been heard': 'その後は何も聞こえない',
  '{1} has {2}, for {3} ms, and did not stand for election; wanted its timer to run on':
    '{1} は {3} ms の間、{2}だけで、立候補しませんでした。タイマーは走り続ける必要があります',
  'stood, and was refused again and again': '立候補して何度も断られた',
  'refused its vote again and again': '投票を何度も断った',
  'heard a candidate with an old log, in ever newer terms': 'ログの古い候補者の声を、次々と新しい任期で聞いた',
  'heard only a leader of an older term': '古い任期のリーダーの声を聞いた',
  'heard only a candidate of an older term': '古い任期の候補者の声を聞いた',
  'heard only late answers': '遅れて来た返事を聞いた',
  'stood, and got one and the same vote again and again': '立候補して、同じ一票を何度も受け取った',
  'been asked for its PreVote again and again': 'PreVote を何度も求められた',
  'n1 has stood 100 times, has heard a leader now, and waits {1} ms before it stands again; wanted {2} ms at most: an election takes as long as its voters wait':
    'n1 は 100 回立候補した後、リーダーの声を聞きましたが、次に立候補するまでに {1} ms 待ちます。長くても {2} ms である必要があります。選挙には、投票者が待つだけの時間がかかります',
  '{1}, and it stands less than a heartbeat later; wanted it to wait for an election timeout: somebody else may be about to lead':
    '{1}が、ハートビート一回分も経たないうちに立候補しました。ほかの誰かがリーダーになるところかもしれないので、選挙タイムアウトの間待つ必要があります',
  'n1 led term {1}, its election timer fired, and it is {2}; wanted it to lead on: nobody else stands while it is heard':
    'n1 は任期 {1} のリーダーでしたが、選挙タイマーが切れて {2} になりました。リーダーの声が届いている間はほかの誰も立候補しないので、リーダーであり続ける必要があります',
  '{1}, and its election timer does not run; wanted it to: {2} is a follower now and may have to stand again':
    '{1}が、選挙タイマーが動いていません。{2} は今はフォロワーで、また立候補することがあるので、動いている必要があります',
  'n1 led, and was deposed': 'n1 はリーダーの座を追われました',
  'n1 stood, and lost': 'n1 は立候補して敗れました',
  'n1 stood, and heard of a newer term': 'n1 は立候補して、より新しい任期を知りました',
  '20 nodes all waited {1} ms for their election {2} in a row; wanted a time drawn at random by each':
    '20 台のノードすべてが、{2} 回目の選挙まで同じ {1} ms を待ちました。待つ時間は、それぞれがランダムに引く必要があります',
  'n1 waited {1} ms each time in {2} elections; wanted a time drawn anew for each':
    'n1 は {2} 回の選挙で毎回 {1} ms 待ちました。待つ時間は、毎回新しく引く必要があります',
  '20 nodes all waited {1} ms after their leader’s last message; wanted a time drawn at random by each':
    '20 台のノードすべてが、リーダーの最後のメッセージから同じ {1} ms を待ちました。待つ時間は、それぞれがランダムに引く必要があります',

  // majority
  'n1 has given up its election of term {1}, late votes for it came, and n1 is {2}; wanted a follower of term {3}':
    'n1 は任期 {1} の選挙をあきらめた後、遅れて来た票を受け取り、{2} になっています。任期 {3} のフォロワーである必要があります',
  'n1 stood for an older term, heard of term {1}, and is {2}; wanted a follower of term {3}':
    '古い任期で立候補していた n1 は、任期 {1} を知った後、{2} になっています。任期 {3} のフォロワーである必要があります',
  'n1 has won and its first heartbeats went to {1}; wanted them to go to all: raftNode sends them when state.role is a new object of kind leader':
    'n1 は当選しましたが、最初のハートビートの宛先は {1} でした。全員に届く必要があります：state.role が kind leader の新しいオブジェクトになったときに、raftNode が送ります',
  'n1 leads already, one more vote came, and it has sent {1} messages about it; wanted nothing to happen':
    'n1 はすでにリーダーですが、さらに一票が届くとメッセージを {1} 個送りました。何も起きない必要があります',
  'n1 led term {1}, late answers came, and it is {2}; wanted it to lead on':
    'n1 は任期 {1} のリーダーでしたが、遅れて来た返事を受け取って {2} になりました。リーダーであり続ける必要があります',
  'n1 led term {1}, was asked for its vote in that term, and is {2}; wanted it to lead on':
    'n1 は任期 {1} のリーダーでしたが、その任期の票を求められて {2} になりました。リーダーであり続ける必要があります',
  '{1}; wanted a leader: {2} are a majority': '{1}。{2} 票で過半数なので、リーダーである必要があります',
  '{1}; wanted no leader yet: {2} are a majority': '{1}。過半数は {2} 票なので、まだリーダーになってはいけません',

  // newer-term
  'n1 followed n2, the leader of term 4, has learnt of term 5, and takes n2 for the leader; wanted null: it has heard of no leader of term 5':
    '任期 4 のリーダー n2 に従っていた n1 は、任期 5 を知った後も n2 をリーダーと見なしています。任期 5 のリーダーはまだ知らないので、null である必要があります',
  'n1 has answered n3 in term 5 and its disk says term {1}; wanted the new term saved before anything is sent in it':
    'n1 は n3 に任期 5 で返事をしましたが、ディスクには任期 {1} とあります。新しい任期で何かを送る前に、その任期を保存する必要があります',
  'n1 has learnt of a newer term and its log is another; wanted the log to stay as it is':
    'n1 が新しい任期を知ると、ログが変わりました。ログはそのままである必要があります',
  '{1} has learnt of term {2} and its currentTerm is {3}; wanted {4}':
    '{1} は任期 {2} を知りましたが、currentTerm は {3} です。{4} である必要があります',
  '{1} has learnt of term {2} and is {3}; wanted a follower':
    '{1} は任期 {2} を知りましたが、{3} です。フォロワーである必要があります',
  '{1} has learnt of term {2}, in which it has voted for nobody yet, and its votedFor is {3}; wanted null':
    '{1} は任期 {2} を知り、その任期ではまだ誰にも投票していませんが、votedFor は {3} です。null である必要があります',
  'the disk of {1} says that it voted for {2} in term {3}; that vote was for an older term, wanted null':
    '{1} のディスクには、任期 {3} で {2} に投票したとあります。その票は古い任期のものなので、null である必要があります',

  // one-vote-a-term, polling
  'n1 has voted for n2 and is a {1}; wanted a follower':
    'n1 は n2 に投票しましたが、{1} です。フォロワーである必要があります',
  '{1} has refused {2}; wanted its vote: {3}': '{1} は{2}を断りました。投票する必要があります：{3}',
  '{1} has not answered {2}; wanted its vote: {3}': '{1} は{2}に返事をしていません。投票する必要があります：{3}',
  '{1} has given its vote to {2}; wanted a refusal: {3}': '{1} は{2}に投票しました。断る必要があります：{3}',
  '{1} has promised {2} its vote in term {3} and its disk says: term {4}, vote for {5}; wanted the vote saved before the answer is sent':
    '{1} は任期 {3} の票を {2} に約束しましたが、ディスクには任期 {4}、votedFor {5} とあります。返事を送る前に、票を保存する必要があります',
  '{1} has refused {2} and its disk says that it voted for {3}; wanted the vote left free':
    '{1} は {2} を断ったのに、ディスクには {3} に投票したとあります。票は空いたままである必要があります',
  '{1} was asked for its vote by {2} and has answered {3}; wanted {4}':
    '{1} に票を求めたのは {2} ですが、返事の宛先は {3} です。{4} に返事をする必要があります',
  '{1} has answered {2} with term {3}; wanted its own current term, {4}':
    '{1} は {2} に任期 {3} で返事をしました。自分の現在の任期 {4} で答える必要があります',
  '{1} has answered in term {2} and its disk says term {3}; wanted the term saved before the answer is sent':
    '{1} は任期 {2} で返事をしましたが、ディスクには任期 {3} とあります。返事を送る前に、任期を保存する必要があります',
  '{1}, who asks in term {2}': '任期 {2} で票を求める {1} ',
  'the term is new, and so is the vote of {1}': '任期は新しく、{1} の票も空いています',
  'the term is new, and so is the vote of {1}, and {2}': '任期は新しく、{1} の票も空いています。また、{2}',
  ', and {1}': '。また、{1}',
  '{1} has voted for {2} in this term already': '{1} はこの任期ですでに {2} に投票しています',
  '{1} has voted for nobody in this term{2}': '{1} はこの任期でまだ誰にも投票していません{2}',
  '{1} is in term {2}, and term {3} is over': '{1} の任期は {2} で、任期 {3} は終わっています',
  '{1} has voted for {2} in this term': '{1} はこの任期で {2} に投票しています',
  'the log of {1} {2}, that of {3} {4}': '{1} のログは{2}。{3} のログは{4}',
  'is empty': '空です',
  'ends at index {1} with term {2}': 'インデックス {1}、任期 {2} で終わっています',

  // pre-vote
  '{1} {2}, and {3} is another; wanted it unchanged: a PreVote is no vote':
    '{1} {2}が、{3} が変わりました。PreVote は票ではないので、変わってはいけません',
  'has asked for PreVotes': 'は PreVote を求めました',
  'has answered a PreVote of {1}': 'は {1} の PreVote に返事をしました',
  'the election timer of n1 fired and n1 has not asked {1} for a PreVote; wanted it to':
    'n1 の選挙タイマーが切れましたが、n1 は {1} に PreVote を求めていません。求める必要があります',
  'n1, in term 4, with 2 entries up to term 3, asks as {1} in term {2} with {3} entries up to term {4}; wanted what is':
    '任期 4 で、任期 3 までのエントリを 2 個持つ n1 が、{1} として、任期 {2} で、任期 {4} までのエントリ {3} 個で求めています。実際のとおりに求める必要があります',
  'n1 has heard one yes and one no in a cluster of 5 and is {1}; wanted it to ask on in term 4, and not to stand yet':
    'n1 は 5 台のクラスターで賛成と反対を一つずつ受け取り、{1} になっています。任期 4 のまま求め続け、まだ立候補してはいけません',
  'n1 has heard yes from 2 of 4 others and is {1}; wanted it to stand in the next term and ask all for a vote: with its own they are a majority':
    'n1 はほかの 4 台のうち 2 台から賛成を受け取り、{1} になっています。自分を含めて過半数なので、次の任期で立候補し、全員に票を求める必要があります',
  'n1 is alone in its cluster and is {1}; wanted a leader':
    'クラスターには n1 しかいませんが、n1 は {1} です。リーダーである必要があります',
  'its log is up-to-date, the term it asks about is the next, and n1 hears no leader':
    'ログは十分に新しく、尋ねているのは次の任期で、n1 にはリーダーの声が届いていません',
  'the log of n1 is more up-to-date': 'n1 のログのほうが新しいです',
  'n1 heard its leader a moment ago': 'n1 はたった今リーダーの声を聞きました',
  'n1 has not heard its leader for a whole timeout': 'n1 はタイムアウト一回分の間、リーダーの声を聞いていません',
  'it leads itself': '自分がリーダーです',
  'n1 led term {1}, was asked for a PreVote, and is {2}; wanted it to lead on':
    'n1 は任期 {1} のリーダーでしたが、PreVote を求められて {2} になりました。リーダーであり続ける必要があります',
  '{1} led term {2}, {3} was cut off for a while, and now {4} leads term {5}; wanted {6} to lead on, since a majority heard it all the time':
    '{1} が任期 {2} のリーダーで、{3} はしばらく切り離されていました。今は {4} が任期 {5} のリーダーです。過半数にはずっと声が届いていたので、{6} がリーダーであり続ける必要があります',
  '{1} {2} for {3}; wanted the contrary: {4}': '{1} は {3} に「{2}」と答えました。逆である必要があります：{4}',
  'would vote': '投票する',
  'would not vote': '投票しない',

  // stand-for-election, survives-crashes
  '{1} stands for election in term {2}, after term {3}; wanted a newer term':
    '{1} は任期 {3} の後に任期 {2} で立候補しました。より新しい任期である必要があります',
  '{1} has no vote but its own and is {2}; wanted a candidate':
    '{1} には自分の票しかないのに、{2} になっています。候補者である必要があります',
  '{1} stands in term {2} and its disk says: term {3}, vote for {4}; wanted the new term and its own vote saved':
    '{1} は任期 {2} で立候補しましたが、ディスクには任期 {3}、votedFor {4} とあります。新しい任期と自分への票を保存する必要があります',
  '{1} stands in term {2} and has asked {3} for a vote; wanted {4}':
    '{1} は任期 {2} で立候補しましたが、票を求めた相手は {3} です。{4} に求める必要があります',
  '{1} has sent a RequestVote to itself; wanted one to each of the others':
    '{1} は RequestVote を自分自身に送りました。ほかの全員に一つずつ送る必要があります',
  'the RequestVote of {1} to {2} has {3} {4}; wanted {5}':
    '{1} から {2} への RequestVote の {3} が {4} になっています。{5} である必要があります',
  '{1} is a candidate and its election timer does not run; wanted it to, for the case that nobody wins':
    '{1} は候補者ですが、選挙タイマーが動いていません。誰も当選しない場合のために、動いている必要があります',
  '{1} stands in term {2} and its votedFor is {3}; wanted {4}: a candidate votes for itself':
    '{1} は任期 {2} で立候補しましたが、votedFor が {3} です。候補者は自分に投票するので、{4} である必要があります',
  'n1 voted for n2 in this term, before it crashed': 'n1 はクラッシュの前に、この任期で n2 に投票しています',
  'n1 voted for itself in this term, before it crashed': 'n1 はクラッシュの前に、この任期で自分に投票しています',
  'n1 voted for n3 in this term, before it crashed': 'n1 はクラッシュの前に、この任期で n3 に投票しています',
  '{1} has spoken in term {2}, crashed, and is in term {3} now; wanted term {4}':
    '{1} は任期 {2} で発言した後にクラッシュし、今は任期 {3} にいます。任期 {4} である必要があります',

  // yields-to-the-leader
  'n1, a candidate of term {1}, heard from a leader of term {2} and is {3}; wanted it to stay a candidate':
    '任期 {1} の候補者 n1 は、任期 {2} のリーダーの声を聞いて {3} になりました。候補者のままである必要があります',
  'n1, which led term {1}, heard from a leader of term {2} and is {3}; wanted it to lead on':
    '任期 {1} のリーダー n1 は、任期 {2} のリーダーの声を聞いて {3} になりました。リーダーであり続ける必要があります',
  '{1} has heard from {2}, the leader of term {3}, and is {4}; wanted a follower of term {5}':
    '{1} は任期 {3} のリーダー {2} の声を聞きましたが、{4} です。任期 {5} のフォロワーである必要があります',
  '{1} has heard from {2}, the leader of term {3}, and takes {4} for the leader; wanted {5}':
    '{1} は任期 {3} のリーダー {2} の声を聞きましたが、リーダーと見なしているのは {4} です。{5} である必要があります',
};
