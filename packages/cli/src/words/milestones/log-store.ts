/** Stage 06. */
import type { MilestoneTexts } from './texts.ts';

export const logStore: MilestoneTexts = {
  'save-and-restore': {
    where: 'The task’s table of what `open` and `save` do, and every comment in packages/log-store/src/log-store.ts.',
    compare:
      'Print what is in the store after your saves, key by key. Compare it with what the next open reads, and the order of the keys with the order of the saves.',
    ja: {
      title: '保存したものは、ログを再び開いたときにあります',
      rule: 'Persistent state on all servers（Figure 2）：サーバーが答える前に保存し、再起動で見つけます',
      hints: [
        'ストアはキーの下にテキストを置きます。保存はどんな形でテキストになり、どのキーの下に置かれ、キーはどんな順で戻ってきますか。',
        '課題の `open` と `save` の表と、packages/log-store/src/log-store.ts のすべてのコメントを読んでください。',
        '保存の後にストアにあるものをキーごとに表示してください。次の open が読むものと、キーの順を保存の順と比べてください。',
      ],
    },
  },
  tails: {
    where: 'The task, "The changes"; isTail and applyChanges in packages/protocol/src.',
    compare:
      'Write the list before, the tail with its `from`, and the list after. Compare with what applyChanges makes of the same; then the same once more after a restart.',
    ja: {
      title: '末尾だけの変更は、リストに追加し、終わりを置き換え、切り落とします',
      rule: '衝突するエントリは後に続くものとともに消え、新しいエントリが追加されます（Figure 2、AppendEntries、§5.3）',
      hints: [
        '位置 2 からの末尾の後、古いリストのどの要素が残り、新しいもののどれがありますか。間に再起動があるとどうですか。',
        '課題の「変更」と、packages/protocol/src の isTail と applyChanges を読んでください。',
        '前のリスト、`from` のある末尾、後のリストを書いてください。同じものを applyChanges がどうするかと比べ、再起動の後でもう一度比べてください。',
      ],
    },
  },
  durable: {
    where: 'The comments at `batch` in packages/log-store/src/ordered-store.ts; rule 1 of the task.',
    compare:
      'In the story, compare the line at which your save settled with the line at which its batch is synced. Which comes first?',
    ja: {
      title: '完了した保存は停電でも残ります',
      rule: '永続性：RPC に答える前に安定した記憶装置に書かれます（Figure 2）',
      hints: [
        '完了した batch は読めます。ディスクにもありますか。`batch` のコメントに、いつそうなるかが書いてあります。',
        'packages/log-store/src/ordered-store.ts の `batch` のコメントと、課題の規則 1 を読んでください。',
        '物語で、保存が完了した行と、そのバッチが sync された行を比べてください。どちらが先ですか。',
      ],
    },
  },
  order: {
    where:
      'ordered-store.ts on two batches under way at once; rule 3 of the task; the lock and the future of stage 01.',
    compare:
      'Compare the order in which save was called with the order in which the batches were started, and that with the order in which they were done.',
    ja: {
      title: '同時に進む保存は、呼ばれた順に効果を持ちます',
      rule: '順序は一つ：後で保存したものは、前に保存したものの上にだけあります',
      hints: [
        '同時に進む 2 つのバッチは、どちらが先に終わるかわかりません。一つしか進んでいないことを、誰が保証しますか。',
        '同時に進む 2 つのバッチについての ordered-store.ts、課題の規則 3、ステージ 01 のロックとフューチャーを見てください。',
        'save が呼ばれた順とバッチが始まった順を、さらに終わった順と比べてください。',
      ],
    },
  },
  'group-commit': {
    where: 'Rule 5 of the task; dissertation §10.2.1 and §10.2.2, on batching and on writing to the disk in parallel.',
    compare:
      'Count the saves that were called while one sync was under way, and the syncs that came after it. Compare the two numbers as the disk gets slower.',
    ja: {
      title: '同時に来た保存は sync を分け合います',
      rule: 'グループコミット：ディスクが遅いほど、一つの sync が多くの保存を担います',
      hints: [
        '一つの sync が進む間に、ほかの保存が来ます。全員が同じ次の sync を待つとしたらどうでしょう。それは誰が始めますか。',
        '課題の規則 5 と、博士論文 §10.2.1 と §10.2.2(まとめること、ディスクへの書き込みを並行させること)を読んでください。',
        '一つの sync の間に呼ばれた保存の数と、その後の sync の数を数え、ディスクが遅くなるにつれて 2 つを比べてください。',
      ],
    },
  },
  close: {
    where: 'The comment at close in packages/log-store/src/log-store.ts.',
    compare:
      'Compare the moment at which close settled with the moments at which each save before it settled. Then call save after it: compare what happens with what the comment says.',
    ja: {
      title: 'close は進行中の保存をすべて待ち、新しいものを入れません',
      rule: '止まるプロセスは、保存を頼まれたものを失いません',
      hints: [
        'close が呼ばれたとき、一つのまとまりが書かれていて、次のまとまりが待っているかもしれません。最後に決まるプロミスはどれですか。',
        'packages/log-store/src/log-store.ts の close のコメントを読んでください。',
        'close が完了した時点と、それより前の各保存が完了した時点を比べてください。次に、その後で save を呼び、起きることをコメントと比べてください。',
      ],
    },
  },
  'all-or-nothing': {
    where: 'ordered-store.ts: what a crash may leave of a batch; rules 2 and 4 of the task.',
    compare:
      'Write down what the story’s crash left in the store, and what a whole save would have left. Compare the two as open sees them: by what does it tell them apart?',
    ja: {
      title: 'いつクラッシュしても、完全な保存が順に残り、ログはそこから続きます',
      rule: 'すべてか無か：一つの保存のフィールドは、一緒にあるか、まったくないかです',
      hints: [
        'クラッシュは、バッチの最初の操作だけを残し、2 つ目を残さないことがあります。2 つ目が来るはずだったことを、open は何で知りますか。',
        'クラッシュがバッチの何を残しうるかについての ordered-store.ts と、課題の規則 2 と 4 を読んでください。',
        '物語のクラッシュがストアに残したものと、完全な保存が残すはずだったものを書き出し、open の目で比べてください。何で区別しますか。',
      ],
    },
  },
  'torn-tail': {
    where: 'ordered-store.ts on torn values; checksum in packages/log-store/src; rule 4 of the task.',
    compare:
      'Compare the value that was written with the one that was found: its beginning, its length, its end. Which of the checks that you make would have noticed each of these?',
    ja: {
      title: '途中で切れた最後の書き込みを見分けて切り落とし、ログはそこから続きます',
      rule: '切れた末尾は確認されていません：失敗の理由にならず、信じてよいものでもありません',
      hints: [
        '途中で切れた値が、まだ JSON として読めることがあります。ゼロで終わる値は長さが正しいままです。全体があるときにだけ合うものとして、横に何を書けますか。',
        '切れた値についての ordered-store.ts、packages/log-store/src の checksum、課題の規則 4 を読んでください。',
        '書いた値と見つかった値を、初め・長さ・終わりで比べてください。自分の検査のうち、それぞれに気づくのはどれですか。',
      ],
    },
  },
  'damaged-middle': {
    where: 'Rule 10 of the task, every sentence; ordered-store.ts on what a crash can do and what it can not.',
    compare:
      'Compare the place of the damage with the place of the last record that was synced. Then compare the store after the failed open with the store before it: the same, key by key?',
    ja: {
      title: 'クラッシュで説明できない損傷は文で断り、ストアはそのまま残します',
      rule: '忘れた投票者は投票してはなりません：何を保存したか言えない者は始まりません',
      hints: [
        'クラッシュが切るのは最後の書き込みだけです。損傷した値や欠けた値が最後ではなかったことを、open はどうやって知りますか。',
        '課題の規則 10 の全文と、クラッシュにできることとできないことについての ordered-store.ts を読んでください。',
        '損傷の場所と、最後に sync された記録の場所を比べてください。次に、失敗した open の前後のストアをキーごとに比べてください。同じですか。',
      ],
    },
  },
  'disk-full': {
    where: 'Rule 8 of the task; ordered-store.ts on a batch that fails.',
    compare:
      'List the saves that settled and those that failed. Compare the first list with what the next open finds. And after the failure: compare what your log wrote with what it could be sure of.',
    ja: {
      title: 'ディスクがいっぱいなら保存は失敗してそう伝え、確認済みのものは失われません',
      rule: '完了した保存は永続的です。そうできないものは失敗しなければなりません',
      hints: [
        'バッチが失敗し、切れた値を残したかもしれません。次に何を、何の上に書きますか。そもそも何か書かなければなりませんか。',
        '課題の規則 8 と、失敗するバッチについての ordered-store.ts を読んでください。',
        '完了した保存と失敗した保存を並べ、前者を次の open が見つけるものと比べてください。失敗の後は、ログが書いたものと、確かだったものを比べてください。',
      ],
    },
  },
  'large-log': {
    where: 'Rule 6 of the task; ordered-store.ts on the order of keys.',
    compare:
      'Compare the number of characters that one more entry costs on an empty log with the number on a long one. Then sort ten keys by hand as texts, and compare with the order of the numbers.',
    ja: {
      title: '長いログも順に見つかり、書くのは新しいものだけです',
      rule: '書くのは新しいもので、ログ全体ではありません',
      hints: [
        '1 万エントリのログにもう一つ加えるとき、save は何を書きますか。そして、キーとして先に来るのは 9 と 10 のどちらですか。',
        '課題の規則 6 と、キーの順についての ordered-store.ts を読んでください。',
        '空のログと長いログで、エントリを一つ加えるのに要る文字数を比べてください。次に、10 個のキーをテキストとして手で並べ、数の順と比べてください。',
      ],
    },
  },
  'crash-again': {
    where: 'Rule 9 of the task; ordered-store.ts on what a killed process leaves, as against a power cut.',
    compare:
      'Compare what open gave with what was synced at the moment when open settled. Is everything that was given also in what a power cut would leave?',
    ja: {
      title: '再起動で見つかったものは、再起動の途中のものも含め、次のクラッシュの後にもあります',
      rule: 'open が与えるものは、完了した時点で永続的です：票を読んだノードはそれを守ります',
      hints: [
        '票を保存している途中でプロセスが停止させられ、やり直します。票を読み、それに従って動きます。誰かがそれを sync しましたか。',
        '課題の規則 9 と、停止させられたプロセスが残すもの（停電との違い）についての ordered-store.ts を読んでください。',
        'open が与えたものと、open が完了した時点で sync されていたものを比べてください。与えたものは、停電が残すものにすべて入っていますか。',
      ],
    },
  },
};
