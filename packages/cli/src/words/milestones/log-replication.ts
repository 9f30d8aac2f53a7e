/** Stage 04. */
import type { MilestoneTexts } from './texts.ts';

export const logReplication: MilestoneTexts = {
  'leader-appends': {
    where:
      '§5.3, first paragraph; Figure 2: "Volatile state on leaders" and "Leaders", the rule about a command from a client.',
    compare:
      'Compare the log before and after the command, entry by entry, and what you saved with what is new. Then compare the index that you answered with the place where the entry stands.',
    ja: {
      title: 'クライアントのコマンドを自分のログに追加するのはリーダーだけです',
      rule: 'Figure 2、Rules for Leaders：クライアントからのコマンド（§5.3）',
      hints: [
        'エントリは何と何からできていて、それぞれどこから来ますか。そして、当選したばかりのノードがログから捨ててよいものはありますか。',
        '§5.3 の第一段落と、Figure 2 の「Volatile state on leaders」、「Leaders」のクライアントのコマンドについての規則を読んでください。',
        'コマンドの前後のログをエントリごとに比べ、保存した内容と新しい部分を比べてください。次に、答えたインデックスと、そのエントリが実際に立つ場所を比べてください。',
      ],
    },
  },
  'consistency-check': {
    where: '§5.3, the paragraph on the consistency check, and Figure 2: "AppendEntries RPC", receiver 1 and 2.',
    compare:
      'Take prevLogIndex and prevLogTerm of the story’s message. Compare them with what your log holds at that index, also for index 0, and for an index behind its end. Then compare your answer with what you would bet on.',
    ja: {
      title: 'フォロワーは、ログがリーダーと一致するところでだけ「はい」と答えます',
      rule: 'Figure 2、AppendEntries RPC の受信側 1 と 2：整合性検査（§5.3）',
      hints: [
        '新しいエントリの一つ前のエントリを、2 つの数が表しています。自分のログにはそのエントリがないか、別のものがあるかもしれません。それは後に続くエントリの数に左右されますか。',
        '§5.3 の整合性検査の段落と、Figure 2 の「AppendEntries RPC」受信側の 1 と 2 を読んでください。',
        '物語のメッセージの prevLogIndex と prevLogTerm を、そのインデックスにある自分のログと比べてください。インデックス 0 のときと、ログの終わりより先のときも確かめてください。そして自分の返事と比べてください。',
      ],
    },
  },
  'appends-what-is-new': {
    where: 'Figure 2: "AppendEntries RPC", receiver 3 and 4; Figure 7 for the logs that can be there.',
    compare:
      'Write three rows: your log before, the entries of the message from their index on, your log after. Compare column by column: where do the first two agree, where do they differ, and what has become of what stood behind?',
    ja: {
      title: 'フォロワーはログをリーダーのものに合わせ、衝突するものだけを消します',
      rule: 'Figure 2、AppendEntries RPC の受信側 3 と 4(§5.3)',
      hints: [
        '新しいエントリを自分のログの下に並べてください。古いメッセージが遅れて届き、自分が知っているより少ないことしか言わない場合があります。そのとき何をしてはいけませんか。「はい」は、クラッシュの後まで何を約束しますか。',
        'Figure 2 の「AppendEntries RPC」受信側の 3 と 4、ありうるログについては Figure 7 を読んでください。',
        '3 つの行を書いてください。前のログ、そのインデックスからのメッセージのエントリ、後のログです。列ごとに比べてください。初めの 2 つはどこで一致し、どこで違い、その後ろにあったものはどうなりましたか。',
      ],
    },
  },
  'follower-commits': {
    where: 'Figure 2: "AppendEntries RPC", receiver 5, and "Volatile state on all servers".',
    compare:
      'Compare three indexes of the story: leaderCommit, the last entry that this message speaks of, and the end of your log. Up to which of them do you know that the leader’s log is yours? Then compare commitIndex before and after.',
    ja: {
      title: 'フォロワーは、ログの一致がわかっているところまで、リーダーがコミットしたものをコミットします',
      rule: 'Figure 2、AppendEntries RPC の受信側 5：commitIndex（§5.3）',
      hints: [
        'Figure 2 はほとんどコードの形でその行を示しています。なぜ「ログの最後のエントリ」ではなく「last new entry」なのでしょう。誰も確かめていない末尾を持つフォロワーを考えてください。そして、この数が決して動いてはならない向きはどちらですか。',
        'Figure 2 の「AppendEntries RPC」受信側の 5 と「Volatile state on all servers」を読んでください。',
        '物語の 3 つのインデックスを比べてください。leaderCommit、このメッセージが語る最後のエントリ、ログの終わりです。リーダーのログと同じだとわかっているのはどこまでですか。commitIndex の前後も比べてください。',
      ],
    },
  },
  'any-conversation': {
    where: 'Figure 2: "AppendEntries RPC", all five receiver rules in their order; "Persistent state on all servers".',
    compare:
      'For the last message of the story, write five lines: rule 1 to 5, what it asks of this state, what your code did. The first line in which the two differ is the one. If none does, compare the log in memory with what was saved.',
    ja: {
      title: 'リーダーが何人替わっても、メッセージが遅れても、クラッシュしても、フォロワーは正しいままです',
      rule: 'Figure 2、AppendEntries RPC の受信側（§5.3）',
      hints: [
        '大事なのは物語の最後のメッセージです。その前のフォロワーのログを書き、その下にメッセージを書いてください。それから受信側の 5 つの規則を一つずつ番号順にたどってください。',
        'Figure 2 の「AppendEntries RPC」受信側の 5 つの規則を順に、そして「Persistent state on all servers」を読んでください。',
        '物語の最後のメッセージについて 5 行書いてください。規則 1 から 5 がこの状態に求めることと、自分のコードがしたことです。最初に食い違う行が原因です。なければ、メモリーの中のログと保存したログを比べてください。',
      ],
    },
  },
  'sends-what-is-missing': {
    where: 'Figure 2: "AppendEntries RPC", arguments; "Volatile state on leaders"; §5.3 where nextIndex comes in.',
    compare:
      'Put the message of the story beside the six arguments of Figure 2. Compare prevLogIndex with nextIndex for this very follower, prevLogTerm with the entry that stands there, and the first entry with the index after it.',
    ja: {
      title: 'リーダーは新しいエントリを送り、その前に何があるかを伝えます',
      rule: 'Figure 2、AppendEntries RPC の引数と nextIndex（§5.3）',
      hints: [
        'フォロワーを一人選んでください。次に送るべきインデックスはどれで、その一つ前はどれですか。「prev」の 2 つの数は、どちらも自分のログの一つのエントリについてのものです。その任期はどこに書いてありますか。',
        'Figure 2 の「AppendEntries RPC」の引数、「Volatile state on leaders」、§5.3 の nextIndex が出てくるところを読んでください。',
        '物語のメッセージを Figure 2 の 6 つの引数と並べてください。prevLogIndex をこのフォロワーの nextIndex と、prevLogTerm をそこにあるエントリと、最初のエントリをその次のインデックスと比べてください。',
      ],
    },
  },
  'repairs-logs': {
    where:
      '§5.3, the paragraphs on inconsistent logs, Figure 7, and Figure 2: "Leaders", after a success and after a failure.',
    compare:
      'Write nextIndex and matchIndex of this follower after each answer of the story, from Figure 2 and from your code. Compare the two columns. If they agree, compare which of the answers led to another message.',
    ja: {
      title: 'リーダーはフォロワーと一致するまで戻り、成功するまで試みます',
      rule: 'Figure 2、Rules for Leaders：成功と失敗の後の nextIndex（§5.3）',
      hints: [
        'エントリを 2 つ共有し、別のものを 3 つ持つフォロワーと、手でやってみてください。最初に合うメッセージはどれで、何がそれを送らせますか。次に、メッセージを一つ失ってもう一度やってみてください。',
        '§5.3 の一致しないログについての段落、Figure 7、Figure 2 の「Leaders」の成功と失敗の後の規則を読んでください。',
        '物語の返事ごとに、このフォロワーの nextIndex と matchIndex を、Figure 2 からと自分のコードからの両方で書き、2 つの列を比べてください。同じなら、どの返事が次のメッセージにつながったかを比べてください。',
      ],
    },
  },
  'commits-by-majority': {
    where: 'Figure 2: "Leaders", the last rule, with matchIndex; §5.3 on when an entry is committed.',
    compare:
      'For each index above commitIndex, list who holds it as far as you know, yourself among them. Compare the length of that list with the size of the cluster. Then compare the term of the answer with yours.',
    ja: {
      title: 'リーダーはクラスターの過半数が持つものをコミットし、ほかに伝えます',
      rule: 'Figure 2、Rules for Leaders：matchIndex と commitIndex（§5.3）',
      hints: [
        'リーダー自身も含めて、1、2、3、4、5 ノードのクラスターで手で数えてください。そして返事ごとに問いましょう。どのエントリについて、どの任期の返事で、このフォロワーはもう数えましたか。',
        'Figure 2 の「Leaders」の最後の規則と matchIndex、§5.3 のエントリがいつコミットされるかの部分を読んでください。',
        'commitIndex より上の各インデックスについて、持っているとわかっているノード（自分を含む）を並べ、その長さとクラスターの大きさを比べてください。次に、返事の任期と自分の任期を比べてください。',
      ],
    },
  },
  'only-its-own-term': {
    where: '§5.4.2 with Figure 8, and the last rule of Figure 2’s "Leaders": its three conditions.',
    compare:
      'Write the term of the entry at the index that you have committed beside your currentTerm. Then compare (c) and (e) of Figure 8: the same entry on the same majority, and what differs?',
    ja: {
      title: '古い任期のエントリは、持っている数を数えるだけではコミットされません',
      rule: '以前の任期のエントリのコミット（§5.4.2、Figure 8）',
      hints: [
        '自分のコードを手に、Figure 8 を (a) から (e) までたどってください。(d) でまだ当選できるのは誰ですか。そして、リーダーが今数えたエントリはどうなりますか。',
        '§5.4.2 と Figure 8、そして Figure 2 の「Leaders」の最後の規則の 3 つの条件を読んでください。',
        'コミットしたインデックスのエントリの任期を、自分の currentTerm と並べてください。次に Figure 8 の (c) と (e) を比べてください。同じエントリが同じ過半数にあります。違うのは何ですか。',
      ],
    },
  },
  storms: {
    where: 'Figure 3, the property that the failure names, and §5.4.3 for why it should hold.',
    compare:
      'Take the entry of the last line. For each node, compare what its log held at that index when it last said yes to it with what it holds now. Between the two lies the step that should not have been.',
    ja: {
      title: 'どんな嵐の中でもログは一つで、その後はすべてがどこでもコミットされます',
      rule: 'Figure 3: Log Matching、Leader Completeness、State Machine Safety(§5.3、§5.4)',
      hints: [
        '物語を終わりから読んでください。どのエントリの話で、誰が持っていて、誰がそう聞かされましたか。どこかでノードが、知っている以上のことを言ったか信じたかしています。',
        '失敗が名指しした Figure 3 の性質と、それが成り立つ理由について §5.4.3 を読んでください。',
        '最後の行のエントリを取り上げてください。各ノードについて、そのインデックスに最後に「はい」と言ったときのログと今のログを比べてください。その間に、あってはならない手順があります。',
      ],
    },
  },
  thrift: {
    where: '§5.3, the paragraph on how messages are kept few, and Figure 2: "Leaders": when is something sent?',
    compare:
      'Compare the entries in two messages in a row to one follower, and what it had answered in between. Then compare the number of messages with the number of commands, and of heartbeats with the time that has passed.',
    ja: {
      title: '一つのコマンドの複製に要するメッセージは少なく、暇なクラスターはハートビートだけを送ります',
      rule: 'ログの複製にかかる費用（§5.3）',
      hints: [
        'すべてうまくいくとき、一つのコマンドに何通かかるか数えてください。フォロワーが確認したエントリはどれで、次はどこから送りますか。',
        '§5.3 のメッセージを少なく保つ段落と、Figure 2 の「Leaders」の、いつ何かを送るかを読んでください。',
        '一人のフォロワーへの連続する二通のエントリと、その間の返事を比べてください。次に、メッセージの数をコマンドの数と、ハートビートの数を過ぎた時間と比べてください。',
      ],
    },
  },
  'fast-backtracking': {
    where:
      '§5.3, the paragraph that begins "If desired, the protocol can be optimized", and AppendEntriesReply in messages.ts.',
    compare:
      'Compare the number of refusals in the story with the number of terms in which the two logs differ. Which of the two should the first one depend on?',
    ja: {
      title: '任意：大きく遅れたフォロワーを、数回のやり取りで見つけます',
      rule: 'ログの複製、AppendEntries の拒否を減らします（§5.3）',
      hints: [
        '拒否は「いいえ」以上のことを言えます。messages.ts の AppendEntriesReply を見てください。フォロワーが自分のログについて知っていることで、リーダーの 1 万回の問いを省けるものは何ですか。',
        '§5.3 の「If desired, the protocol can be optimized」で始まる段落と、messages.ts の AppendEntriesReply を読んでください。',
        '物語の拒否の回数と、2 つのログが違っている任期の数を比べてください。前者はどちらに左右されるべきですか。',
      ],
    },
  },
};
