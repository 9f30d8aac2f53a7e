/** One node: who it is now, how long its log is and how much of it is committed, and what can be done to it. */
import { useSignal } from '@preact/signals';
import type { NodeState, NodeView } from '../../../server/wire.ts';
import { Scroller } from '../../scroller.tsx';
import { termColour } from '../../term-colour.ts';
import { confirmed } from '../parts/confirm.tsx';
import { cluster, states, tell } from './state.ts';

interface Props {
  node: NodeView;
  state: NodeState | undefined;
  isLeader: boolean;
}

export const NodeCard = ({ node, state, isLeader }: Props) => {
  const { id, life } = node;
  const role = roleOf(node, state, isLeader);
  return (
    <li class={`member is-${role.kind}`}>
      <div class="member-head">
        <h2>{id}</h2>
        <span class={`badge is-${role.kind}`}>
          <span aria-hidden="true">{role.sign}</span> {role.words}
        </span>
      </div>
      <dl class="member-facts">
        <div>
          <dt>Term</dt>
          <dd>{state?.term ?? '–'}</dd>
        </div>
        <div>
          <dt>Follows</dt>
          <dd>{state?.role === 'follower' ? (state.leader ?? 'nobody') : '–'}</dd>
        </div>
      </dl>
      <Log id={id} state={state} />
      <Hands id={id} life={life} isLeader={isLeader} />
      <Printed id={id} />
    </li>
  );
};

function roleOf({ life }: NodeView, state: NodeState | undefined, isLeader: boolean) {
  if (life === 'stopped') return { kind: 'stopped', sign: '✕', words: 'stopped' };
  if (life === 'paused') return { kind: 'paused', sign: '❚❚', words: 'paused' };
  if (!state) return { kind: 'silent', sign: '…', words: 'starting' };
  if (isLeader) return { kind: 'leader', sign: '★', words: 'leader' };
  if (state.role === 'leader') return { kind: 'former', sign: '☆', words: 'leads an old term' };
  if (state.role === 'candidate') return { kind: 'candidate', sign: '✋', words: 'candidate' };
  return { kind: 'follower', sign: '●', words: String(state.role) };
}

/** As long as the longest log of all, so that one that lags can be seen to lag. */
const Log = ({ id, state }: { id: string; state: NodeState | undefined }) => {
  const last = Number(state?.lastIndex ?? 0);
  const committed = Number(state?.commitIndex ?? 0);
  const longest = Math.max(1, ...Object.values(states.value).map((each) => Number(each.lastIndex ?? 0)));
  if (!state) return <p class="quiet">Its log is on its disk, and nobody can ask it.</p>;
  const share = (index: number) => `${(100 * index) / longest}%`;
  return (
    <div class="log">
      <div class="log-words">
        <span>Log</span>
        <span>
          {committed} of {last} committed
        </span>
      </div>
      <div class="log-bar" role="img" aria-label={`The log of ${id}: ${committed} of ${last} entries committed`}>
        <div class="log-last" style={{ width: share(last) }} />
        <div class="log-committed" style={{ width: share(committed) }} />
      </div>
      <LastEntries id={id} state={state} />
    </div>
  );
};

/** The end of its log, one by one. How far an entry has come is told by its edge and its foot, and in words. */
const LastEntries = ({ id, state }: { id: string; state: NodeState }) => {
  const { lastTerms, lastIndex, commitIndex, lastApplied } = state;
  if (!Array.isArray(lastTerms) || lastTerms.length === 0) return null;
  const first = Number(lastIndex) - lastTerms.length + 1;
  const how = (index: number): 'applied' | 'committed' | 'appended' =>
    index <= Number(lastApplied) ? 'applied' : index <= Number(commitIndex) ? 'committed' : 'appended';
  return (
    <ol class="last-entries" aria-label={`The last entries of ${id}`}>
      {lastTerms.map((term: number, i) => (
        <li key={first + i} class={`log-entry ${how(first + i)} term-${termColour(term)}`} title={how(first + i)}>
          <span class="log-entry-index">{first + i}</span>
          <span class="log-entry-term">T{term}</span>
          <span class="visually-hidden">, {how(first + i)}</span>
        </li>
      ))}
    </ol>
  );
};

const Hands = ({ id, life, isLeader }: { id: string; life: NodeView['life']; isLeader: boolean }) => (
  <div class="row hands">
    {life !== 'stopped' && (
      <button type="button" class="small danger" onClick={() => kill(id, isLeader)}>
        Kill<span class="visually-hidden"> {id}</span>
      </button>
    )}
    {life === 'stopped' && <Do verb="start" words="Start" id={id} />}
    {life === 'running' && <Do verb="pause" words="Pause" id={id} />}
    {life === 'paused' && <Do verb="resume" words="Resume" id={id} />}
    {cluster.value?.cuttable && (cluster.value.nodes.length ?? 0) > 1 && (
      <button
        type="button"
        class="small"
        aria-pressed={isCutOff(id)}
        onClick={() => tell(isCutOff(id) ? { kind: 'heal' } : { kind: 'partition', groups: [[id]] })}
      >
        {isCutOff(id) ? 'Heal' : 'Cut off'}
        <span class="visually-hidden"> {id}</span>
      </button>
    )}
  </div>
);

const Do = ({ verb, words, id }: { verb: 'start' | 'pause' | 'resume'; words: string; id: string }) => (
  <button type="button" class="small" onClick={() => tell({ kind: verb, node: id })}>
    {words}
    <span class="visually-hidden"> {id}</span>
  </button>
);

const isCutOff = (id: string): boolean =>
  cluster.value?.groups.some((group) => group.length === 1 && group[0] === id) ?? false;

function kill(id: string, isLeader: boolean): void {
  confirmed({
    title: `Kill ${id}?`,
    text: `${isLeader ? 'It leads. ' : ''}It ends at once, as in a power cut: what it has not saved is gone.`,
    verb: `Kill ${id}`,
    act: () => void tell({ kind: 'kill', node: id }),
  });
}

/** What the node has printed, asked for when it is opened. */
const Printed = ({ id }: { id: string }) => {
  const text = useSignal<string | undefined>(undefined);
  const load = async (open: boolean) => {
    if (!open) return;
    const told = await fetch(`/api/cluster/log/${id}`).catch(() => undefined);
    text.value = told?.ok ? await told.text() : 'It can not be read now.';
  };
  return (
    <details class="printed" onToggle={(event) => load(event.currentTarget.open)}>
      <summary>
        What it prints<span class="visually-hidden"> ({id})</span>
      </summary>
      <Scroller class="scroll" label={`What ${id} has printed`}>
        <pre>{text.value ?? '…'}</pre>
      </Scroller>
    </details>
  );
};
