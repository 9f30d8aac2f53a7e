/** Starts a real cluster: of how many nodes, in what, and of whose code. */
import { useSignal } from '@preact/signals';
import { words } from '../../words/words.ts';
import { busy, docker, tell } from './state.ts';
import { Choice, type Lineup, lineups, type Runtime, runtimesOf } from './wishes.tsx';

const counts = [1, 3, 5, 7, 9] as const;

export const StartForm = () => {
  const nodes = useSignal<number>(3);
  const runtime = useSignal<Runtime>('process');
  const lineup = useSignal<Lineup>('mine');
  const w = words.value.cluster;
  const isBusy = busy.value === 'up';
  const start = (event: Event) => {
    event.preventDefault();
    void tell({ kind: 'up', nodes: nodes.value, runtime: runtime.value, lineup: lineup.value });
  };
  return (
    <form class="card start-form" onSubmit={start}>
      <h1>{w.startTitle}</h1>
      <p class="quiet">{w.startText}</p>
      <div class="choices">
        <Choice
          legend={w.nodes}
          name="nodes"
          options={counts.map((count) => ({ value: count, words: String(count) }))}
          chosen={nodes}
        />
        <Choice legend={w.eachIs} name="runtime" options={runtimesOf(docker.value)} chosen={runtime} />
        <Choice legend={w.itRuns} name="lineup" options={lineups()} chosen={lineup} />
      </div>
      <button type="submit" class="primary" disabled={isBusy}>
        {isBusy ? w.startingIt : w.startIt}
      </button>
      {isBusy && (
        <p class="status-line" role="status">
          <span class="spinner" aria-hidden="true" /> {w.electing}
        </p>
      )}
    </form>
  );
};
