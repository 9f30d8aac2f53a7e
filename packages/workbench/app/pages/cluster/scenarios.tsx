/** The five stories that are played on a cluster of their own, and their verdicts. */
import { useSignal } from '@preact/signals';
import { Scroller } from '../../scroller.tsx';
import { words } from '../../words/words.ts';
import { busy, docker, playing, scenarios, story, tell, verdict } from './state.ts';
import { Choice, type Lineup, lineups, type Runtime, runtimesOf } from './wishes.tsx';

export const Scenarios = () => {
  const runtime = useSignal<Runtime>('process');
  const lineup = useSignal<Lineup>('mine');
  const w = words.value.cluster;
  const play = (name: string) =>
    tell({ kind: 'scenario', name, nodes: 5, runtime: runtime.value, lineup: lineup.value });
  return (
    <section class="card scenarios" aria-label={w.scenarios}>
      <h2>{w.scenarios}</h2>
      <p class="quiet">{w.onFive}</p>
      <div class="choices">
        <Choice legend={w.eachIs} name="scenario-runtime" options={runtimesOf(docker.value)} chosen={runtime} />
        <Choice legend={w.itRuns} name="scenario-lineup" options={lineups()} chosen={lineup} />
      </div>
      <ul class="scenario-list">
        {scenarios.value.map(({ name, summary }) => (
          <li key={name}>
            <button
              type="button"
              disabled={playing.value !== undefined || busy.value === 'scenario'}
              onClick={() => play(name)}
            >
              {name}
            </button>
            <span class="quiet">{summary}</span>
            <Sign name={name} />
          </li>
        ))}
      </ul>
      {playing.value && (
        <p class="status-line">
          <span class="spinner" aria-hidden="true" /> {w.isPlayed(playing.value)}{' '}
          <button type="button" class="small" onClick={() => tell({ kind: 'stop-scenario' })}>
            {w.stopIt}
          </button>
        </p>
      )}
      {story.value.length > 0 && (
        <Scroller class="scroll told" label={w.story}>
          <ol>
            {story.value.map(({ text, at }) => (
              <li key={`${at} ${text}`}>
                <span class="time">{(at / 1000).toFixed(2)} s</span> {text}
              </li>
            ))}
          </ol>
        </Scroller>
      )}
      {verdict.value && (
        <p class={verdict.value.passed ? 'notice good' : 'notice bad'}>
          <strong>
            {verdict.value.passed ? '✔' : '✘'} {w.verdict(verdict.value.scenario, verdict.value.passed)}
          </strong>{' '}
          {verdict.value.verdict}
        </p>
      )}
    </section>
  );
};

const Sign = ({ name }: { name: string }) => {
  if (verdict.value?.scenario !== name) return null;
  return (
    <span class={verdict.value.passed ? 'badge is-leader' : 'badge is-stopped'}>
      {verdict.value.passed ? `✔ ${words.value.cluster.holds}` : `✘ ${words.value.cluster.fellShort}`}
    </span>
  );
};
