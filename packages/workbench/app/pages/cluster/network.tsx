/** The network between the nodes: which side each is on, and the cut between the sides. */
import { useSignal } from '@preact/signals';
import { words } from '../../words/words.ts';
import { cluster, tell } from './state.ts';

export const Network = () => {
  const other = useSignal<readonly string[]>([]);
  const now = cluster.value;
  if (!now || now.nodes.length < 2) return null;
  const ids = now.nodes.map(({ id }) => id);
  const chosen = other.value.filter((id) => ids.includes(id));
  const w = words.value.cluster;
  const isCut = now.groups.length > 0;
  const toggle = (id: string) => {
    other.value = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
  };
  return (
    <section class="card network" aria-label={w.network}>
      <h2>{w.network}</h2>
      <p class={isCut ? 'cut-words' : 'quiet'}>{isCut ? w.cut(sides(now.groups, ids)) : w.whole}</p>
      {now.cuttable ? (
        <>
          <fieldset class="chips">
            <legend>{w.otherSide}</legend>
            {ids.map((id) => (
              <label key={id} class="on-side">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                <span>{id}</span>
              </label>
            ))}
          </fieldset>
          <div class="row">
            <button
              type="button"
              disabled={chosen.length === 0 || chosen.length === ids.length}
              onClick={() => tell({ kind: 'partition', groups: [[...chosen]] })}
            >
              {w.cutIt}
            </button>
            <button type="button" disabled={!isCut} onClick={() => tell({ kind: 'heal' })}>
              {w.healIt}
            </button>
          </div>
        </>
      ) : (
        <p class="quiet">{w.notCuttable}</p>
      )}
    </section>
  );
};

function sides(groups: readonly (readonly string[])[], ids: readonly string[]): string {
  const rest = ids.filter((id) => !groups.flat().includes(id));
  return [...groups, rest]
    .filter((side) => side.length > 0)
    .map((side) => side.join(', '))
    .join(' | ');
}
