/** Stage 01, in Japanese: locks, channels, futures and what happens to them. */
import type { Sentences } from './phrasebook.ts';

export const concurrency: Sentences = {
  'Who waits gives the thread away': '待つ者はスレッドを譲ります',
  'No failure goes unheard': '失敗は必ず誰かに届きます',
  '{1} ms: {2}': '{1} ms：{2}',

  // lab, interleavings, virtual time
  '{1} has not come to its end, and nobody is left who could bring it there':
    '{1} が終わらず、終わらせることのできる者も残っていません',
  'wanted it to fail with "{1}"': '"{=1}" で失敗する必要があります',
  '{1} has not come to its end; {2}': '{1} が終わりません。{2}',
  '{1} went well; {2}': '{1} が成功しました。{2}',
  'wanted it to fail with {1} itself, which is what was thrown': '投げられた {=1} そのもので失敗する必要があります',
  '{1} failed with {2}; {3}': '{1} が {=2} で失敗しました。{3}',
  '{1} gave {2}; wanted an object with {3}': '{1} が {=2} を返しました。{3} を持つオブジェクトである必要があります',
  'a promise failed ("{1}") and nobody was waiting for it; wanted every promise awaited, or its failure handled':
    'プロミスが失敗しましたが（"{=1}"）、誰も待っていませんでした。どのプロミスも await するか、失敗を処理する必要があります',
  'after {1} waits and {2} ms somebody still waits; wanted an end':
    '{1} 回の待ちと {2} ms の後でも、まだ誰かが待っています。終わる必要があります',
  'after {1} turns somebody is still on the way; wanted an end':
    '{1} 手の後でも、まだ誰かが途中にいます。終わる必要があります',
  '{1} orders were tried and that was not all; wanted fewer steps between the start and the end':
    '{1} 通りの順序を試しても、まだ残っています。始めから終わりまでの手順を減らす必要があります',
  'a loop has asked for world.now {1} times without a pause, at {2} ms: it holds the thread, and time stands still until it gives the thread away with "await world.wait(…)"':
    'ループが {2} ms の時点で、休まずに world.now を {1} 回尋ねました。スレッドを握ったままなので、"await world.wait(…)" で譲るまで時間は進みません',
  'at {1} ms nobody runs and nobody waits for a time, and the end has not come':
    '{1} ms の時点で、動いている者も時間を待つ者もいないのに、まだ終わっていません',
  'the thread that ran your code ended; wanted it to come back':
    'あなたのコードを動かしていたスレッドが終わってしまいました。戻って来る必要があります',

  // accounts and two locks
  'somebody asks for the lock of account {1}': '誰かが口座 {1} のロックを求めます',
  'the lock of account {1} is given back': '口座 {1} のロックが返されます',
  'the lock of account {1} is taken': '口座 {1} のロックが取られます',
  'account {1} was {2} while nobody held its lock; wanted the lock held until all is done':
    '誰もロックを持っていないのに、口座 {1} が{2}ました。すべて終わるまで、ロックを持っている必要があります',
  read: '読まれ',
  written: '書かれ',
  'account {1} has {2} from now on': '口座 {1} の残高が {2} になります',
  'account {1} has {2}': '口座 {1} の残高は {2} です',
  'the accounts have {1} together although nobody holds a lock; wanted {2}: who moves money holds both locks until it has arrived':
    '誰もロックを持っていないのに、口座の残高の合計が {1} です。{2} である必要があります：送金する者は、届くまで両方のロックを持っています',
  'account {1} had {2}, and has {3} after {4}; wanted {5}':
    '口座 {1} の残高は {2} でしたが、{4} の後は {3} です。{5} である必要があります',
  'the transfer of {1} from {2} to {3}': '{2} から {3} への {1} の送金',
  'the transfer of {1}': '{1}の送金',
  '{1} {_} for ever: the locks of {2} are held, and nobody who holds one can go on':
    '{1}がいつまでも待っています。{2} のロックが持たれたままで、それを持つ者は誰も先に進めません',
  'the lock of account {1} was not given back; wanted it given back in any case':
    '口座 {1} のロックが返されていません。どんな場合でも返す必要があります',
  '{1} waits for ever although account 1 has {2}; wanted it to fail':
    '口座 1 の残高は {2} なのに、{1}がいつまでも待っています。失敗する必要があります',
  '{1} went well although account 1 has {2}; wanted it to fail':
    '口座 1 の残高は {2} なのに、{1}が成功しました。失敗する必要があります',
  '{1} failed with {2}; wanted an Error that says why':
    '{1}が {=2} で失敗しました。理由を述べる Error である必要があります',
  'account {1} can not be {2}': '口座 {1} が{2}ません',
  'a transfer failed, and the accounts have {1}; wanted nothing moved':
    '送金は失敗しましたが、口座の残高が {1} です。何も動いてはいけません',

  // channel, pipe
  'everybody waits; then, at once:': '全員が待ちます。その後、同時に：',
  'producer {1} has sent {2}.{3}': '生産者 {1} が {2}.{3} を送りました',
  'all is sent, and the channel is closed': 'すべて送られ、チャネルが閉じられます',
  'consumer {1} has received {2}': '消費者 {1} が {=2} を受け取りました',
  'producer {1}': '生産者 {1}',
  'consumer {1}': '消費者 {1}',
  'the consumers have received {1}; wanted each of {2} once':
    '消費者たちが受け取ったのは {=1} です。{=2} をそれぞれ一度だけ受け取る必要があります',
  'consumer {1} has received {2}; wanted them in the order in which they were sent':
    '消費者 {1} が受け取ったのは {=2} です。送られた順である必要があります',
  'a channel of capacity {1}': '容量 {1} のチャネル',
  'value {1}': '値 {1}',
  'receive(), number {1}': '{1} 回目の receive()',
  'receive(), number {1}, got {2}; wanted receive(), number {3}, to get it: values come out in the order in which they were sent, to whoever has waited longest':
    '{1} 回目の receive() が {=2} を得ました。それを得るのは {3} 回目の receive() です：値は送られた順に出て、いちばん長く待った者に渡ります',
  'a later send found room before {1}; wanted them served in their order':
    '後の send が、{1} より先に場所を得ました。順番どおりである必要があります',
  '{1} waits although the channel was closed before; wanted it to fail':
    'チャネルは先に閉じられたのに、{1} が待っています。失敗する必要があります',
  '{1} went well although the channel was closed before; wanted it to fail':
    'チャネルは先に閉じられたのに、{1} が成功しました。失敗する必要があります',
  'in a channel of capacity {1}, after {2} and {3}, {4} {_} for room; wanted {5} to wait':
    '容量 {1} のチャネルで、{2}と{3}の後、場所を待っているのは {4}です。{5} 回である必要があります',
  'in a channel of capacity {1}, after {2} and {3}, {4} came out; wanted {5}':
    '容量 {1} のチャネルで、{2}と{3}の後、出て来たのは {4}です。{5} 個である必要があります',
  'in a channel of capacity {1}, after {2} and {3}, {4} {_} told that it is closed; wanted {5}, for {6}':
    '容量 {1} のチャネルで、{2}と{3}の後、閉じられたと伝えられたのは {4}です。{5} 回である必要があります：{6}',
  '{1}, {2} {_} for room; wanted {3} to wait': '{1}場所を待っているのは {2}です。{3} 回である必要があります',
  '{1}, {2} came out; wanted {3}': '{1}出て来たのは {2}です。{3} 個である必要があります',
  'it is closed, and nothing is left in it': '閉じられていて、中に何も残っていません',
  'it is not closed': '閉じられていません',
  '{1}, {2} {_} told that it is closed; wanted {3}, for {4}':
    '{1}閉じられたと伝えられたのは {2}です。{3} 回である必要があります：{4}',
  '{1} came before the channel was closed, and failed ("{2}"); wanted its value to be received':
    '{1} はチャネルが閉じられる前に来たのに、失敗しました（"{=2}"）。その値は受け取られる必要があります',
  'received twice': '二度受け取られ',
  'received and never sent': '送られていないのに受け取られ',
  '{1} was {2}; wanted each value that was sent, once':
    '{1} が{2}ました。送られた値を、それぞれ一度だけ受け取る必要があります',
  "receive() gave {1}; wanted { kind: 'value', value } or { kind: 'closed' }":
    "receive() が {=1} を返しました。{ kind: 'value', value } か { kind: 'closed' } である必要があります",

  // door, mutex
  '{1} asks for the lock': '{1} がロックを求めます',
  'run(…) went well although what {1} does there had failed; wanted it to fail likewise':
    'その中で {1} のすることが失敗したのに、run(…) が成功しました。同じように失敗する必要があります',
  'run(…) gave {1}; wanted what {2} does there to give: {3}':
    'run(…) が {=1} を返しました。その中で {2} のすることの結果を返す必要があります：{=3}',
  'run(…) failed although all went well': 'すべてうまくいったのに、run(…) が失敗しました',
  'run gave {1}; wanted what was given in the lock, {2}':
    'run が {=1} を返しました。ロックの中で返された {=2} である必要があります',
  '{1} gives the lock back a second time': '{1} がロックを二度目に返します',
  '{1} is told that it can not': '{1} は、返せないと伝えられます',
  '{1} gets the lock': '{1} がロックを得ます',
  '{1} got the lock while {2} held it; wanted one at a time':
    '{2} がロックを持っているのに、{1} もロックを得ました。持つのは一人ずつである必要があります',
  '{1} got the lock although {2} had asked before; wanted whoever has waited longest to be next':
    '{2} のほうが先に求めたのに、{1} がロックを得ました。次は、いちばん長く待った者である必要があります',
  '{1} {2}, and gives the lock back': '{1} が{2}、ロックを返します',
  leaves: '出て',
  fails: '失敗し',
  throws: '例外を投げ',
  '{1} waits for the lock, nobody holds it, and nobody is left who could give it back; wanted {2} to get it':
    '{1} がロックを待っていますが、持っている者も、返せる者もいません。{2} がロックを得る必要があります',
  'A holds one lock, and B could not get another one meanwhile; wanted each lock to be its own':
    'A が一つのロックを持っている間、B は別のロックを得られませんでした。ロックはそれぞれ別のものである必要があります',

  // future
  'reader {1}': '読み手 {1}',
  '{1} reads': '{1} が読みます',
  '{1} answers {2}': '{1} の答えは {2} です',
  '{1} answered {2}; wanted {3}, for {4}': '{1} が {2} を返しました。{3} である必要があります：{4}',
  'it is the first to settle the future': 'これが最初にフューチャーを決める呼び出しです',
  'the future is settled already': 'フューチャーはすでに決まっています',
  '{1} got {2}; wanted {3}': '{1} が {2} を得ました。{3} である必要があります',
  '{1} got {2} although nobody had settled the future; wanted it to wait':
    'まだ誰もフューチャーを決めていないのに、{1} が {2} を得ました。待つ必要があります',
};
