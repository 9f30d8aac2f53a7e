/** What the stubs say is still to be written, in Japanese. */
import type { Sentences } from './phrasebook.ts';

export const notWritten: Sentences = {
  'oneAfterAnother, one task after another': 'oneAfterAnother：タスクを一つずつ順に',
  'allAtOnce, all tasks at once': 'allAtOnce：すべてのタスクを同時に',
  'atMost, at most so many tasks at a time': 'atMost：一度に決めた数までのタスク',
  'longLoop, a long loop that lets others run': 'longLoop：ほかの処理にも順番を回す長いループ',
  'future, a value that somebody will have later': 'future：後から来る値',
  'incrementUnsafely, an increment that can be lost': 'incrementUnsafely：失われることのある加算',
  'incrementSafely, an increment under a lock': 'incrementSafely：ロックの中での加算',
  'mutex, a lock': 'mutex：ロック',
  'channel, a queue between coroutines': 'channel：コルーチンの間の待ち行列',
  'transfer, two locks at a time': 'transfer：2 つのロックを同時に',
  'countPrimes, work for a processor': 'countPrimes：プロセッサーの仕事',
  'countPrimesOn, work shared among threads': 'countPrimesOn：スレッドで分け合う仕事',
  'addUnsafely, a counter that loses': 'addUnsafely：失われるカウンター',
  'addSafely, a counter that does not lose': 'addSafely：失われないカウンター',
  'speedUp, Amdahl’s law': 'speedUp：アムダールの法則',

  'newest, which of two versions wins': 'newest：2 つの版のどちらが残るか',
  'onEventualGet, a read that nobody waits for': 'onEventualGet：誰も待たない読み取り',
  'onEventualPut, a write that nobody waits for': 'onEventualPut：誰も待たない書き込み',
  'onGossipTimer, what a replica tells the others': 'onGossipTimer：レプリカがほかのレプリカに伝えること',
  'onGossip, what a replica learns from the others': 'onGossip：レプリカがほかのレプリカから知ること',
  'compareClocks, what happened before what': 'compareClocks：何が何より前に起きたか',
  'mergeClocks, what two know together': 'mergeClocks：2 つが合わせて知っていること',
  'onCausalGet, a read of a client that moves': 'onCausalGet：移動するクライアントの読み取り',
  'onCausalPut, a write that carries its causes': 'onCausalPut：原因を連れて行く書き込み',
  'onUpdate, when a write may be applied': 'onUpdate：書き込みをいつ適用してよいか',
  'onSequentialGet, a read of the own copy': 'onSequentialGet：自分のコピーの読み取り',
  'onSequentialPut, a write that asks for its number': 'onSequentialPut：番号を求める書き込み',
  'onForward, how the sequencer numbers a write': 'onForward：シーケンサーが書き込みに番号を付ける方法',
  'onOrdered, when a numbered write is applied': 'onOrdered：番号の付いた書き込みをいつ適用するか',
  'onPrimaryGet, a read at the primary': 'onPrimaryGet：プライマリでの読み取り',
  'onPrimaryPut, a write at the primary': 'onPrimaryPut：プライマリでの書き込み',
  'onReplicate, how a backup follows its primary': 'onReplicate：バックアップがプライマリに従う方法',
  'onReplicated, when a write counts': 'onReplicated：書き込みがいつ確かになるか',
  'onView, how a replica takes over': 'onView：レプリカが引き継ぐ方法',
  'strongestModel, which model allows a history': 'strongestModel：履歴を許すモデルはどれか',
  'isLinearizable, a checker of your own': 'isLinearizable：自分で書くチェッカー',

  'onNewerTerm, what a node does when it learns of a newer term': 'onNewerTerm：より新しい任期を知ったノードがすること',
  'onElectionTimeout, how a node stands for election': 'onElectionTimeout：ノードが立候補する方法',
  'onRequestVote, who gets this node’s vote': 'onRequestVote：このノードの票を得るのは誰か',
  'onRequestVoteReply, how a candidate wins': 'onRequestVoteReply：候補者が当選する方法',
  'onLeaderHeard, what a leader’s message means to this node':
    'onLeaderHeard：リーダーのメッセージがこのノードにとって意味すること',

  'onElected, what a new leader assumes about its followers':
    'onElected：新しいリーダーがフォロワーについて仮定すること',
  'onCommand, where a client’s command goes': 'onCommand：クライアントのコマンドの行き先',
  'sendEntries, what a leader sends to one follower': 'sendEntries：リーダーが一台のフォロワーに送るもの',
  'onAppendEntries, what a follower does with a leader’s message':
    'onAppendEntries：フォロワーがリーダーのメッセージですること',
  'onAppendEntriesReply, what a leader learns from an answer': 'onAppendEntriesReply：リーダーが返事から知ること',

  'onRequest, what a node does for a client': 'onRequest：ノードがクライアントのためにすること',
  'apply, the state machine': 'apply：状態機械',
  'onElected, what a new leader does for its clients': 'onElected：新しいリーダーがクライアントのためにすること',
  'onConfirmTimeout, how a leader asks whether it leads':
    'onConfirmTimeout：リーダーが、自分がリーダーかどうかを尋ねる方法',
  'onConfirmLeader, what a node answers to a leader that asks': 'onConfirmLeader：尋ねるリーダーへのノードの返事',
  'onConfirmLeaderReply, when a leader knows that it led':
    'onConfirmLeaderReply：リーダーが、自分がリーダーだったとわかるとき',
  'onDeposed, what becomes of those who wait': 'onDeposed：待っている人がどうなるか',

  'open, how what was saved is found again, how changes get into the store, and when they are durable':
    'open：保存したものを見つけ直す方法、変更がストアに入る方法、それが永続的になるとき',
};
