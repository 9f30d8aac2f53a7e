/** Stage 02. */
import type { MilestoneTexts } from './texts.ts';

export const consistency: MilestoneTexts = {
  'newest-version': {
    where: 'The comment at newest, and the type Version in packages/consistency/src.',
    compare:
      'Call your function with two versions, and again with the two swapped. Compare the answers: for different times, for equal times, and for names such as "2" and "10".',
    ja: {
      title: '2 つの版のうち、全員が同じほうを選びます',
      rule: '後勝ちの順序は全順序です：まず時刻、次に書き手',
      hints: [
        '2 つのレプリカが同じミリ秒に書きました。相手の版が届いたとき、それぞれ自分の版をもう持っています。最後には両方が同じ版になりますか。',
        'newest のコメントと、packages/consistency/src の Version 型を読んでください。',
        '2 つの版で関数を呼び、入れ替えてもう一度呼んでください。時刻が違うとき、等しいとき、名前が "2" と "10" のときの答えを比べてください。',
      ],
    },
  },
  'gossip-converges': {
    where: 'The book, chapter 2, eventual consistency; the comments at the four eventual handlers.',
    compare:
      'For the key of the story, write the version that each replica holds after each gossip. Compare the one that came in with the one that was there, and with the one that is there afterwards.',
    ja: {
      title: 'ネットワークが失っても、繰り返しても、追い越しても、コピーは収束します',
      rule: '結果整合性：書き込みが終われば、すべてのコピーが等しくなります',
      hints: [
        '物語の中の一つの版を、それを作ったレプリカから追ってください。誰が持ち、誰に伝えますか。後から古い版が届いたレプリカは、それをどうしますか。',
        '本の第 2 章の結果整合性と、eventual の 4 つのハンドラーのコメントを読んでください。',
        '物語のキーについて、Gossip のたびに各レプリカが持つ版を書いてください。届いた版、前にあった版、後にある版を比べてください。',
      ],
    },
  },
  'vector-clocks': {
    where: 'The book, chapter 2, on vector clocks; the comments at compareClocks and mergeClocks.',
    compare:
      'Compare entry by entry over the names of both clocks. Keep two answers apart: is there an entry where a is larger, and is there one where b is? The four outcomes are the four pairs.',
    ja: {
      title: 'ベクトルクロックを比べ、合わせます',
      rule: 'a の各要素が b 以下なら a ≤ b、名前のないものは 0、合わせるときは各要素の大きいほうを取ります',
      hints: [
        'まず、両方の時計の名前を一つの一覧に書き出してください。それぞれの時計は、自分が持たない名前について何と言いますか。',
        '本の第 2 章のベクトルクロックの部分と、compareClocks と mergeClocks のコメントを読んでください。',
        '両方の時計の名前について、要素ごとに比べてください。a が大きい要素があるか、b が大きい要素があるか、2 つの答えを分けておきましょう。4 つの結果は、その 2 つの答えの 4 通りの組み合わせです。',
      ],
    },
  },
  'causal-delivery': {
    where: 'The book, chapter 2, causal consistency; the comment at onUpdate.',
    compare:
      'Put the update’s clock beside what the replica had applied. Compare two things apart: the entry of the writer, and all other entries. What has to be true of the first, and what of the rest?',
    ja: {
      title: '原因より先に結果を見せるレプリカはありません',
      rule: '更新は、書き手が知っていたことがすべて適用されるまで待ち、一度だけ適用されます',
      hints: [
        '物語の各レプリカについて、ほかの各レプリカの書き込みをいくつ適用したか書いてください。更新の時計のうち、比べなかった要素はどれですか。',
        '本の第 2 章の因果一貫性と、onUpdate のコメントを読んでください。',
        '更新の時計を、レプリカが適用したものと並べてください。書き手の要素と、ほかのすべての要素を分けて比べてください。前者には何が、残りには何が成り立つべきですか。',
      ],
    },
  },
  'session-guarantees': {
    where: 'The book, chapter 2, the four session guarantees; the comments at onCausalGet and onCausalPut.',
    compare:
      'Compare the `after` that the client was given with all that it had seen by then, what it read and what it wrote. Then compare the `after` that it brings with what the second replica had applied when it answered.',
    ja: {
      title: 'クライアントが移っても、4 つの保証はすべて守られます',
      rule: 'read your writes、monotonic reads、monotonic writes、writes follow reads',
      hints: [
        'クライアントは最初のレプリカを離れるとき何を知っていて、それは持っていく `after` にすべて入っていますか。2 つ目のレプリカの知識のほうが少ないとき、どうしますか。',
        '本の第 2 章の 4 つのセッション保証と、onCausalGet と onCausalPut のコメントを読んでください。',
        'クライアントに渡された `after` と、それまでに見たもの（読んだもの、書いたもの）をすべて比べてください。次に、持ってきた `after` と、2 つ目のレプリカが答えたときに適用していたものを比べてください。',
      ],
    },
  },
  'one-order': {
    where: 'The book, chapter 2, sequential consistency; the comments at onForward and onOrdered.',
    compare:
      'Write for each replica the numbers of the writes in the order in which it applied them. Compare these lists with 1, 2, 3, …: a gap, a repetition, an exchange?',
    ja: {
      title: 'すべてのレプリカが、すべての書き込みを一つの順序で適用します',
      rule: '逐次一貫性：全員に一つの順序、各クライアント自身の順序も保ちます',
      hints: [
        '番号の付いた 2 つの書き込みが、一つのレプリカへの途中で追い越し合います。最後に何を持ち、その間は何を持ちますか。',
        '本の第 2 章の逐次一貫性と、onForward と onOrdered のコメントを読んでください。',
        'レプリカごとに、適用した書き込みの番号を順に書いてください。それを 1, 2, 3, … と比べてください。抜け、繰り返し、入れ替わりはありますか。',
      ],
    },
  },
  'local-reads': {
    where: 'The book, chapter 2: the run that is sequential and not linearizable; the comment at onSequentialGet.',
    compare:
      'Compare the number of messages between the question and its answer with none. Then compare the value with what this replica has applied, not with what others have.',
    ja: {
      title: '読み取りはすぐに答えられ、古いことがあります',
      rule: '逐次的で、線形化可能ではありません：順序は一つ、実時間は守られません',
      hints: [
        '切り離されたレプリカでも読めます。ほかのレプリカは何のために要るのでしょう。',
        '本の第 2 章の、逐次的だが線形化可能でない実行と、onSequentialGet のコメントを読んでください。',
        '問いと答えの間のメッセージの数を 0 と比べてください。次に、値を、ほかのレプリカではなくこのレプリカが適用したものと比べてください。',
      ],
    },
  },
  'through-the-primary': {
    where:
      'The book, chapter 2, primary and backup; the comments from onPrimaryGet to onView, on who may see what, and when.',
    compare:
      'For each answer to a client, compare what it tells with what the backup had applied at that moment. And for each message between the two, compare its view with the view of whoever gets it.',
    ja: {
      title: 'すべてプライマリを通します：線形化可能で、プライマリが止まっても同じです',
      rule: '線形化可能性：確認された、または誰かが読んだ書き込みは、プライマリが止まっても残ります',
      hints: [
        'プライマリが何かをするたびに、その直後に止めてみてください。そのときまでにクライアントが見て、バックアップが知らないものは何ですか。',
        '本の第 2 章のプライマリとバックアップ、onPrimaryGet から onView までのコメント（誰がいつ何を見てよいか）を読んでください。',
        'クライアントへの答えごとに、その内容と、その時点でバックアップが適用していたものを比べてください。二者の間のメッセージごとに、その view と受け取る側の view を比べてください。',
      ],
    },
  },
  'strongest-model': {
    where: 'The book, chapter 2, the table of two questions: is real time kept, is there one order?',
    compare:
      'Compare your answer for the history of the story with the next stronger and the next weaker model. For the stronger one, write down an order, and find the read that does not fit; for yours, the order in which all do.',
    ja: {
      title: '履歴を許す最も強いモデルを挙げます',
      rule: '各モデルは順序を守ります：実時間、各プロセス自身の順序、または原因と結果の順序',
      hints: [
        'プロセスごとに一本の線で履歴を描いてください。全員に共通の一つの順序はありますか。あるなら、もう完了していた操作より前に来なければならない操作はありますか。ないなら、プロセスごとの順序はありますか。',
        '本の第 2 章の、2 つの問い（実時間は守られるか、一つの順序はあるか）の表を見てください。',
        '物語の履歴への自分の答えを、一つ強いモデルと一つ弱いモデルと比べてください。強いほうでは順序を書いて合わない読み取りを見つけ、自分の答えではすべてが合う順序を見つけてください。',
      ],
    },
  },
  'is-linearizable': {
    where:
      'The book, chapter 2, linearizability, with the pictures of calls and completions; the comment at isLinearizable.',
    compare:
      'Take the history by hand: which operations could be the first? Compare that list with the one that your code tries. Then compare the state after a way that led nowhere with the state before it. And what of an operation whose outcome nobody knows?',
    ja: {
      title: '履歴が線形化可能かどうかを、自分の検査器が答えます',
      rule: '線形化可能性：各操作は、呼び出しと完了の間の一つの瞬間に効果を持ちます',
      hints: [
        '最初になりうる操作はどれですか。ほかのどれかが完了するより前に呼ばれたものだけです。一つ取り、残りに同じ問いをして、行き止まりなら完全に元に戻してください。',
        '本の第 2 章の線形化可能性（呼び出しと完了の図）と、isLinearizable のコメントを読んでください。',
        '手で履歴をたどり、最初になりうる操作の一覧を、コードが試す一覧と比べてください。次に、行き止まりの後の状態とその前の状態を比べてください。結果を誰も知らない操作はどうなりますか。',
      ],
    },
  },
};
