/** What every protocol is told of the contract between a handler and its world, in Japanese. */
import type { Sentences } from './phrasebook.ts';

export const protocol: Sentences = {
  'a handler threw': 'ハンドラーが例外を投げました',
  'a turn of {1} changed what {2} knows: {3} is shared between nodes; wanted every node to have its own':
    '{1} の一手が {2} の知っていることを変えました。{3} がノードの間で共有されています。どのノードも自分のものを持つ必要があります',
  '{1} is async; wanted it to be done when it returns':
    '{1} が async になっています。ハンドラーは、戻るときには終わっている必要があります',

  'your state and messages must be plain data: {1}':
    '状態とメッセージは、ただのデータ（オブジェクト、配列、文字列、数、真偽値、null）でなければなりません：{1}',

  // explorer
  'called twice with the same {1}': '同じ {1} で二度呼ぶ',
  'your handler depends on the order of an object’s keys: {1} and the keys in another order, it did something else':
    'ハンドラーがオブジェクトのキーの順序に依存しています。キーを別の順に並べて{1}と、違うことをしました',
  'your state holds one object in two places, or one that something outside the state holds as well, or your handler looks at a clock: {1}, once on a copy, it did something else':
    '状態の 2 か所が同じオブジェクトを指しているか、状態の外にあるものと同じオブジェクトを持っているか、ハンドラーが時計を見ています。{1}とき、片方をコピーにすると、違うことをしました',
  'your handler is not deterministic: {1}, it did something else':
    'ハンドラーが決定的ではありません。{1}と、違うことをしました',
  'what this node knows has changed between two of its turns: a part of it is held by something outside the state, which another turn has changed':
    'このノードの知っていることが、2 つの手の間に変わりました。その一部を状態の外にある何かが持っていて、別の手がそれを変えました',
  'your handler keeps something outside its state: called again with the same {1} after other turns, it did something else':
    'ハンドラーが状態の外に何かを覚えています。ほかの手の後に同じ {1} でもう一度呼ぶと、違うことをしました',

  // inspected, turn, plain-data
  'your handler is not deterministic: called twice with the same {1}, {2} differed':
    'ハンドラーが決定的ではありません。同じ {1} で二度呼ぶと、{2} が違いました',
  '{1} returned a promise: a handler must be done when it returns, so it can not be async':
    '{1} がプロミスを返しました。ハンドラーは戻るときには終わっていなければならないので、async にはできません',
  '{1} returned {2}: a handler returns nothing; change the state in place':
    '{1} が値（{2}）を返しました。ハンドラーは何も返しません。状態をその場で書き換えてください',
  'an object': 'オブジェクト',
};
