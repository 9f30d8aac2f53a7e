/** Stage 03. */
import type { MilestoneTexts } from './texts.ts';

export const election: MilestoneTexts = {
  'newer-term': {
    where: '§5.1, the paragraph on terms, and Figure 2: "State", then "Rules for Servers", "All Servers".',
    compare:
      'Take the state that the story shows before and after your handler, field by field, and lay what you gave to world.save beside it. Is each field that changed, and that a crash must not undo, in both?',
    ja: {
      title: '新しい任期を知ったノードはフォロワーになります',
      rule: 'Figure 2、Rules for Servers（All Servers）：より新しい任期（§5.1）',
      hints: [
        'Figure 2 にはサーバーが知っていることの一覧があります。順に見てください。終わったばかりの任期だけで正しかったものはどれですか。そのうち、何かを送る前にディスクが知っていなければならないものはどれですか。',
        '§5.1 の任期についての段落と、Figure 2 の「State」、次に「Rules for Servers」の「All Servers」を読んでください。',
        'ハンドラーの前と後の状態をフィールドごとに並べ、world.save に渡した内容も横に置いてください。変わったフィールドのうち、クラッシュで戻ってはならないものは、両方に入っていますか。',
      ],
    },
  },
  'stand-for-election': {
    where: '§5.2, second paragraph, and Figure 2: "Candidates (§5.2)" and the arguments of "RequestVote RPC".',
    compare:
      'Put the RequestVote of your story beside the four arguments in Figure 2. For each: whose value is it, and from before or after the step that begins the election? Then count the receivers, and look at the timer.',
    ja: {
      title: 'タイマーが切れたノードは新しい任期の候補者になります',
      rule: 'Figure 2、Rules for Candidates：候補者になるとき（§5.2）',
      hints: [
        'Figure 2 は「on conversion to candidate」に 4 つの手順を挙げています。ディスクが知るべきものはどれですか。ほかのサーバー全員に伝えるべきものはどれですか。',
        '§5.2 の第二段落と、Figure 2 の「Candidates (§5.2)」、「RequestVote RPC」の引数を読んでください。',
        '物語の RequestVote を Figure 2 の 4 つの引数と並べてください。それぞれ誰の値で、選挙を始める手順の前の値ですか、後の値ですか。次に宛先を数え、タイマーを確かめてください。',
      ],
    },
  },
  'one-vote-a-term': {
    where:
      '§5.2, the sentence with "first-come-first-served", and Figure 2: "RequestVote RPC", receiver implementation 2.',
    compare:
      'Write down votedFor and currentTerm before each request of the story, and what Figure 2 asks of the two. Then compare three moments: what your state says, what you saved, and what you answered.',
    ja: {
      title: '一つの任期に投じる票は一つ、最初に頼んだ候補者に与えます',
      rule: 'Figure 2、RequestVote RPC の受信側：一つの任期に一票（§5.2）',
      hints: [
        '一つの任期の中で二度頼まれることがあります。候補者が 2 人いる場合と、同じ候補者のメッセージが二度届く場合です。この 2 つを Figure 2 のどの状態が区別し、それはいつまで有効ですか。',
        '§5.2 の「first-come-first-served」の文と、Figure 2 の「RequestVote RPC」受信側の 2 を読んでください。',
        '物語の各要求の前の votedFor と currentTerm を書き出し、Figure 2 がその 2 つに求めることと比べてください。次に、状態・保存した内容・返事の 3 つを比べてください。',
      ],
    },
  },
  'up-to-date-log': {
    where: '§5.4.1, its last paragraph, and Figure 2: "RequestVote RPC", the two arguments about the log.',
    compare:
      'Make a table: the candidate’s last term against yours (smaller, equal, larger) and its last index against yours. Fill in the nine fields from §5.4.1, then from your code, and look for the field that differs.',
    ja: {
      title: '自分のログより遅れている候補者には投票しません',
      rule: '選挙の制限（§5.4.1）',
      hints: [
        '§5.4.1 の最後の段落は「more up-to-date」を 2 つの文で定義しています。先に見る数はどちらですか。もう一方はどんなときに見ますか。',
        '§5.4.1 の最後の段落と、Figure 2 の「RequestVote RPC」のログに関する 2 つの引数を読んでください。',
        '表を作ってください。候補者の最後の任期と自分の最後の任期（小さい・等しい・大きい）、最後のインデックスどうしの比較です。9 つの欄を §5.4.1 から埋め、次に自分のコードから埋めて、違う欄を探してください。',
      ],
    },
  },
  majority: {
    where:
      '§5.2, third paragraph ("A candidate wins an election if …"), and Figure 2: "Candidates" and "Volatile state on leaders".',
    compare:
      'For the answer at which the story ends, compare your count with the list of distinct voters that said yes in this very term, yourself among them; and that number with the size of the whole cluster, yourself among it.',
    ja: {
      title: 'クラスターの過半数の票で、一度だけリーダーになります',
      rule: 'Figure 2、Rules for Candidates：サーバーの過半数の票（§5.2）',
      hints: [
        '1、2、3、4、5 ノードのクラスターで手で数えてください。そして届いた返事ごとに問いましょう。どの任期の返事ですか。この投票者はもう数えましたか。',
        '§5.2 の第三段落（「A candidate wins an election if …」）と、Figure 2 の「Candidates」、「Volatile state on leaders」を読んでください。',
        '物語の最後の返事について、自分の数えた票と、この任期に賛成した別々の投票者の一覧（自分を含む）を比べてください。その数を、自分を含むクラスター全体の大きさとも比べてください。',
      ],
    },
  },
  'yields-to-the-leader': {
    where: '§5.2, the paragraph that begins "While waiting for votes", and Figure 2: "Candidates", the third rule.',
    compare:
      'Compare two numbers of the story: the term of the leader that was heard, and your currentTerm. For smaller, equal and larger, write down which role you should have after it, and which vote.',
    ja: {
      title: '全員が現在の任期のリーダーに従います',
      rule: 'Figure 2、Rules for Candidates：新しいリーダーの AppendEntries（§5.2）',
      hints: [
        '候補者が、自分と同じ任期のリーダーの声を聞きました。両方が当選することはありますか。リーダーの任期のほうが古ければ、譲るのはどちらですか。',
        '§5.2 の「While waiting for votes」で始まる段落と、Figure 2 の「Candidates」の三番目の規則を読んでください。',
        '物語の 2 つの数、聞こえたリーダーの任期と自分の currentTerm を比べてください。小さい・等しい・大きいのそれぞれで、その後の役割と票がどうあるべきか書き出してください。',
      ],
    },
  },
  'election-timer': {
    where: '§5.2 on randomized timeouts, §9.3, and Figure 2: "Followers (§5.2)", the second rule.',
    compare:
      'List every line of your file that sets or clears the timer, with the event that leads there. Compare that list with the rule of Figure 2, in both directions: an event too many, and an event too few. Then compare min and max.',
    ja: {
      title: 'リーダー、投票、選挙だけがタイマーを動かし直します',
      rule: 'Figure 2、Rules for Followers：選挙タイムアウト（§5.2）',
      hints: [
        'Rules for Followers は、ノードの立候補を止める 2 つの出来事を挙げています。ほかの出来事ではタイマーを走らせ続けなければなりません。そして、タイマーに邪魔されてはならないのは誰ですか。',
        '§5.2 のランダムなタイムアウトの部分、§9.3、Figure 2 の「Followers (§5.2)」の二番目の規則を読んでください。',
        '自分のファイルでタイマーを設定・解除する行を、そこに至る出来事とともに並べてください。それを Figure 2 の規則と両方向に比べてください。多すぎる出来事、足りない出来事はありませんか。min と max も比べてください。',
      ],
    },
  },
  'survives-crashes': {
    where: 'Figure 2: "Persistent state on all servers", with the words in brackets beside it; §5.1.',
    compare:
      'Go through the story up to the crash. For each change of currentTerm and votedFor, find the world.save in the same handler that holds it. Compare what was saved last with what the node had said to others by then.',
    ja: {
      title: 'クラッシュしても任期と票は変わりません',
      rule: 'Figure 2、Persistent state on all servers(§5.1、§5.2)',
      hints: [
        'クラッシュの後、ノードに残るのは保存したものだけです。自分のノードが送るメッセージを一つずつ見てください。それで何を約束し、その約束をまだ覚えていられますか。',
        'Figure 2 の「Persistent state on all servers」と、その横の括弧の中の言葉、そして §5.1 を読んでください。',
        'クラッシュまでの物語をたどってください。currentTerm と votedFor が変わるたびに、同じハンドラーの中でそれを含む world.save を探してください。最後に保存した内容と、それまでにほかのノードに伝えた内容を比べてください。',
      ],
    },
  },
  'elects-and-stays': {
    where: '§5.2, last two paragraphs, and §5.6, the inequality of the three times.',
    compare:
      'Compare the moments at which the nodes of the story stood: how far apart are they, and how long does one message take? If nobody stood, compare for each node when its timer was last set with when it should have fired.',
    ja: {
      title: '健全なクラスターはすぐにリーダーを選び、そのまま保ちます',
      rule: 'リーダーが選ばれ、留まります（§5.2、§5.6）',
      hints: [
        '物語を終わりから読んでください。最後に立候補したのは誰で、なぜですか。誰も立候補していなければ、切れるべきだったのは誰のタイマーで、いつ設定されましたか。',
        '§5.2 の最後の 2 段落と、§5.6 の 3 つの時間の不等式を読んでください。',
        '物語の各ノードが立候補した時刻を比べてください。どれだけ離れていて、メッセージ一つにどれだけかかりますか。誰も立候補していなければ、ノードごとに、最後にタイマーを設定した時刻と切れるはずの時刻を比べてください。',
      ],
    },
  },
  storms: {
    where: 'Figure 3, "Election Safety", and the argument for it in §5.2: at most one vote, and a majority.',
    compare:
      'The story has two leaders of one term. Write down the voters of each. One name is in both lists: compare all that this node saved with all that it answered, in their order, across its crashes.',
    ja: {
      title: 'どんな嵐の中でも、一つの任期に 2 人のリーダーはいません',
      rule: 'Election Safety(§5.2)',
      hints: [
        '物語の中の一人の投票者を追ってください。何を約束し、何を保存し、2 つ目の要求が来たときに何をまだ覚えていましたか。',
        'Figure 3 の「Election Safety」と、§5.2 にあるその根拠（票は一つまで、そして過半数）を読んでください。',
        '物語には一つの任期に 2 人のリーダーがいます。それぞれの投票者を書き出してください。両方に現れる名前があります。そのノードが保存したものと返事したものを、クラッシュをまたいで順に比べてください。',
      ],
    },
  },
  'pre-vote': {
    where:
      'Ongaro’s dissertation, §9.6, "Preventing disruptions when a server rejoins the cluster"; §4.2.3 for why it is needed.',
    compare:
      'Compare currentTerm, votedFor, the role and the timer before and after each PreVote and each answer, on both sides. Which of them may differ? Then compare with what a RequestVote does.',
    ja: {
      title: '任意：立候補の前に、当選できるかを尋ねます',
      rule: 'PreVote（博士論文 §9.6）',
      hints: [
        'PreVote は未来についての問いです。その返事は、尋ねた側と答えた側で Figure 2 のどの状態を変えますか。そして、選挙が要らないことを知っているのは誰ですか。',
        'Ongaro の博士論文 §9.6「Preventing disruptions when a server rejoins the cluster」と、なぜ必要かについては §4.2.3 を読んでください。',
        'PreVote とその返事のたびに、両側の currentTerm、votedFor、役割、タイマーを前後で比べてください。違ってよいものはどれですか。RequestVote がすることとも比べてください。',
      ],
    },
  },
};
