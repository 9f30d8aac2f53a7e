/** Starts a real cluster: of how many nodes, in what, and of whose code. */
import { useSignal } from '@preact/signals';
import { busy, docker, tell } from './state.ts';
import { Choice, type Lineup, lineups, type Runtime, runtimesOf } from './wishes.tsx';

const counts = [1, 3, 5, 7, 9] as const;

export const StartForm = () => {
  const nodes = useSignal<number>(3);
  const runtime = useSignal<Runtime>('process');
  const lineup = useSignal<Lineup>('mine');
  const isBusy = busy.value === 'up';
  const start = (event: Event) => {
    event.preventDefault();
    void tell({ kind: 'up', nodes: nodes.value, runtime: runtime.value, lineup: lineup.value });
  };
  return (
    <form class="card start-form" onSubmit={start}>
      <h1>Start a real cluster</h1>
      <p class="quiet">
        Operating-system processes or containers that speak TCP and write to the disk, with your files in them as they
        are.
      </p>
      <div class="choices">
        <Choice
          legend="Nodes"
          name="nodes"
          options={counts.map((count) => ({ value: count, words: String(count) }))}
          chosen={nodes}
        />
        <Choice legend="Each node is" name="runtime" options={runtimesOf(docker.value)} chosen={runtime} />
        <Choice legend="It runs" name="lineup" options={lineups} chosen={lineup} />
      </div>
      <button type="submit" class="primary" disabled={isBusy}>
        {isBusy ? 'Starting …' : 'Start the cluster'}
      </button>
      {isBusy && (
        <p class="status-line" role="status">
          <span class="spinner" aria-hidden="true" /> The nodes start and elect a leader. A first image for Docker takes
          longer.
        </p>
      )}
    </form>
  );
};
