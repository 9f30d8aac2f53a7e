/** Stage 05. */
import type { MilestoneTexts } from './texts.ts';

export const kvStore: MilestoneTexts = {
  indexes: {
    where:
      'kv-state.ts in packages/raft/src: Pair and Machine; Consul’s documentation of the KV store, CreateIndex and ModifyIndex.',
    compare:
      'Compare the pair before and after the entry, number by number, with the index that apply was given. Which of them changes with a second write of the same key, and which after a delete?',
    ja: {
      title: '書いたものが見つかり、それを作ったエントリと、最後に変えたエントリがわかります',
      rule: 'Consul KV: CreateIndex、ModifyIndex、Flags',
      hints: [
        'ペアの 4 つの数のうち、2 つはエントリから、一つはクライアントから、一つは（あれば）前にそこにあったペアから来ます。',
        'packages/raft/src の kv-state.ts の Pair と Machine、Consul の KV ストアの文書の CreateIndex と ModifyIndex を読んでください。',
        'エントリの前後のペアを、数ごとに、apply に渡されたインデックスと比べてください。同じキーへの二度目の書き込みで変わるのはどれで、削除の後ではどれですか。',
      ],
    },
  },
  'lists-and-deletes': {
    where: 'kv-state.ts: graves and graveless, with their comments; the blocking queries of Consul.',
    compare:
      'Compare the index of the same list before and after the delete. Which of the machine’s lists did you look at for it? Then a list whose prefix nothing was ever under: with which number should that one be compared?',
    ja: {
      title: '一覧は順に並び、何を削除してもそのインデックスは下がりません',
      rule: 'Consul KV：一覧と削除',
      hints: [
        '接頭辞の下の変化を待つ者は、見た中で最大のインデックスを覚えています。そのキーのうち最も新しいものが削除されたとき、それを伝えるものは何が残りますか。',
        'kv-state.ts の graves と graveless のコメント、Consul の blocking query を読んでください。',
        '削除の前後で、同じ一覧のインデックスを比べてください。そのために見たのは状態機械のどの一覧ですか。次に、何も置かれたことのない接頭辞の一覧は、どの数と比べるべきですか。',
      ],
    },
  },
  'compare-and-set': {
    where: 'Consul’s documentation of `?cas=`; the comments at Put and Delete in packages/raft/src/client.ts.',
    compare:
      'Compare the number that the client gave with the one that you looked at, for a key that is there, one that is not, and one that was deleted. After a refusal, compare the whole machine with what it was.',
    ja: {
      title: 'cas は、最後の変更がそのインデックスだったときだけキーを変えます',
      rule: 'Consul KV: check-and-set',
      hints: [
        'cas が語るのは 2 つのインデックスのどちらで、0 は何を意味し、拒否された書き込みが残してよいものは何ですか。',
        'Consul の `?cas=` の文書と、packages/raft/src/client.ts の Put と Delete のコメントを読んでください。',
        'クライアントが渡した数と、自分が見た数を、あるキー、ないキー、削除されたキーで比べてください。拒否の後では、状態機械全体を前と比べてください。',
      ],
    },
  },
  'answered-when-applied': {
    where:
      '§5.3, first paragraph, last sentences; Figure 2: "Leaders", what happens before it responds to a client; §8.',
    compare:
      'Compare the moment of your answer with the moment at which apply was called for this entry, and the outcome that you told with the one that apply found. On the other nodes, compare the number of answers with none.',
    ja: {
      title: '書き込みは適用されてから、その結果とともに、リーダーだけが答えます',
      rule: 'リーダーは実行の結果をクライアントに返します（§5.3）',
      hints: [
        '提案したときにわかるのは、エントリのインデックスだけです。それがどうなったかを誰がいつ知り、その瞬間はどうやってクライアントを見つけますか。',
        '§5.3 の第一段落の最後の文、Figure 2 の「Leaders」のクライアントに答える前に起こること、§8 を読んでください。',
        '答えた時点と、このエントリで apply が呼ばれた時点を比べ、伝えた結果と apply が得た結果を比べてください。ほかのノードでは、答えの数を 0 と比べてください。',
      ],
    },
  },
  'once-and-for-all': {
    where:
      '§8, the paragraph that begins "However, as described so far Raft can execute a command multiple times"; dissertation §6.3.',
    compare:
      'Compare session and number of the two writes of the story. Then compare what the second node knew of that session when it applied the entry with what the first one knew. Where does that knowledge live?',
    ja: {
      title: '同じ id で再び来た書き込みは一度だけ行われ、最初と同じ答えを返します',
      rule: 'ちょうど一度：状態機械が各クライアントの最後の番号と返事を覚えます（§8）',
      hints: [
        '書き込みが済んだことを知っていなければならないのは、それをしたリーダーですか、再び来たときにリーダーかもしれない誰かですか。最初の答えをもう一度返すには、何を知っている必要がありますか。',
        '§8 の「However, as described so far Raft can execute a command multiple times」で始まる段落と、博士論文 §6.3 を読んでください。',
        '物語の 2 つの書き込みのセッションと番号を比べてください。次に、エントリを適用したときに 2 つ目のノードがそのセッションについて知っていたことと、一つ目が知っていたことを比べてください。その知識はどこにありますか。',
      ],
    },
  },
  'one-machine': {
    where: '§2, "Replicated state machines", and the comments at apply and Machine.',
    compare:
      'Compare state.kv.machine of the two nodes field by field after the last entry that both applied. For the first field that differs, list all that its value was computed from.',
    ja: {
      title: '同じエントリを適用したノードは、時計や乱数にかかわらず等しい状態機械を持ちます',
      rule: '状態機械は決定的です（§2）',
      hints: [
        'state.kv.machine の中身は、すべてログだけから決まらなければなりません。apply はほかに何を見ましたか。時計、乱数、変数、誰がリーダーか、ノードがいつ起動したか。',
        '§2「Replicated state machines」と、apply と Machine のコメントを読んでください。',
        '両方が適用した最後のエントリの後で、2 つのノードの state.kv.machine をフィールドごとに比べてください。最初に違うフィールドについて、その値の計算に使ったものをすべて挙げてください。',
      ],
    },
  },
  'leadership-lost': {
    where: '§5.3 on what an index and a term say together (Log Matching); §8; the comment at onDeposed.',
    compare:
      'Compare the entry that was proposed with the one that was applied at its index: same index, and what else? Then list who waited when leadership was lost, and compare that with who was told.',
    ja: {
      title: '退いたリーダーを待つ者にはそれを伝え、別の書き込みを自分のものとして伝えることはありません',
      rule: 'リーダーは自分の任期のエントリについて答えます（§5.3、§8）',
      hints: [
        'クライアントが一つのエントリを待っています。インデックスのほかに、何がそのエントリだと決めますか。フォロワーになったこのノードは、何をまだ知り、何をもう知りませんか。',
        '§5.3 のインデックスと任期が合わせて言うこと（Log Matching）、§8、onDeposed のコメントを読んでください。',
        '提案したエントリと、そのインデックスで適用されたエントリを比べてください。同じインデックス、ほかには何が同じですか。次に、退いたときに待っていた者と、伝えられた者を比べてください。',
      ],
    },
  },
  'stale-reads': {
    where: 'Consul’s documentation of consistency modes, "stale"; lastContact in state.ts.',
    compare:
      'Compare lastContact in the answer with world.now and with the moment when this node last heard its leader. What does a leader say of itself, and a node that has heard nobody yet?',
    ja: {
      title: 'stale な読み取りにはどのノードもすぐに答え、最後にいつリーダーの声を聞いたかを伝えます',
      rule: '一貫性モード：stale（Consul）',
      hints: [
        'stale で読む者は、答えで足りるかどうかを 2 つのことで決めます。このノードはリーダーについて何を知っていて、自分の時計でいつからですか。',
        'Consul の一貫性モードの文書の「stale」と、state.ts の lastContact を読んでください。',
        '答えの lastContact を、world.now と、このノードが最後にリーダーの声を聞いた時刻と比べてください。リーダーは自分について何と言い、まだ誰の声も聞いていないノードは何と言いますか。',
      ],
    },
  },
  'confirmed-reads': {
    where: '§8, the last paragraph, second precaution; dissertation §6.4, the steps of ReadIndex.',
    compare:
      'Compare when the read came with when the question was sent that its confirming answers belong to. Then count the nodes that confirmed, this one among them, and compare with the whole cluster. Last, compare lastApplied with the index that was noted.',
    ja: {
      title: 'consistent な読み取りは、過半数がリーダーを確認してから答え、決して古くありません',
      rule: '読み取り専用の操作：リーダーは答える前に、退けられていないかを確かめます（§8）',
      hints: [
        'その後で誰かが当選し、書き込んだかもしれません。読み取りが来たときにそれが起きていなかったことを、どの問いへの、いくつのノードからの、どの返事が証明しますか。',
        '§8 の最後の段落の 2 つ目の注意と、博士論文 §6.4 の ReadIndex の手順を読んでください。',
        '読み取りが来た時点と、確認の返事が属する問いを送った時点を比べてください。次に確認したノード（自分を含む）を数え、クラスター全体と比べてください。最後に、lastApplied と書き留めたインデックスを比べてください。',
      ],
    },
  },
  'new-leader-reads': {
    where: '§8, the last paragraph, first precaution, and §5.4.2 for why it is needed.',
    compare:
      'Compare the term of the entry at commitIndex with currentTerm at the moment when the read was answered. If they differ: what had the leader before told its clients that this one does not know of?',
    ja: {
      title: '新しいリーダーは、何がコミット済みかを知って適用するまで、読み取りに答えません',
      rule: '読み取り専用の操作：リーダーはどのエントリがコミット済みかを知らなければなりません（§8）',
      hints: [
        'リーダーになった日、その commitIndex は、前任者がクライアントに伝えたものより大きく遅れているかもしれません。誰も二度と書かなくても、それを進めるものは何ですか。',
        '§8 の最後の段落の一つ目の注意と、なぜ必要かについて §5.4.2 を読んでください。',
        '読み取りに答えた時点で、commitIndex にあるエントリの任期と currentTerm を比べてください。違うなら、前のリーダーがクライアントに伝えて、このリーダーが知らないことは何ですか。',
      ],
    },
  },
  'default-reads': {
    where: 'Dissertation §6.4.1, with its figure; electionTimeout in timing.ts.',
    compare:
      'On one line of time: when the round began, when the majority had answered, when the lease ends, and the earliest moment at which somebody else may be elected. Compare the last two.',
    ja: {
      title: 'default の読み取りはリースで答え、リースは最短の選挙タイムアウトより前に終わります',
      rule: '一貫性モード：default、リース（§8、博士論文 §6.4.1）',
      hints: [
        'ほかのノードは、誰かを選ぶまで少なくともその間は待ちます。ここから見て、遅くともいつからですか。その時間が過ぎたとき、またはリーダーでなくなったとき、リースには何が残りますか。',
        '博士論文 §6.4.1 とその図、timing.ts の electionTimeout を読んでください。',
        '一本の時間の線に、ラウンドの開始、過半数が答えた時点、リースの終わり、ほかの誰かが当選しうる最も早い時点を書いてください。最後の 2 つを比べてください。',
      ],
    },
  },
  'stale-read-story': {
    where: 'The book, chapter 6, the three read modes; dissertation §6.4.1 on clocks.',
    compare:
      'Compare the two leaders of the story at the moment of the read: their terms, and what each has committed. Then compare what each of the three modes asks before it answers.',
    ja: {
      title: 'リーダーが 2 つある間、consistent な読み取りは古くならず、default はリースの間だけです',
      rule: '一貫性モード：default と consistent（Consul）',
      hints: [
        'リースは時計への賭けです。誰がいつからいつまで計り、3 つのモードのうち賭けないのはどれですか。',
        '本の第 6 章の 3 つの読み取りモードと、博士論文 §6.4.1 の時計の部分を読んでください。',
        '読み取りの時点で、物語の 2 人のリーダーの任期とコミットしたものを比べてください。次に、3 つのモードが答える前にそれぞれ何を尋ねるかを比べてください。',
      ],
    },
  },
  histories: {
    where: '§8, first paragraphs: what linearizable semantics ask; the book, chapter 2, for how to read a history.',
    compare:
      'Put the few requests of the story on a line of time, each from its call to its answer. Compare the value that was read with the writes that were complete by then, and with those that might have been. Which write came twice, too late, or never?',
    ja: {
      title: 'どんな嵐の中でも、再試行し移動するクライアントには、すべてを一度だけ行う一つのストアが見えます',
      rule: '線形化可能な意味論（§8）',
      hints: [
        '物語には、すべてが本当ではありえない少数の要求が並んでいます。未来か過去を見たのはどれですか。そのシードを再生し、答えたノードの上でそのキーを追ってください。',
        '§8 の初めの段落（線形化可能な意味論が求めること）と、履歴の読み方について本の第 2 章を読んでください。',
        '物語の要求を、呼び出しから答えまで、時間の線に並べてください。読まれた値を、それまでに完了した書き込みと、したかもしれない書き込みと比べてください。二度、遅すぎて、または一度も起きなかった書き込みはどれですか。',
      ],
    },
  },
  'five-nodes': {
    where: '§2, the properties of consensus, and §8; the five-node scenarios in the book’s hands-on chapter.',
    compare:
      'Compare the commit index at the beginning and at the end of the time with three nodes down; then the answers in that time with what a minority can know. After the healing, compare who still waits with nobody.',
    ja: {
      title: '5 つのノードは、2 つ止まっても応え、3 つ止まれば止まり、その後また進みます',
      rule: 'サーバーの過半数がある限り機能します（§2、§8）',
      hints: [
        '3 つ止まっている間は何もコミットできません。待っている者はそのとき、そして後で何を得て、まだ答えられるものは何ですか。',
        '§2 の合意の性質、§8、ハンズオンの章の 5 ノードのシナリオを読んでください。',
        '3 つ止まっている時間の初めと終わりのコミットインデックスを比べてください。その間の答えを、少数派が知りうることと比べてください。回復の後、まだ待っている者がいないか確かめてください。',
      ],
    },
  },
};
