/** Stage 01, in Japanese: tasks, loops, cells, workers and threads. */
import type { Sentences } from './phrasebook.ts';

export const concurrencyTasks: Sentences = {
  'speedUp({1}, {2}) gave {3}; wanted {4}': 'speedUp({1}, {2}) が {3} を返しました。{4} である必要があります',

  // tasks, one after another, at most
  'task {1} starts': 'タスク {1} が始まります',
  'task {1} ends': 'タスク {1} が終わります',
  'task {1} fails': 'タスク {1} が失敗します',
  'task {1} throws as it is called': 'タスク {1} が、呼ばれたときに例外を投げます',
  'task {1} was started a second time; wanted each task started once':
    'タスク {1} が二度始められました。どのタスクも一度だけ始める必要があります',
  'was never started': '始められていません',
  'was started and never ended': '始められましたが、終わっていません',
  'task {1} of {2} {3}; wanted every task run to its end':
    '{2} 個のうちタスク {1} が{3}。どのタスクも最後まで動かす必要があります',
  '{1} ends': '{1} が終わります',
  '{1} gave {2}; wanted {3}': '{1} が {=2} を返しました。{=3} である必要があります',
  'blocking waits': 'スレッドを止める待ち',
  waits: '待ち',
  '{1} took {2} ms for {3} {4}; wanted {5} ms exactly':
    '{1} は {3} 個の{4}に {2} ms かかりました。ちょうど {5} ms である必要があります',
  'oneAfterAnother had {1} tasks running at once; wanted one at a time':
    'oneAfterAnother で {1} 個のタスクが同時に動いていました。一度に一つである必要があります',
  'oneAfterAnother started its tasks at {1} ms; wanted each when the one before it has ended':
    'oneAfterAnother はタスクを {1} ms に始めました。どれも、前のタスクが終わったときに始める必要があります',
  'oneAfterAnother started task 3 although task 2 had failed; wanted it to stop, for what comes after may need what failed':
    'タスク 2 が失敗したのに、oneAfterAnother がタスク 3 を始めました。後のタスクは失敗したものを必要とするかもしれないので、止まる必要があります',
  'atMost({1}, …) had {2} tasks running at once; wanted {3} at most':
    'atMost({1}, …) で {2} 個のタスクが同時に動いていました。多くても {3} 個である必要があります',
  'atMost gave {1}; wanted {2}': 'atMost が {=1} を返しました。{=2} である必要があります',
  'atMost ends': 'atMost が終わります',
  'atMost({1}, …) took {2} ms for tasks of {3} ms; wanted {4} ms: as soon as one has ended, the next starts':
    'atMost({1}, …) は、{3} ms かかるタスクに {2} ms かかりました。{4} ms である必要があります：一つ終わればすぐに次が始まります',
  'atMost({1}, …) had run its tasks after {2} ms; wanted {3} ms: a task that fails gives its place free':
    'atMost({1}, …) は、タスクをすべて動かすのに {2} ms かかりました。{3} ms である必要があります：失敗したタスクの場所は空きます',
  'task {1} was started after {2} others; wanted them started in their order':
    'タスク {1} が、ほかの {2} 個の後に始められました。順番どおりに始める必要があります',
  '{1} tasks run at once; wanted {2} at most':
    '{1} 個のタスクが同時に動いています。多くても {2} 個である必要があります',
  '{1} of {2} tasks run and {3} wait; wanted {4} to run, for {5} may':
    '{2} 個のタスクのうち {1} 個が動き、{3} 個が待っています。{5} 個まで動けるので、{4} 個が動く必要があります',
  '{1} of {2} tasks were run; wanted all of them, whatever fails':
    '{2} 個のタスクのうち、動かされたのは {1} 個です。何が失敗しても、すべて動かす必要があります',

  // long loop
  'longLoop ended after {1} steps; wanted all {2} done by then':
    'longLoop が {1} 手で終わりました。それまでに {2} 手すべてを終える必要があります',
  'somebody who was due at {1} ms had to wait until {2} ms; wanted nobody to wait for longer than {3} ms':
    '{1} ms に動くはずだった者が、{2} ms まで待たされました。誰も {3} ms より長く待たせてはいけません',
  'step({1}) was called after {2} steps of {3}; wanted step(0), step(1), … in order, each once':
    '{3} 手のうち {2} 手の後に step({1}) が呼ばれました。step(0)、step(1)、… を順に一度ずつ呼ぶ必要があります',
  'loop {1} has done {2} steps': 'ループ {1} が {2} 手を終えました',
  'the heartbeat': 'ハートビート',
  'somebody runs who was due at {1} ms': '{1} ms に動くはずだった者が動きます',
  'step({1}) was called after step(7) had failed; wanted the loop to end there':
    'step(7) が失敗した後に step({1}) が呼ばれました。ループはそこで終わる必要があります',

  // lost update
  'somebody reads {1}': '誰かが {1} を読みます',
  'somebody writes {1}': '誰かが {1} を書きます',
  '{1} ended before its write had; wanted it to wait for the write':
    '{1} が、自分の書き込みより先に終わりました。書き込みを待つ必要があります',
  '{1}, number {2}': '{2} 回目の {1}',
  '{1} at once': '同時に {1} 回',
  one: '1 回',
  ': each reads before the others have written': '：どれも、ほかが書く前に読みます',
  'a cell that was 0 is {1} after {2}, {3}; wanted {4}':
    '0 だったセルが、{3}の {2} の後に {1} になりました。{4} である必要があります',
  'a cell that was 0 is {1} after {2}, {3}; wanted {4}: each reads before the others have written':
    '0 だったセルが、{3}の {2} の後に {1} になりました。どれもほかが書く前に読むので、{4} である必要があります',
  '{1} has not given the lock back': '{1} がロックを返していません',
  'the write fails': '書き込みが失敗します',
  'the read fails': '読み取りが失敗します',
  'somebody else adds 100': '別の誰かが 100 を足します',
  'a cell that was -7 is {1} after {2}, three times, and somebody else who added 100 after each; wanted 296':
    '-7 だったセルが、3 回の {2} と、その度に別の誰かが 100 を足した後に {1} になりました。296 である必要があります',
  '{1}, after one that failed,': '失敗したものの後の {1}',
  'a cell that was 5 is {1} after an increment that failed and one that did not; wanted 6':
    '5 だったセルが、失敗した加算と成功した加算の後に {1} になりました。6 である必要があります',
  '{1} reads {2}': '{1} が {2} を読みます',
  '{1} writes {2}': '{1} が {2} を書きます',
  'increment {1}': '加算 {1}',
  'somebody else': '別の誰か',
  'a cell that was 0 is {1} after {2} safe increments and one who adds 100 under the same lock; wanted {3}':
    '0 だったセルが、{2} 回の安全な加算と、同じロックの中で 100 を足した後に {1} になりました。{3} である必要があります',

  // workers, shared counter
  'countPrimes({1}, {2}) gave {3}; wanted {4}, from {5} to below {6}':
    'countPrimes({1}, {2}) が {3} を返しました。{5} 以上 {6} 未満なので、{4} である必要があります',
  'run({1}, {2}) was asked of a worker; wanted whole numbers, the first no greater than the second':
    'ワーカーに run({1}, {2}) が頼まれました。2 つの整数で、一つ目は 2 つ目以下である必要があります',
  'a worker starts on {1} to {2}': 'ワーカーが {1} から {2} を始めます',
  'the worker with {1} to {2} fails': '{1} から {2} のワーカーが失敗します',
  'the worker with {1} to {2} is done': '{1} から {2} のワーカーが終わります',
  'countPrimesOn({1} worker, {2}, {3})': 'countPrimesOn（ワーカー {1} 個、{2}、{3}）',
  'countPrimesOn({1} workers, {2}, {3})': 'countPrimesOn（ワーカー {1} 個、{2}、{3}）',
  '{1} gave {2}, and the workers have counted {3}; wanted their sum':
    '{1} が {2} を返しましたが、ワーカーたちが数えたのは {3} です。その合計である必要があります',
  '{1} took {2} ms, at a millisecond for each number; wanted about {3} ms: all workers at work at once, on parts that are about equal':
    '{1} は、数一つにつき 1 ミリ秒で {2} ms かかりました。約 {3} ms である必要があります：ワーカー全員が、ほぼ等しい部分を同時に受け持ちます',
  '{1} is given to nobody': '{1} が誰にも渡されていません',
  '{1} is given to two workers or is out of range': '{1} が 2 つのワーカーに渡されたか、範囲の外です',
  'of {1} to {2}, {3}; wanted each number counted by one worker':
    '{1} から {2} のうち、{3}。どの数も一つのワーカーが数える必要があります',
  'the workers count up to {1}; wanted them to count up to {2}':
    'ワーカーたちは {1} まで数えました。{2} まで数える必要があります',
  'countPrimesOn(2 threads, 0, 3000) gave {1}; wanted 430':
    'countPrimesOn（スレッド 2 個、0、3000）が {1} を返しました。430 である必要があります',
  'a thread starts on {1} to {2}': 'スレッドが {1} から {2} を始めます',
  'the thread with {1} to {2} has counted {3}': '{1} から {2} のスレッドが {3} 個数えました',
  'your thread: {1}, and the counter is {2}': 'あなたのスレッド：{1}。カウンターは {2} です',
  'your thread: reads {1}, and the counter is {2}': 'あなたのスレッド：{1} を読みます。カウンターは {2} です',
  'your thread: writes {1}, and the counter is {2}': 'あなたのスレッド：{1} を書きます。カウンターは {2} です',
  'another thread adds 1, and the counter is {1}': '別のスレッドが 1 を足します。カウンターは {1} です',
  '{1}(counter, {2}), all alone, left {3} in a counter of 0; wanted {4}':
    '{1}(counter, {2}) が単独で動いた後、0 だったカウンターが {3} です。{4} である必要があります',
  '{1}(counter, {2}), all alone, left {3} in a counter of 7; wanted {4}':
    '{1}(counter, {2}) が単独で動いた後、7 だったカウンターが {3} です。{4} である必要があります',
  '{1}(counter, {2}) has changed what is beside counter[0]; wanted that left alone':
    '{1}(counter, {2}) が counter[0] の隣を変えました。そのままにする必要があります',
  'addUnsafely used Atomics; wanted it to read counter[0] and to write it as one does on a single thread, to see what becomes of that':
    'addUnsafely が Atomics を使いました。どうなるかを見るために、スレッドが一つのときのように counter[0] を読んで書く必要があります',
  'addUnsafely(counter, {1}) lost nothing although another thread came in {2} times; wanted it to read, and then to write what it has read plus 1':
    '別のスレッドが {2} 回割り込んだのに、addUnsafely(counter, {1}) は何も失いませんでした。読んでから、読んだ値に 1 を足して書く必要があります',
  'all alone': '単独で',
  'while another thread added {1}': '別のスレッドが {1} を足す間に',
  'addSafely(counter, {1}), {2}, left {3} in a counter of 0; wanted {4}':
    '{2}動いた addSafely(counter, {1}) の後、0 だったカウンターが {3} になりました。{4} である必要があります',
  '{1} changed the counter by a way around the array that it was given; wanted it to use counter[0] and Atomics':
    '{1} が、渡された配列を通さずにカウンターを変えました。counter[0] と Atomics を使う必要があります',
  'two threads have called addSafely(counter, {1}) at once, and the counter is {2}; wanted {3}':
    '2 つのスレッドが addSafely(counter, {1}) を同時に呼び、カウンターは {2} です。{3} である必要があります',
};
