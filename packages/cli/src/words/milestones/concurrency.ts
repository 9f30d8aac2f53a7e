/** Stage 01. */
import type { MilestoneTexts } from './texts.ts';

export const concurrency: MilestoneTexts = {
  'one-after-another': {
    where:
      'The book, chapter 1, "serial, concurrent, parallel", and the two comments at oneAfterAnother and allAtOnce.',
    compare:
      'Write down when each task started and when it ended. Compare the start of the second with the end of the first, for both functions. And where one failed: who was still started, and whose failure was told?',
    ja: {
      title: '1 秒の待ちが 3 つ：順番なら 3 秒、同時なら 1 秒かかります',
      rule: '待ち時間は分け合えますが、スレッドは分け合えません',
      hints: [
        'タスクを呼ぶと、それは始まります。そのプロミスを await すると、それを待ちます。すべての呼び出しが最初の await より前にあると、何が変わりますか。',
        '本の第 1 章「逐次、並行、並列」と、oneAfterAnother と allAtOnce のコメントを読んでください。',
        '各タスクがいつ始まり、いつ終わったかを書き出してください。2 つの関数について、2 つ目の開始と一つ目の終了を比べてください。失敗があったときは、誰がまだ始められ、誰の失敗が伝えられましたか。',
      ],
    },
  },
  'at-most': {
    where: 'The comment at atMost, sentence by sentence: each is a promise that is tested.',
    compare:
      'Compare, at each moment of the story, how many tasks run with the limit and with how many still wait. Then compare the error that came out with the one that came first in time.',
    ja: {
      title: '一度に動くタスクは決めた数までで、何が失敗しても置き去りはありません',
      rule: '空いた場所はすぐに使われます',
      hints: [
        'グループではなく、窓口に立つ人を思い浮かべてください。終わった人が、一つの列から次を取ります。担当したタスクが失敗した人は何をしますか。',
        'atMost のコメントを一文ずつ読んでください。どの文も、テストされる約束です。',
        '物語の各時点で、動いているタスクの数を上限と、まだ待っている数と比べてください。次に、出てきたエラーと、時間の順で最初のエラーを比べてください。',
      ],
    },
  },
  'long-loop': {
    where:
      'The book, chapter 1, on the event loop: what runs between two tasks, and what between two timers. The comment at longLoop.',
    compare:
      'Compare world.now at the moment when you last gave the thread away with world.now after each step. What is the largest difference, and how much longer may the next step take?',
    ja: {
      title: '長いループは、ほかの処理にも順番を回します',
      rule: '長く動くものは、途中でスレッドを譲ります',
      hints: [
        'どれだけの間スレッドを握っていましたか。そして何かを await したとき、動けるのは誰ですか。プロミスを待つ者だけですか、時間を待つ者もですか。',
        '本の第 1 章のイベントループの部分（2 つのタスクの間と、2 つのタイマーの間で何が動くか）と、longLoop のコメントを読んでください。',
        '最後にスレッドを譲った時点の world.now と、各ステップの後の world.now を比べてください。差は最大でいくつで、次のステップにはあとどれだけかけられますか。',
      ],
    },
  },
  future: {
    where: 'The comment at future, and the interface Future in packages/concurrency/src.',
    compare:
      'Make a table with the orders in which settle and read can come, also twice. Compare what each reader got, and what each settle answered, with what the comment says.',
    ja: {
      title: 'フューチャーは一度だけ決まり、遅れて来た者にも応えます',
      rule: 'フューチャーの値は一つで、誰にとっても同じで、ずっと変わりません',
      hints: [
        '値、最初の読み手、次の読み手は、どんな順番でも来ます。最初に来たのがエラーなら、それは誰に伝わりますか。',
        'future のコメントと、packages/concurrency/src の Future インターフェースを読んでください。',
        '決まることと読むことの順番（二度の場合も）を表にしてください。各読み手が得たものと、決める呼び出しが答えたものを、コメントの言葉と比べてください。',
      ],
    },
  },
  'lost-update': {
    where: 'The book, chapter 1, "lost update"; the comments at incrementUnsafely and incrementSafely.',
    compare:
      'Write down the reads and writes of two increments, as they came. Compare the value that was written with the one that stood there just before. Then draw where the lock was held.',
    ja: {
      title: '安全でない加算を 10 回すると 1 が、安全なら 10 が残ります',
      rule: '読んだ値は、await の後では古いかもしれません',
      hints: [
        '読むことと書くことの間に、ほかの全員が動けます。2 つの呼び出しのうちロックの中にあるべきものはどれで、いつまでですか。',
        '本の第 1 章「ロストアップデート」と、incrementUnsafely と incrementSafely のコメントを読んでください。',
        '2 つの加算の読み書きを、起きた順に書き出してください。書いた値と、その直前にあった値を比べてください。次に、ロックを持っていた区間を描いてください。',
      ],
    },
  },
  mutex: {
    where: 'The comment at mutex; the book, chapter 1, on locks.',
    compare:
      'Compare the order in which acquire was called with the order in which it was answered. Then, for each moment, compare the number of holders with one; and for each holder, how often it gave the lock back.',
    ja: {
      title: 'ロックを持つのは一人ずつ、先着順で、何があっても返されます',
      rule: '相互排他、頼んだ順に',
      hints: [
        'ロックが返され、次に並ぶ者がまだ目を覚ましていない瞬間、持っているのは誰ですか。その瞬間に頼む者に、空いて見えてはいけません。',
        'mutex のコメントと、本の第 1 章のロックの部分を読んでください。',
        'acquire が呼ばれた順と、答えられた順を比べてください。次に、各時点の持ち主の数を 1 と比べ、持ち主ごとに何回返したかを比べてください。',
      ],
    },
  },
  channel: {
    where: 'The comment at channel, and the interface Channel in packages/concurrency/src.',
    compare:
      'Write two lists for each moment: who waits to send, who waits to receive, with the values between. Compare them with the rule: can somebody wait on both sides at once? And after close, compare what was sent with what was received.',
    ja: {
      title: 'チャネルは決めた数の値だけを持ち、失わず、閉じれば終わります',
      rule: '目を覚ました者は、もう一度確かめます',
      hints: [
        '待つ者は何通りもいます。送り手は場所を、受け手は値を待ち、その間に来た者に追い越されることもあります。目を覚ましたとき、まだ正しいことは何ですか。',
        'channel のコメントと、packages/concurrency/src の Channel インターフェースを読んでください。',
        '各時点について、送るのを待つ者と受けるのを待つ者を、間の値とともに並べてください。両側で同時に誰かが待つことはありえますか。閉じた後は、送られたものと受け取られたものを比べてください。',
      ],
    },
  },
  'two-locks': {
    where: 'The book, chapter 1, "deadlock"; the comment at transfer.',
    compare:
      'Draw an arrow from each transfer of the story to the one that holds what it waits for. Where the arrows make a ring, compare in which order each of them took its two locks. And what if both are one?',
    ja: {
      title: '2 つのロックが要る送金が、輪になって待ち合うことはありません',
      rule: '全員が同じ順序でロックを取ります',
      hints: [
        '一人は x を取って y を待ち、もう一人は y を持って x を待ちます。どちらを先に取るか意見が合うように、2 人がどちらも見られるものは何ですか。',
        '本の第 1 章「デッドロック」と、transfer のコメントを読んでください。',
        '物語の各送金から、待っているものを持つ送金へ矢印を引いてください。輪になったところで、それぞれが 2 つのロックを取った順を比べてください。2 つが同じものならどうですか。',
      ],
    },
  },
  workers: {
    where: 'The book, chapter 1, coroutines and threads; the comments at countPrimes and countPrimesOn.',
    compare:
      'Compare the moments at which the workers started. Then write down the first and the last number of each part, and compare the end of one with the beginning of the next.',
    ja: {
      title: '計算をスレッドで分け、イベントループは答え続けます',
      rule: 'このスレッドから仕事を引き受けられるのは、別のスレッドだけです',
      hints: [
        'ワーカーを始めるとプロミスが得られます。全員を同時に働かせるには、最初の一つを待つ前に何が起きていなければなりませんか。そして、範囲の切れ目はどこで出会いますか。',
        '本の第 1 章「コルーチンとスレッド」と、countPrimes と countPrimesOn のコメントを読んでください。',
        '各ワーカーが始まった時刻を比べてください。次に、各部分の最初と最後の数を書き、一つの終わりと次の始まりを比べてください。',
      ],
    },
  },
  'shared-counter': {
    where: 'The book, chapter 1, on threads and shared memory; the comments at addUnsafely and addSafely.',
    compare:
      'Compare the number of steps on shared memory in one turn of your loop, in both functions. Between which of them could another thread come in?',
    ja: {
      title: '2 つのスレッドが共有メモリーで数えます。安全でなければ失われ、安全なら失われません',
      rule: '共有メモリーを読むことと書くことは、2 つの手順です',
      hints: [
        'スレッドは、止まりたいかどうかを聞かれません。counter[0] を読んでから書くまでの間に止められることがあります。その両方をする Atomics の一つの手順はどれですか。',
        '本の第 1 章のスレッドと共有メモリーの部分と、addUnsafely と addSafely のコメントを読んでください。',
        '2 つの関数のループ一回分で、共有メモリーに対する手順の数を比べてください。別のスレッドが入り込めるのは、どの手順の間ですか。',
      ],
    },
  },
  amdahl: {
    where: 'The book, chapter 1, "Amdahl’s law", with its curve.',
    compare:
      'Compute by hand for P = 0 and for P = 1, and for one worker. Compare the three with what your function gives. Then with very many workers: what does it approach?',
    ja: {
      title: 'ワーカーの数から、何倍速くなるか',
      rule: 'アムダールの法則：S = 1 / ((1 - P) + P / N)',
      hints: [
        '1 時間の仕事を考えてください。一人でしかできない部分はどれだけかかり、全員で分ける部分はどれだけかかりますか。',
        '本の第 1 章「アムダールの法則」と、その曲線を見てください。',
        'P = 0 のとき、P = 1 のとき、ワーカーが一人のときを手で計算し、関数の答えと比べてください。ワーカーがとても多いとき、何に近づきますか。',
      ],
    },
  },
};
