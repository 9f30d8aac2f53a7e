/** Cluster: the real one, with a hand on every node. */
import { useEffect } from 'preact/hooks';
import { Scroller } from '../../scroller.tsx';
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
  return (
    <div class="cluster-page">
      {!isThere.value && (
        <p class="notice bad" role="alert">
          The workbench does not answer. Start it again in the terminal, and this page goes on.
        </p>
      )}
      {answer.value && !answer.value.ok && (
        <p class="notice bad" role="alert">
          {answer.value.message}
        </p>
      )}
      {now === undefined ? <p class="quiet">Looking for a cluster …</p> : now === null ? <StartForm /> : <Running />}
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
  const { nodes, runtime, lineup, ours, loaded, hasClients } = now;
  const leaders = nodes.filter(({ id, life }) => life === 'running' && states.value[id]?.role === 'leader');
  const newest = Math.max(0, ...leaders.map(({ id }) => Number(states.value[id]?.term)));
  const leader = leaders.find(({ id }) => states.value[id]?.term === newest);
  return (
    <>
      <header class="page-head">
        <div>
          <h1>{leader ? `${leader.id} leads term ${newest}` : 'Nobody leads'}</h1>
          <p class="quiet">
            {nodes.length === 1 ? 'One node' : `${nodes.length} nodes`},{' '}
            {runtime === 'docker' ? 'each a container' : 'each a process'}.{' '}
            {ours ? 'It ends with the workbench.' : 'It was started in the terminal.'}
          </p>
        </div>
        <div class="row">
          {hasClients && (
            <button type="button" aria-pressed={loaded} onClick={() => tell({ kind: 'load', on: !loaded })}>
              {loaded ? 'Rest the clients' : 'Start clients'}
            </button>
          )}
          <button type="button" class="danger" disabled={busy.value === 'down'} onClick={endIt}>
            {busy.value === 'down' ? 'Ending …' : 'End the cluster'}
          </button>
        </div>
      </header>
      <ul class="members" aria-label="Nodes">
        {nodes.map((node) => (
          <NodeCard key={node.id} node={node} state={states.value[node.id]} isLeader={node === leader} />
        ))}
      </ul>
      <p class="quiet log-legend">
        {(['appended', 'committed', 'applied'] as const).map((how) => (
          <span key={how}>
            <i class={`log-entry ${how} term-0`} aria-hidden="true" />
            {how}
          </span>
        ))}
        <span>T and the colour: the entry’s term</span>
      </p>
      <div class="cluster-middle">
        <Charts />
        <Network />
      </div>
      <details class="card">
        <summary>Whose code it runs</summary>
        <Scroller class="scroll" label="The lineup">
          <pre>{lineup.join('\n')}</pre>
        </Scroller>
      </details>
    </>
  );
};

const endIt = () =>
  confirmed({
    title: 'End the cluster?',
    text: 'All its nodes are ended, and what they had saved is gone.',
    verb: 'End it',
    act: () => void tell({ kind: 'down' }),
  });

const Happenings = () => (
  <section class="card happenings" aria-label="What happened">
    <h2>What happened</h2>
    {lines.value.length === 0 ? (
      <p class="quiet">Elections, kills and cuts are told here, newest first.</p>
    ) : (
      <Scroller class="scroll" label="Newest first">
        <ol reversed>
          {lines.value.toReversed().map((text, i) => (
            <li key={`${lines.value.length - i} ${text}`}>{text}</li>
          ))}
        </ol>
      </Scroller>
    )}
  </section>
);
