/** Stage 06, in Japanese. */
import type { Sentences } from './phrasebook.ts';

export const logStore: Sentences = {
  'No failure goes unheard': '失敗は必ず誰かに届きます',

  // stories
  'open settles': 'open が完了します',
  'save {1} is called: {2}': 'save {1} が呼ばれます：{=2}',
  'save {1} {2}s': 'save {1} が{2}',
  'saves {1} {2}': 'save {1} が{2}',
  'saves {1} settle': 'save {1} が完了します',
  'saves {1} fail': 'save {1} が失敗します',
  settle: '完了します',
  fail: '失敗します',
  'not synced before: {1}': '前に同期されなかったもの：{*1}',
  'batch {1}: {2}': 'バッチ {1}：{*2}',
  'batch {1} is synced': 'バッチ {1} が同期されます',
  'batch {1} is synced; {2}': 'バッチ {1} が同期されます；{*2}',
  synced: '同期されます',
  'the disk is full, and it fails': 'ディスクがいっぱいで、失敗します',
  'batch {1} fails: the disk is full': 'バッチ {1} が失敗します：ディスクがいっぱいです',
  'batch {1} fails: the disk is full; {2}': 'バッチ {1} が失敗します：ディスクがいっぱいです；{*2}',
  'the power fails again': '電源がまた落ちます',
  'the power fails; all that was not synced is lost': '電源が落ちます。同期されていないものはすべて失われます',
  'the power fails; of what was not synced, this is left':
    '電源が落ちます。同期されていないもののうち、残ったのは次のものです',
  'the power fails while {1} is written, and leaves {2}': '{=1} を書いている途中で電源が落ち、{=2} が残ります',
  'the process is killed, and begins anew; what it had not synced is still there':
    'プロセスが強制終了され、新しく始まります。同期していなかったものも、まだあります',
  'the process is killed, and begins anew; what it had not synced is still there; the disk fails':
    'プロセスが強制終了され、新しく始まります。同期していなかったものも、まだあります。ディスクが故障します',
  'open has settled, and the power fails': 'open が完了し、電源が落ちます',
  'and {1} is gone': 'そして {=1} がなくなりました',
  'the caller changes the objects that he has passed, after the calls':
    '呼び出した側が、渡したオブジェクトを呼び出しの後で変えます',
  'the process ends, and begins anew': 'プロセスが終わり、新しく始まります',
  'there is room again; {1}': 'ディスクに空きができます。{1}',
  'the power fails': '電源が落ちます',
  'it is gone': 'なくなりました',
  '{1} was {2}; now {3}': '{=1} は {=2} でしたが、今は：{3}',
  'cut off': '途中で切れています',
  zeros: '途中からゼロになっています',
  'one character differs': '1 文字違います',
  'two characters have changed places': '2 文字が入れ替わっています',
  'cut off: {1}': '途中で切れています：{=1}',
  'zeros: {1}': '途中からゼロになっています：{=1}',
  'one character differs: {1}': '1 文字違います：{=1}',
  'two characters have changed places: {1}': '2 文字が入れ替わっています：{=1}',
  'life {1}': '{1} 度目の起動',
  'the caller changes the object that he has passed to save 1, after the call':
    '呼び出し側が、save 1 に渡したオブジェクトを呼び出しの後で変えます',
  'the caller changes what open had given to him': '呼び出し側が、open から受け取ったものを変えます',
  'the caller changes the lists that he has passed, after the calls':
    '呼び出し側が、渡したリストを呼び出しの後で変えます',
  'another log, on a store of its own': '別のストアの上の、別のログ',
  'the first log is opened again': '一つ目のログをもう一度開きます',
  'the other log is opened again': '別のログをもう一度開きます',

  // close
  'a save has settled before it was called': '呼ばれる前の save が完了しました',
  'close has not settled although nothing was saved; wanted it to settle':
    '何も保存していないのに、close が完了しません。完了する必要があります',
  'close has settled while save {1} is still being written; wanted it to wait':
    'save {1} をまだ書いている途中なのに、close が完了しました。待つ必要があります',
  'close has not settled although every save has; wanted it to settle':
    'すべての save が完了したのに、close が完了しません。完了する必要があります',
  'close has not settled although every save has; wanted it to settle, also after a failure':
    'すべての save が終わったのに、close が完了しません。失敗の後でも、完了する必要があります',
  'save 2 was called after close, and did not fail; wanted it to fail':
    'close の後に呼ばれた save 2 が失敗しませんでした。失敗する必要があります',
  'close was called while save 1 was written; wanted both to settle':
    'save 1 が書かれている間に close が呼ばれました。どちらも完了する必要があります',
  'close was called three times, and has not settled each time; wanted it to settle':
    'close が 3 回呼ばれましたが、毎回は完了しませんでした。完了する必要があります',
  'save 7 was called after close, and did not fail; wanted it to fail':
    'close の後に呼ばれた save 7 が失敗しませんでした。失敗する必要があります',

  // damaged-middle, disk-full, crash-again
  'open has settled and nobody was told': 'open が完了したのに、誰にも伝えられていません',
  'open gave {1} without a word; wanted it to fail, and to say why':
    'open が何も言わずに {=1} を返しました。失敗して、その理由を述べる必要があります',
  'open failed with "{1}"; wanted a sentence that says what is wrong':
    'open が "{=1}" で失敗しました。何が悪いのかを述べる文である必要があります',
  'open has refused the store, and has changed it; wanted it left as it is':
    'open はストアを拒みましたが、その中身を変えました。そのまま残す必要があります',
  'save {1} has neither settled nor failed, and nothing is being written; wanted it to fail, for the disk is full':
    'save {1} が完了も失敗もせず、何も書かれていません。ディスクがいっぱいなので、失敗する必要があります',
  'open gave {1}; wanted what the saves that settled come to ({2}), perhaps with some that failed':
    'open が {=1} を返しました。完了した save の結果（{=2}）に、失敗した save のいくつかが加わったものである必要があります',

  // group-commit, large-log
  'save {1} has not settled although the disk has worked all the time since, and {2} saves were called after it; wanted it to settle with the sync that made it durable':
    'その後ずっとディスクが働き、さらに {2} 個の save が呼ばれたのに、save {1} が完了しません。それを永続にした同期とともに完了する必要があります',
  '{1} saves {2} cost {3} syncs; wanted {4} at most, for the disk is slow':
    '{2} {1} 回の save に、同期が {3} 回かかりました。ディスクは遅いので、多くても {4} 回で済む必要があります',
  'that were called at once': '同時に呼ばれた',
  'of which all but the first came while that was being synced': '一つ目の同期の間に残りが来た',
  'by forty callers, each again and again,': '40 の呼び出し側がそれぞれ繰り返した',
  '{1} saves of together {2} characters, on a log of {3} entries, wrote {4} characters to the store; wanted {5} at most':
    '{3} エントリのログへの、合わせて {2} 文字の {1} 回の save が、ストアに {4} 文字書きました。多くても {5} 文字で済む必要があります',
  'open has read {1} values of a store that has {2}; wanted {3} at most':
    'open は、値が {2} 個のストアから {1} 個を読みました。多くても {3} 個で済む必要があります',

  // restored
  'open gave {1} as {2}; wanted {3}': 'open が返した {=1} は {=2} です。{=3} である必要があります',
  'save {1} is': 'save {1} が',
  'saves {1} to {2} are': 'save {1} から {2} までが',
  '{1}: save {2} had settled, and {3} lost; wanted all that had settled':
    '{1}。save {2} まで完了していたのに、{3}失われています。完了したものはすべて必要です',
  '{1}, which is what no number of saves come to; wanted {2}':
    '{1}が、何回分の save の結果でもありません。期待されるのは：{2}',
  '{1} after no save': '{=1}（save の前）',
  '{1} after save {2}': '{=1}（save {2} の後）',
  '{1} after save {2}, or {3}': '{=1}（save {2} の後）、または {3}',

  // save-and-restore, scene, session
  'a save has changed {1}, which open had given to the caller; wanted it left alone':
    'save が、open から呼び出し側に渡された {1} を変えました。触れてはいけません',
  'a promise failed ("{1}") and nobody was waiting for it; wanted every promise awaited, or its failure handled':
    'プロミスが失敗しましたが（"{=1}"）、誰も待っていませんでした。どのプロミスも await するか、失敗を処理する必要があります',
  'open gave something that is not plain data: {1}': 'open が、ただのデータではないものを返しました：{1}',
  'after {1} steps of the disk something is still being written; wanted an end':
    'ディスクが {1} 手進んでも、まだ何かを書いています。終わる必要があります',
  'save {1} has not come to its end, and nothing is being written that could bring it there':
    'save {1} が終わらず、終わらせるために書かれているものも何もありません',
  '{1} has not come to its end, and nothing is being written that could bring it there':
    '{1} が終わらず、終わらせるために書かれているものも何もありません',
  'open gave {1}; wanted an object with saved, save and close':
    'open が {=1} を返しました。saved、save、close を持つオブジェクトである必要があります',
  'open failed with "{1}"; wanted the log opened': 'open が "{=1}" で失敗しました。ログを開く必要があります',
  'close failed with "{1}"; wanted it to settle: who saved has been told':
    'close が "{=1}" で失敗しました。save の呼び出し側にはもう伝わっているので、完了する必要があります',
  'save {1} failed with "{2}", and the store has done all that was asked of it':
    'save {1} が "{=2}" で失敗しましたが、ストアは頼まれたことをすべて行っています',
};
