/**
 * A run as the query of an address, short enough to be sent to somebody:
 * `nodes=3&seed=7&net=slow&who=mmr.rrr.rrr&do=x1!9n2o~c1-2!a3k0&at=b0x1`
 *
 * `who` has a word for each node and in it a letter for each stage (m mine, r reference, - absent, a number with `x` a
 * mutant); one word stands for all, with `nodes`. Each action is a letter, what it is about, and when, in base 36.
 */
import type { Ask, Raft } from '@weekend/raft';
import type { Action, Deed, Moment } from './action.ts';
import {
  address,
  evenLineup,
  evenSetup,
  type Lineup,
  mostNodes,
  type NetworkName,
  networks,
  type Setup,
  type StageName,
  stageNames,
  type Who,
} from './setup.ts';

export interface RunAddress {
  setup: Setup;
  actions: Action[];
  moment: Moment;
}

export function encode({ setup, actions, moment }: RunAddress): string {
  const words = setup.lineups.map(wordOf);
  const isEven = new Set(words).size === 1;
  const fields = {
    nodes: String(words.length),
    seed: String(setup.seed),
    net: setup.network,
    who: isEven ? (words[0] ?? '') : words.join('.'),
    do: actions.map(encodeAction).join('~'),
    at: encodeMoment(moment),
  };
  // Not by URLSearchParams, which would write more signs as three than an address needs.
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

/** What is missing or makes no sense is as it is for somebody who comes first: an address never fails. */
export function decode(query: URLSearchParams, otherwise: Lineup = evenLineup('kv-store', 'reference')): RunAddress {
  const nodes = Math.min(mostNodes, Math.max(1, Math.trunc(Number(query.get('nodes') ?? 3)) || 3));
  const seed = Number(query.get('seed') ?? 1);
  const words = query.get('who')?.split('.') ?? [];
  const setup: Setup = {
    ...evenSetup(nodes, Number.isSafeInteger(seed) ? seed : 1, otherwise),
    network: networkOf(query.get('net')),
    lineups: Array.from({ length: nodes }, (_, place) => lineupOf(words[place] ?? words[0]) ?? otherwise),
  };
  const actions = (query.get('do') ?? '').split('~').flatMap((text) => decodeAction(text, nodes) ?? []);
  return { setup, actions, moment: decodeMoment(query.get('at') ?? '') };
}

const networkOf = (name: string | null): NetworkName =>
  name !== null && Object.hasOwn(networks, name) ? (name as NetworkName) : 'slow';

// —— lineups ——

const letters: Partial<Record<Who, string>> = { mine: 'm', reference: 'r', absent: '-' };

const wordOf = (lineup: Lineup): string => stageNames.map((stage) => letterOf(lineup[stage])).join('');

const letterOf = (who: Who): string => letters[who] ?? who.replace('mutant-', 'x');

function lineupOf(word: string | undefined): Lineup | undefined {
  const parts = word?.match(/[mr-]|x\d+/g) ?? [];
  if (parts.length !== stageNames.length) return undefined;
  return Object.fromEntries(stageNames.map((stage, i) => [stage, whoOf(parts[i] ?? 'r')])) as Record<StageName, Who>;
}

function whoOf(letter: string): Who {
  if (letter.startsWith('x')) return `mutant-${Number(letter.slice(1))}`;
  return letter === 'm' ? 'mine' : letter === '-' ? 'absent' : 'reference';
}

// —— moments: microseconds, so that they are whole ——

const micros = (at: number): string => Math.round(at * 1000).toString(36);
const millis = (text: string): number => Number.parseInt(text, 36) / 1000;

const encodeMoment = ({ at, nth }: Moment): string => (nth === 0 ? micros(at) : `${micros(at)}_${nth}`);

function decodeMoment(text: string): Moment {
  const [time = '', nth = '0'] = text.split('_');
  const at = millis(time);
  return { at: Number.isFinite(at) ? at : 0, nth: Number(nth) || 0 };
}

// —— actions: letter, subject, `!`, moment ——

const timers: Raft['Timer'][] = ['election', 'heartbeat', 'confirm'];
const place = (node: string): string => node.slice(1);

function encodeAction(action: Action): string {
  return `${encodeDeed(action)}!${encodeMoment(action)}`;
}

function encodeDeed(deed: Deed): string {
  switch (deed.kind) {
    case 'crash':
      return `x${place(deed.node)}`;
    case 'restart':
      return `r${place(deed.node)}`;
    case 'pause':
      return `p${place(deed.node)}`;
    case 'resume':
      return `u${place(deed.node)}`;
    case 'cut':
      return `c${place(deed.from)}-${place(deed.to)}`;
    case 'join':
      return `j${place(deed.from)}-${place(deed.to)}`;
    case 'heal':
      return 'h';
    case 'drop':
      return `d${deed.id}`;
    case 'duplicate':
      return `t${deed.id}`;
    case 'deliver':
      return `g${deed.id}`;
    case 'hold':
      return `w${deed.id}-${deed.by}`;
    case 'fire':
      return `f${place(deed.node)}-${timers.indexOf(deed.timer)}`;
    case 'ask':
      return `q${place(deed.node)}-${encodeAsk(deed.ask)}`;
    default:
      return deed satisfies never;
  }
}

function decodeAction(text: string, nodes: number): Action | undefined {
  const [what = '', when = ''] = text.split('!');
  const deed = decodeDeed(what[0] ?? '', what.slice(1), nodes);
  return deed && when !== '' ? { ...decodeMoment(when), ...deed } : undefined;
}

/** A plain put as `key*value`, anything else as JSON. */
function encodeAsk(ask: Ask): string {
  const isPlain = ask.kind === 'put' && ask.flags === 0 && ask.cas === undefined;
  return isPlain ? `${quoted(ask.key)}*${quoted(ask.value)}` : quoted(JSON.stringify(ask));
}

const quoted = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[~!*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

const nodeDeeds = { x: 'crash', r: 'restart', p: 'pause', u: 'resume' } as const;
const linkDeeds = { c: 'cut', j: 'join' } as const;
const messageDeeds = { d: 'drop', t: 'duplicate', g: 'deliver' } as const;

function decodeDeed(letter: string, subject: string, nodes: number): Deed | undefined {
  const [first = '', ...more] = subject.split('-');
  const rest = more.join('-');
  const node = nodeOf(first, nodes);
  if (letter === 'h') return { kind: 'heal' };
  if (isKey(messageDeeds, letter)) return { kind: messageDeeds[letter], id: Number(first) };
  if (letter === 'w') return { kind: 'hold', id: Number(first), by: Number(rest) || 0 };
  if (node === undefined) return undefined;
  if (isKey(nodeDeeds, letter)) return { kind: nodeDeeds[letter], node };
  const to = nodeOf(rest, nodes);
  if (isKey(linkDeeds, letter) && to !== undefined) return { kind: linkDeeds[letter], from: node, to };
  if (letter === 'f') return { kind: 'fire', node, timer: timers[Number(rest)] ?? 'election' };
  return letter === 'q' ? askOf(node, rest) : undefined;
}

function nodeOf(text: string, nodes: number): string | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= nodes ? address(number - 1) : undefined;
}

function askOf(node: string, text: string): Deed | undefined {
  try {
    const [key = '', value] = text.split('*').map(decodeURIComponent);
    if (value === undefined) return { kind: 'ask', node, ask: JSON.parse(key) };
    return { kind: 'ask', node, ask: { kind: 'put', key, value, flags: 0 } };
  } catch {
    return undefined;
  }
}

const isKey = <Table extends object>(table: Table, key: string): key is keyof Table & string =>
  Object.hasOwn(table, key);
