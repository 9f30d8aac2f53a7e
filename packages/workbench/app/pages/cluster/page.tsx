/** Cluster: the real one, with a hand on every node. */
import { useEffect } from 'preact/hooks';
import { Scroller } from '../../scroller.tsx';
import { words } from '../../words/words.ts';
import { ConfirmDialog, confirmed } from '../parts/confirm.tsx';
import '../parts/parts.css';
import { Charts } from './charts.tsx';
import './choices.css';
import './cluster.css';
import './members.css';
import { Network } from './network.tsx';
import { NodeCard } from './node-card.tsx';
import { Scenarios } from './scenarios.tsx';
import { StartForm } from './start-form.tsx';
import { answer, busy, cluster, isThere, lines, states, tell, watchCluster } from './state.ts';

export const Cluster = () => {
  useEffect(watchCluster, []);
  const now = cluster.value;
  const w = words.value;
  return (
    <div class="cluster-page">
      {!isThere.value && (
        <p class="notice bad" role="alert">
          {w.shell.gone}
        </p>
      )}
      {answer.value && !answer.value.ok && (
        <p class="notice bad" role="alert">
          {answer.value.message}
        </p>
      )}
      {now === undefined ? <p class="quiet">{w.cluster.looking}</p> : now === null ? <StartForm /> : <Running />}
      <div class="cluster-below">
        <Scenarios />
        <Happenings />
      </div>
      <ConfirmDialog />
    </div>
  );
};

const Running = () => {
  const now = cluster.value;
  if (!now) return null;
  const w = words.value.cluster;
  const { nodes, runtime, lineup, ours, loaded, hasClients } = now;
  const leaders = nodes.filter(({ id, life }) => life === 'running' && states.value[id]?.role === 'leader');
  const newest = Math.max(0, ...leaders.map(({ id }) => Number(states.value[id]?.term)));
  const leader = leaders.find(({ id }) => states.value[id]?.term === newest);
  return (
    <>
      <header class="page-head">
        <div>
          <h1>{leader ? w.leads(leader.id, newest) : w.nobodyLeads}</h1>
          <p class="quiet">{w.about(nodes.length, runtime, ours)}</p>
        </div>
        <div class="row">
          {hasClients && (
            <button type="button" aria-pressed={loaded} onClick={() => tell({ kind: 'load', on: !loaded })}>
              {loaded ? w.rest : w.load}
            </button>
          )}
          <button type="button" class="danger" disabled={busy.value === 'down'} onClick={endIt}>
            {busy.value === 'down' ? w.ending : w.end}
          </button>
        </div>
      </header>
      <ul class="members" aria-label={w.nodes}>
        {nodes.map((node) => (
          <NodeCard key={node.id} node={node} state={states.value[node.id]} isLeader={node === leader} />
        ))}
      </ul>
      <p class="quiet log-legend">
        {(['appended', 'committed', 'applied'] as const).map((how) => (
          <span key={how}>
            <i class={`log-entry ${how} term-0`} aria-hidden="true" />
            {w[how]}
          </span>
        ))}
        <span>{w.termSign}</span>
      </p>
      <div class="cluster-middle">
        <Charts />
        <Network />
      </div>
      <details class="card">
        <summary>{w.whoseCode}</summary>
        <Scroller class="scroll" label={w.lineup}>
          <pre>{lineup.join('\n')}</pre>
        </Scroller>
      </details>
    </>
  );
};

const endIt = () =>
  confirmed({
    title: words.peek().cluster.endTitle,
    text: words.peek().cluster.endText,
    verb: words.peek().cluster.endVerb,
    act: () => void tell({ kind: 'down' }),
  });

const Happenings = () => (
  <section class="card happenings" aria-label={words.value.cluster.happened}>
    <h2>{words.value.cluster.happened}</h2>
    {lines.value.length === 0 ? (
      <p class="quiet">{words.value.cluster.nothingYet}</p>
    ) : (
      <Scroller class="scroll" label={words.value.cluster.newestFirst}>
        <ol reversed>
          {lines.value.toReversed().map((text, i) => (
            <li key={`${lines.value.length - i} ${text}`}>{text}</li>
          ))}
        </ol>
      </Scroller>
    )}
  </section>
);
