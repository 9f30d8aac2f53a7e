/** How the run begins: how many nodes, through which stage, whose code, which network, which seed. */
import { signal } from '@preact/signals';
import {
  evenLineup,
  type Lineup,
  mostNodes,
  type NetworkName,
  networks,
  type Setup,
  type StageName,
  stageNames,
  type Who,
} from '../../../run/index.ts';
import { words } from '../../words/words.ts';
import { exportOpen } from './export-menu.tsx';
import { helpOpen } from './help.tsx';
import { begin, mysteries, setup, stageOfCode } from './model.ts';

const lineupOpen = signal(false);
/** Where there is little room, most of it is folded away. */
const unfolded = signal(false);

export const SetupBar = () => {
  const { lineups, seed, network } = setup.value;
  const stage = stageOfCode(setup.value);
  const w = words.value.beside;
  return (
    <section class="card setup" aria-label={w.howItBegins}>
      <div class={unfolded.value ? 'setup-row unfolded' : 'setup-row'}>
        <fieldset class="field stepper" aria-label={w.count}>
          <span class="field-name">{w.nodes}</span>
          <button
            type="button"
            aria-label={w.less}
            disabled={lineups.length === 1}
            onClick={() => void begin(withNodes(lineups.length - 1))}
          >
            −
          </button>
          <output aria-live="off">{lineups.length}</output>
          <button
            type="button"
            aria-label={w.more}
            disabled={lineups.length === mostNodes}
            onClick={() => void begin(withNodes(lineups.length + 1))}
          >
            +
          </button>
        </fieldset>
        <button
          type="button"
          class="fold"
          aria-expanded={unfolded.value}
          onClick={() => {
            unfolded.value = !unfolded.value;
          }}
        >
          {w.setUp}
        </button>
        <label class="field">
          <span class="field-name">{w.upTo}</span>
          <select value={stage} onChange={(event) => void begin(upTo(event.currentTarget.value as StageName))}>
            {stageNames.map((name) => (
              <option key={name} value={name}>
                {w.stages[name]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span class="field-name">{w.code}</span>
          <select value={whoOfAll(lineups)} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="reference">{w.reference}</option>
            <option value="mine">{w.yours}</option>
            <option value="mixed">{w.nodeByNode}</option>
          </select>
        </label>
        <label class="field">
          <span class="field-name">{w.network}</span>
          <select
            value={network}
            onChange={(event) => void begin({ ...setup.value, network: event.currentTarget.value as NetworkName })}
          >
            {(Object.keys(networks) as NetworkName[]).map((name) => (
              <option key={name} value={name}>
                {w.networks[name]}
              </option>
            ))}
          </select>
        </label>
        <label class="field seed">
          <span class="field-name">{w.seed}</span>
          <input
            type="number"
            step={1}
            value={seed}
            onChange={(event) =>
              void begin({ ...setup.value, seed: Math.trunc(Number(event.currentTarget.value)) || 0 })
            }
          />
        </label>
        <button
          type="button"
          class="roll"
          title={w.anotherSeed}
          onClick={() => void begin({ ...setup.value, seed: 1 + Math.floor(Math.random() * 9999) })}
        >
          {w.roll}
        </button>
        <span class="spring" />
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => {
            exportOpen.value = true;
          }}
        >
          {w.share}
        </button>
        <button
          type="button"
          class="help-button"
          aria-haspopup="dialog"
          aria-label={w.helpTitle}
          title={w.helpKey}
          onClick={() => {
            helpOpen.value = true;
          }}
        >
          ?
        </button>
      </div>
      {lineupOpen.value ? <LineupTable /> : null}
    </section>
  );
};

function choose(who: string): void {
  lineupOpen.value = who === 'mixed';
  if (who === 'mine' || who === 'reference') void begin(all(who));
}

/** Everybody by the same hand, `mixed` if not. */
function whoOfAll(lineups: readonly Lineup[]): 'mine' | 'reference' | 'mixed' {
  const all = new Set(lineups.flatMap((lineup) => stageNames.map((stage) => lineup[stage])));
  all.delete('absent');
  const [only] = all;
  return !lineupOpen.value && all.size === 1 && (only === 'mine' || only === 'reference') ? only : 'mixed';
}

function all(who: 'mine' | 'reference'): Setup {
  const lineup = evenLineup(stageOfCode(setup.value), who);
  return { ...setup.value, lineups: setup.value.lineups.map(() => lineup) };
}

function withNodes(count: number): Setup {
  const { lineups } = setup.value;
  const last = lineups.at(-1) ?? evenLineup('election', 'reference');
  return { ...setup.value, lineups: Array.from({ length: count }, (_, place) => lineups[place] ?? last) };
}

/** Stages that were not there come by the hand of the one before them. */
function upTo(stage: StageName): Setup {
  const lineups = setup.value.lineups.map((lineup) => {
    const even = evenLineup(stage, lineup.election);
    return Object.fromEntries(
      stageNames.map((name) => [
        name,
        even[name] === 'absent' || lineup[name] === 'absent' ? even[name] : lineup[name],
      ]),
    ) as unknown as Lineup;
  });
  return { ...setup.value, lineups };
}

/** A mutant is not named: which rule it breaks is for the eye to find. */
const LineupTable = () => {
  const w = words.value.beside;
  const stages = stageNames.slice(0, stageNames.indexOf(stageOfCode(setup.value)) + 1);
  return (
    <div class="lineup">
      <p class="quiet">{w.whoseCode}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.node}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col">
                {w.stages[stage]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {setup.value.lineups.map((lineup, place) => (
            <tr key={place}>
              <th scope="row">n{place + 1}</th>
              {stages.map((stage) => (
                <td key={stage}>
                  <Choice lineup={lineup} stage={stage} place={place} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        onClick={() => {
          lineupOpen.value = false;
        }}
      >
        {w.close}
      </button>
    </div>
  );
};

const Choice = ({ lineup, stage, place }: { lineup: Lineup; stage: StageName; place: number }) => (
  <select
    aria-label={words.value.beside.stageOn(words.value.beside.stages[stage], `n${place + 1}`)}
    value={lineup[stage]}
    onChange={(event) => {
      const who = event.currentTarget.value as Who;
      const lineups = setup.value.lineups.map((each, i) => (i === place ? { ...each, [stage]: who } : each));
      void begin({ ...setup.value, lineups });
    }}
  >
    <option value="mine">{words.value.beside.yours}</option>
    <option value="reference">{words.value.beside.reference}</option>
    {Array.from({ length: mysteries(stage) }, (_, i) => (
      <option key={i} value={`mutant-${i + 1}`}>
        {words.value.beside.mystery(i + 1)}
      </option>
    ))}
  </select>
);
