/** One node: who it is now, how long its log is and how much of it is committed, and what can be done to it. */
import { useSignal } from '@preact/signals';
import type { NodeState, NodeView } from '../../../server/wire.ts';
import { Scroller } from '../../scroller.tsx';
import { termColour } from '../../term-colour.ts';
import { words } from '../../words/words.ts';
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
  const w = words.value.cluster;
  return (
    <li class={`member is-${role.kind}`}>
      <div class="member-head">
        <h2>{id}</h2>
        <span class={`badge is-${role.kind}`}>
          <span aria-hidden="true">{role.sign}</span> {role.text}
        </span>
      </div>
      <dl class="member-facts">
        <div>
          <dt>{w.term}</dt>
          <dd>{state?.term ?? '–'}</dd>
        </div>
        <div>
          <dt>{w.follows}</dt>
          <dd>{state?.role === 'follower' ? (state.leader ?? w.nobody) : '–'}</dd>
        </div>
      </dl>
      <Log id={id} state={state} />
      <Hands id={id} life={life} isLeader={isLeader} />
      <Printed id={id} />
    </li>
  );
};

function roleOf({ life }: NodeView, state: NodeState | undefined, isLeader: boolean) {
  const w = words.value.cluster;
  if (life === 'stopped') return { kind: 'stopped', sign: '✕', text: w.stopped };
  if (life === 'paused') return { kind: 'paused', sign: '❚❚', text: w.paused };
  if (!state) return { kind: 'silent', sign: '…', text: w.starting };
  if (isLeader) return { kind: 'leader', sign: '★', text: w.leader };
  if (state.role === 'leader') return { kind: 'former', sign: '☆', text: w.former };
  if (state.role === 'candidate') return { kind: 'candidate', sign: '✋', text: w.candidate };
  return { kind: 'follower', sign: '●', text: w.follower };
}

/** As long as the longest log of all, so that one that lags can be seen to lag. */
const Log = ({ id, state }: { id: string; state: NodeState | undefined }) => {
  const last = Number(state?.lastIndex ?? 0);
  const committed = Number(state?.commitIndex ?? 0);
  const longest = Math.max(1, ...Object.values(states.value).map((each) => Number(each.lastIndex ?? 0)));
  const w = words.value.cluster;
  if (!state) return <p class="quiet">{w.nobodyAsks}</p>;
  const share = (index: number) => `${(100 * index) / longest}%`;
  return (
    <div class="log">
      <div class="log-words">
        <span>{w.log}</span>
        <span>{w.ofCommitted(committed, last)}</span>
      </div>
      <div class="log-bar" role="img" aria-label={w.logOf(id, committed, last)}>
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
  const w = words.value.cluster;
  const how = (index: number): 'applied' | 'committed' | 'appended' =>
    index <= Number(lastApplied) ? 'applied' : index <= Number(commitIndex) ? 'committed' : 'appended';
  return (
    <ol class="last-entries" aria-label={w.lastEntries(id)}>
      {lastTerms.map((term: number, i) => (
        <li key={first + i} class={`log-entry ${how(first + i)} term-${termColour(term)}`} title={w[how(first + i)]}>
          <span class="log-entry-index">{first + i}</span>
          <span class="log-entry-term">T{term}</span>
          <span class="visually-hidden">, {w[how(first + i)]}</span>
        </li>
      ))}
    </ol>
  );
};

const Hands = ({ id, life, isLeader }: { id: string; life: NodeView['life']; isLeader: boolean }) => (
  <div class="row hands">
    {life !== 'stopped' && (
      <button type="button" class="small danger" onClick={() => kill(id, isLeader)}>
        {words.value.cluster.kill}
        <span class="visually-hidden"> {id}</span>
      </button>
    )}
    {life === 'stopped' && <Do verb="start" id={id} />}
    {life === 'running' && <Do verb="pause" id={id} />}
    {life === 'paused' && <Do verb="resume" id={id} />}
    {cluster.value?.cuttable && (cluster.value.nodes.length ?? 0) > 1 && (
      <button
        type="button"
        class="small"
        aria-pressed={isCutOff(id)}
        onClick={() => tell(isCutOff(id) ? { kind: 'heal' } : { kind: 'partition', groups: [[id]] })}
      >
        {isCutOff(id) ? words.value.cluster.heal : words.value.cluster.cutOff}
        <span class="visually-hidden"> {id}</span>
      </button>
    )}
  </div>
);

const Do = ({ verb, id }: { verb: 'start' | 'pause' | 'resume'; id: string }) => (
  <button type="button" class="small" onClick={() => tell({ kind: verb, node: id })}>
    {words.value.cluster[verb]}
    <span class="visually-hidden"> {id}</span>
  </button>
);

const isCutOff = (id: string): boolean =>
  cluster.value?.groups.some((group) => group.length === 1 && group[0] === id) ?? false;

function kill(id: string, isLeader: boolean): void {
  const w = words.peek().cluster;
  confirmed({
    title: w.killTitle(id),
    text: w.killText(isLeader),
    verb: w.killVerb(id),
    act: () => void tell({ kind: 'kill', node: id }),
  });
}

/** What the node has printed, asked for when it is opened. */
const Printed = ({ id }: { id: string }) => {
  const text = useSignal<string | undefined>(undefined);
  const load = async (open: boolean) => {
    if (!open) return;
    const told = await fetch(`/api/cluster/log/${id}`).catch(() => undefined);
    text.value = told?.ok ? await told.text() : words.peek().cluster.notReadable;
  };
  return (
    <details class="printed" onToggle={(event) => load(event.currentTarget.open)}>
      <summary>
        {words.value.cluster.prints}
        <span class="visually-hidden"> ({id})</span>
      </summary>
      <Scroller class="scroll" label={words.value.cluster.printed(id)}>
        <pre>{text.value ?? '…'}</pre>
      </Scroller>
    </details>
  );
};
