/** What the clients have seen, as a history for the linearizability checker, and as lines for a story. */
import {
  type Budget,
  type History,
  type KvInput,
  type KvOutput,
  kvModel,
  linearizable,
  type Operation,
} from '@weekend/checkers';
import type { Millis } from '@weekend/protocol';
import { electionTimeout } from '@weekend/raft';
import { told } from './asks.ts';
import type { Client, Seen } from './client.ts';

export interface Judgement {
  message: string;
  /** The requests that prove it, in the order in which they began. */
  story: string[];
}

/** More than a hundred times what a run of a right store takes. */
const usual: Budget = { steps: 300_000 };

/** Nothing if one store that is used by one client at a time could have given these answers. */
export function judge(clients: readonly Client[], budget: Budget = usual): Judgement | undefined {
  const rows = clients.flatMap((client) => [
    ...client.seen.filter(({ ask }) => !isStale(ask)).map((seen) => rowOf(client, seen)),
    ...pending(client),
  ]);
  const history: History<KvInput, KvOutput> = rows.map(({ operation }) => operation);
  const verdict = linearizable(history, kvModel, budget);
  switch (verdict.kind) {
    case 'ok':
      return undefined;
    case 'unknown':
      return {
        message: `unknown: whether the clients’ history is linearizable could not be found out, and unknown is no pass. ${verdict.words}`,
        story: [],
      };
    case 'illegal': {
      const core = verdict.evidence.operations.map((i) => rows[i] as Row);
      const found = new Set(core.map(({ operation: { completion } }) => completion.kind === 'ok' && completion.output));
      const guilty = rows.filter((row) => core.includes(row) || (row.writes !== undefined && found.has(row.writes)));
      return {
        message: `no store that does each request at one moment between its call and its answer could have answered as this one did; these requests have no such order`,
        story: guilty.sort((a, b) => a.since - b.since).map(({ line }) => line),
      };
    }
    default:
      return verdict satisfies never;
  }
}

/** A stale read promises nothing. */
const isStale = (ask: Seen['ask']): boolean => ask.kind === 'get' && ask.mode === 'stale';

interface Row {
  operation: Operation<KvInput, KvOutput>;
  since: Millis;
  /** The value that it puts, if it does. No two put the same. */
  writes: string | undefined;
  line: string;
}

/**
 * A default read may be as old as a lease: it counts as if it had been asked for a lease before. A lease is measured by
 * the leader's clock, which may lose a tenth.
 */
const lease = electionTimeout.min / 0.9;

function rowOf({ me }: Client, { ask, since, at, answer, before }: Seen): Row {
  const input = inputOf(ask, before);
  const isLeased = ask.kind === 'get' && ask.mode === 'default';
  const operation = {
    process: isLeased ? `${me}, by lease` : me,
    input,
    call: isLeased ? since - lease : since,
    completion: { kind: 'ok', at, output: outputOf(input, answer) } as const,
  };
  return {
    operation,
    since,
    writes: written(ask),
    line: `${me} from ${ms(since)} to ${ms(at)} ms: ${told(ask)} → ${toldAnswer(answer)}`,
  };
}

/** What has no answer yet may have been done, or be done later. */
function pending({ me, waiting, found }: Client): Row[] {
  if (!waiting || waiting.ask.kind === 'get') return [];
  const { ask, since } = waiting;
  const before = ask.kind === 'put' && ask.cas !== undefined ? (found[ask.key]?.value ?? null) : undefined;
  const operation = { process: me, input: inputOf(ask, before), call: since, completion: { kind: 'info' } as const };
  return [{ operation, since, writes: written(ask), line: `${me} from ${ms(since)} ms: ${told(ask)} → no answer` }];
}

const written = (ask: Seen['ask']): string | undefined => (ask.kind === 'put' ? ask.value : undefined);

function inputOf(ask: Seen['ask'], before: string | null | undefined): KvInput {
  switch (ask.kind) {
    case 'put':
      return before === undefined
        ? { kind: 'put', key: ask.key, value: ask.value }
        : { kind: 'cas', key: ask.key, from: before, to: ask.value };
    case 'get':
    case 'delete':
      return { kind: ask.kind, key: ask.key };
    case 'list':
    case 'delete-tree':
      throw new Error(`Cannot judge a ${ask.kind}: the clients of a history ask for no such thing`);
    default:
      return ask satisfies never;
  }
}

function outputOf(input: KvInput, answer: Seen['answer']): KvOutput {
  if (input.kind === 'get') return answer.kind === 'read' ? (answer.pairs[0]?.value ?? null) : null;
  return input.kind === 'cas' && answer.kind === 'written' ? answer.done : null;
}

function toldAnswer(answer: Seen['answer']): string {
  switch (answer.kind) {
    case 'read':
      return answer.pairs[0]?.value ?? 'nothing';
    case 'written':
      return answer.done ? `written at ${answer.index}` : 'refused';
    case 'not-leader':
    case 'unknown':
    case 'expired':
      return answer.kind;
    default:
      return answer satisfies never;
  }
}

const ms = (time: Millis): string => time.toFixed(1);
