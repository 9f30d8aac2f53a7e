/**
 * What is a phrase within a sentence and too short to be told from a student's own words: looked for in holes alone, never as a
 * whole sentence. So it is with what begins a sentence that goes on in another template.
 */
import type { Sentences } from './phrasebook.ts';

export const ofEverything: Sentences = {
  ', at {1}': '（{=1}）',
  '{1} more like this': '同じようなものが {1} 個',
  '{1} more rounds like this': '同じような繰り返しが {1} 回',
};

export const ofPlainData: Sentences = {
  '{1} is undefined': '{=1} が undefined です',
  '{1} is a {2}': '{=1} が {2} です',
  '{1} is {2}': '{=1} が {=2} です',
  'class instance': 'クラスのインスタンス',
  '{1} contains itself': '{=1} が自分自身を含んでいます',
  '{1} has a symbol as a key': '{=1} のキーに symbol があります',
  '{1}.{2} is a getter or a setter': '{=1}.{=2} が getter か setter です',
  '{1} and {2} are one and the same object': '{=1} と {=2} が同じ一つのオブジェクトです',
};

export const ofConcurrency: Sentences = {
  'in a channel of capacity {1}, after {2} and {3}': '容量 {1} のチャネルで、{2}と{3}の後、',
  '{1} and {2}': '{1} と {2}',
  '{1} from {2} to {3}': '{2} から {3} への {1} ',
  '{1} send': 'send {1} 回',
  '{1} sends': 'send {1} 回',
  '{1} receive': 'receive {1} 回',
  '{1} receives': 'receive {1} 回',
  '{1} value': '値 {1} 個',
  '{1} values': '値 {1} 個',
};

export const ofRaft: Sentences = {
  '{1} to {2}': '{2} への {1}',
  '{1} or null': '{1} か null',
};

export const ofElection: Sentences = {
  '{1} has {2} of {3} votes in its term, its own among them, and is {4}':
    '{1} はその任期で、自分の票を含めて {3} 票中 {2} 票を得て、{4} になっています',
  '{1} leader of term {2}, {3}': '{1}（任期 {=2} のリーダー）、{3}',
  '{1} candidate of term {2}, {3}': '{1}（任期 {=2} の候補者）、{3}',
  '{1} follower of term {2}, {3}': '{1}（任期 {=2} のフォロワー）、{3}',
  '{1} leader of term {2}': '{1}（任期 {=2} のリーダー）',
  '{1} candidate of term {2}': '{1}（任期 {=2} の候補者）',
  '{1} follower of term {2}': '{1}（任期 {=2} のフォロワー）',
};

export const ofLogReplication: Sentences = {
  '{1}, which leads term {2} with the log {3}, has sent {4} {5}':
    '任期 {2} のリーダー {1}（ログ：{3}）は {4} に {5} を送りました',
  '{1}, which leads term {2} of a cluster of {3} with the log {4}, has set its commitIndex to {5}':
    '{3} 台のクラスターの任期 {2} のリーダー {1}（ログ：{4}）は、commitIndex を {5} にしました',
  '{1} has committed up to index {2}': '{1} はインデックス {2} までコミットしました',
};

export const ofKvStore: Sentences = {
  '{1}, or null': '{1} か null',
  '{1} to {2} ms': '{1} から {2} ms',
};

export const ofLogStore: Sentences = {
  'open gave {1}': 'open が {=1} を返しました',
  ', or {1}': '、または {1}',
  '{1} to {2}': '{1} から {2} まで',
};
