/** What can be said of any stage, in Japanese: what it throws, and what keeps it from being graded. */
import type { Sentences } from './phrasebook.ts';

export const common: Sentences = {
  'The contract of a protocol': 'プロトコルの約束事',
  'your code threw {1}': 'あなたのコードが例外を投げました：{=1}',
  'your code threw {1}, at {2}': 'あなたのコードが例外を投げました：{=1}（{=2}）',
  'your code threw TypeError: {1} returned a promise: a handler must be done when it returns, so it can not be async':
    '{=1} がプロミスを返しました。ハンドラーは戻るときには終わっていなければならないので、async にはできません',
  '{1}: thrown by a handler, by what one left in the state or asked for, or by a mistake of ours':
    '{=1}：原因は、ハンドラーそのもの、ハンドラーが状態に残したものや頼んだこと、またはこちらの間違いのどれかです',
  '{1} can not be graded: {2}, at {3}': '{=1} を採点できません：{2}（{=3}）',
  'not written yet: {1}': 'まだ書かれていません：{1}',
  'your code threw TypeError: {1} returned a promise: a handler must be done when it returns, so it can not be async, at {2}':
    '{=1} がプロミスを返しました。ハンドラーは戻るときには終わっていなければならないので、async にはできません（{=2}）',
  'not reached: the milestone {1} before it ended everything':
    'ここまで進みませんでした：前のマイルストーン {1} ですべてが終わりました',
  'your handler has asked its world for more than {1} things in one turn':
    'ハンドラーが一手の間に {1} 個を超えることをワールドに頼みました',
  'what your handler has left in its state is larger than 8 MB': 'ハンドラーが状態に残したものが 8 MB を超えています',
  'what your handler has left in its state and its messages is larger than 8 MB':
    'ハンドラーが状態とメッセージに残したものが 8 MB を超えています',
  'your state has more than {1} parts': '状態の部品が {1} 個を超えています',
  'it goes too deep': '入れ子が深すぎます',
  'something was thrown that can not be looked at': '中を見ることのできないものが投げられました',
  'something that can not be looked at': '中を見ることのできないもの',

  // what a long story leaves out
  '… and {1}': '… ほかに{1}',
  '… and {1} more events': '… ほかに {1} 個の出来事',

  // problem
  'while it loaded': '読み込み中',
  'in the milestone {1}': 'マイルストーン {1} の途中',
  'A stage loads': 'ステージが読み込めること',
  '{1} can not be graded: {2}': '{=1} を採点できません：{2}',
  'Nothing can be proved until the file loads and exports what the README of the stage names.':
    'ファイルが読み込めて、ステージの README に書かれたものを export するまでは、何も確かめられません。',
  'A handler returns': 'ハンドラーは必ず戻ること',
  '{1} {2}: {3} were up {4}, and a right one needs two{5}':
    '{=1} の{2}：{4}に {3}が過ぎました。正しいものなら 2 秒で足ります{5}',
  'never returned': '呼び出しが戻りませんでした',
  'never came to an end': '実行が終わりませんでした',
  '; it runs in circles at {1}': '。{=1} で同じところを回り続けています',
  '{1} seconds': '{1} 秒',
  'Look for a loop that waits for something to change: nothing changes until the handler returns.':
    '何かが変わるのを待つループを探してください。ハンドラーが戻るまで、何も変わりません。',
  'A stage needs little memory': 'ステージが使うメモリーは少しであること',
  '{1} ran out of memory {2}: it may use {3} MB, and a right one needs a few':
    '{1} は{2}にメモリーを使い果たしました。使えるのは {3} MB で、正しいものなら数 MB で足ります',
  'Look for a loop that adds to a list and does not end.': 'リストに追加し続けて終わらないループを探してください。',
  'A stage can be graded': 'ステージが採点できること',
  '{1} was not graded to its end: our grader broke':
    '{1} を最後まで採点できませんでした：こちらの採点プログラムが壊れました',
  'A stage stays in its sandbox': 'ステージはサンドボックスの中にとどまること',
  '{1} does not count: its sandbox has told the judge what no stage can tell ({2})':
    '{1} は採点の対象になりません：そのサンドボックスが、どのステージも言うはずのないことを審判に伝えました（{2}）',
  'A stage is its handlers. What stands around them is not its business.':
    'ステージとはハンドラーのことです。その周りにあるものには関わらないでください。',
  '{1} was not graded to its end: the run was called off':
    '{1} を最後まで採点できませんでした：実行が取りやめられました',
  'A stage comes to its end': 'ステージは終わりまで進むこと',
  '{1} stood still {2}: it awaits something that never comes':
    '{1} は{2}に止まりました。決して来ないものを await しています',
  'Look for a promise that nobody settles.': '誰も解決しないプロミスを探してください。',
  'exit code {1}': '終了コード {1}',
  'signal {1}': 'シグナル {1}',
  'A stage leaves its process alone': 'ステージはプロセスに触れないこと',
  '{1} ended the process that graded it ({2}) {3}': '{1} は{3}に、採点しているプロセスを終わらせました（{2}）',
  'A handler only returns; whether a node stops is not for the stage to decide.':
    'ハンドラーは戻るだけです。ノードを止めるかどうかは、ステージが決めることではありません。',
  ' (and {1} more)': '（ほかに {1} 件）',
  'A stage compiles': 'ステージがコンパイルできること',
  '{1} does not compile: {2}': '{=1} がコンパイルできません：{=2}',
  '{1} does not compile: {2} (and {3} more)': '{=1} がコンパイルできません：{=2}（ほかに {3} 件）',
  '{1} does not compile: {2} A handler must be done when it returns, so it can not be async.':
    '{=1} がコンパイルできません：{=2} ハンドラーは戻るときには終わっていなければならないので、async にはできません。',
  '{1} does not compile: {2} A handler must be done when it returns, so it can not be async. (and {3} more)':
    '{=1} がコンパイルできません：{=2} ハンドラーは戻るときには終わっていなければならないので、async にはできません。（ほかに {3} 件）',
  "{1} does not compile: {2}Cannot find name '{3}': {4} is not there for a stage: {5}.":
    "{=1} がコンパイルできません：{=2}名前 '{=3}' が見つかりません：{=4} はステージでは使えません。{5}。",
  "{1} does not compile: {2}Cannot find name '{3}': {4} is not there for a stage: {5}. (and {6} more)":
    "{=1} がコンパイルできません：{=2}名前 '{=3}' が見つかりません：{=4} はステージでは使えません。{5}。（ほかに {6} 件）",
  'Mend the first error first: the others may only follow from it.':
    'まず最初のエラーを直してください。ほかのエラーは、それから来ているだけかもしれません。',

  // what a file may be
  'Cannot grade {1}: the file exports no object named "{2}"; wanted one with {3}':
    '{1} を採点できません：ファイルが "{2}" という名前のオブジェクトを export していません。{3} を持つものが必要です',
  'Cannot grade {1}: its export "{2}" has no function {3}; wanted {4}':
    '{1} を採点できません：export された "{2}" に関数 {3} がありません。{4} が必要です',
  'it exports {1} and no "{2}"; wanted is "export const {3}" with {4}':
    'export しているのは {1} で、"{2}" がありません。{4} を持つ "export const {3}" が必要です',
  'it exports nothing and no "{1}"; wanted is "export const {2}" with {3}':
    '何も export していません。{3} を持つ "export const {2}" が必要です（"{1}"）',
  'its "{1}" is null, and wanted is an object with {2}': '"{1}" が null です。{2} を持つオブジェクトが必要です',
  'its "{1}" is a {2}, and wanted is an object with {3}': '"{1}" が {2} です。{3} を持つオブジェクトが必要です',
  '{1} (is it "{2}"?)': '{1}（"{2}" のことですか）',
  'its "{1}" has no function {2}; wanted are {3}': '"{1}" に関数 {2} がありません。{3} が必要です',
  'which reaches for the machine': 'これはマシンに手を伸ばします',
  'which is not part of a stage': 'これはステージの一部ではありません',
  'which is not there{1}': 'これは存在しません{1}',
  ' (write the whole name, "{1}.ts")': '（"{1}.ts" と、名前を最後まで書いてください）',
  'which is no TypeScript or JavaScript module': 'これは TypeScript や JavaScript のモジュールではありません',
  'which belongs to somebody else': 'これはほかの人のものです',
  'a stage may import {1} and files of its own folder':
    'ステージが import できるのは {1} と、自分のフォルダーのファイルです',
  '{1} imports "{2}", {3}; {4}': '{1} が "{2}" を import していますが、{3}。{4}',
  'it throws while it loads: {1}': '読み込み中に例外を投げました：{=1}',
  'it throws while it loads: {1} imports "{2}", {3}; {4}': '{1} が "{2}" を import していますが、{3}。{4}',
  'your code left a promise behind that failed: {1}': '失敗したプロミスを、誰も待たないまま残しました：{=1}',

  // the compiler
  '{1} A handler must be done when it returns, so it can not be async.':
    '{=1} ハンドラーは戻るときには終わっていなければならないので、async にはできません。',
  "{1}Cannot find name '{2}': {3} is not there for a stage: {4}.":
    "{=1}名前 '{=2}' が見つかりません：{=3} はステージでは使えません。{4}。",
  'it would end the process, and a handler only returns': 'プロセスを終わらせてしまいますが、ハンドラーは戻るだけです',
  'ask the world: world.setTimer in a protocol, world.wait in stage 01':
    'ワールドに頼んでください。プロトコルでは world.setTimer、ステージ 01 では world.wait です',
  'the only clock is world.now': '時計は world.now だけです',
  'the only dice are world.choose and the range of world.setTimer':
    'さいころは world.choose と、world.setTimer に渡す範囲だけです',
  'the only network is world.send': 'ネットワークは world.send だけです',
  'a state is plain data': '状態はただのデータです',
  'a handler must be done when it returns': 'ハンドラーは戻るときには終わっていなければなりません',
  'a stage has its state and its world, and no machine': 'ステージにあるのは状態とワールドだけで、マシンはありません',
  'Could not check that it compiles: {1}.': 'コンパイルできるかどうかを確かめられませんでした：{1}。',
  'no TypeScript compiler came along for {1} {2}': '{1} {2} 用の TypeScript コンパイラーが付属していません',
  'the TypeScript compiler did not run: {1}': 'TypeScript コンパイラーが動きませんでした：{1}',
};
