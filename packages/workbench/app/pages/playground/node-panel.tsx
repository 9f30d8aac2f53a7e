/** The chosen node: what it knows, what the last event changed in it, and what can be done to it. */
import { signal } from '@preact/signals';
import { type NodeView, stageNames } from '../../../run/index.ts';
import { Scroller } from '../../scroller.tsx';
import { termColour } from '../../term-colour.ts';
import { words } from '../../words/words.ts';
import { act, canAct, openState, scene, selected, setup, stateOpen, story, told } from './model.ts';
import { lineOf, valueText } from './words.ts';

export const NodePanel = () => {
  const node = scene.value?.view.nodes.find(({ address }) => address === selected.value);
  if (!node) return null;
  const w = words.value.playground;
  return (
    <section class="card node-panel" aria-label={w.node(node.address)}>
      <header>
        <h2>
          {node.address} <span class={`chip term-${termColour(node.term)}`}>{w.term(node.term)}</span>
        </h2>
        <span class="quiet">{story.value ? '' : whoRuns(node)}</span>
      </header>
      {story.value ? null : <Deeds node={node} />}
      {node.role === 'played' ? <Played /> : <Facts node={node} />}
      <Changes node={node} />
      <State />
    </section>
  );
};

function whoRuns({ address }: NodeView): string {
  const lineup = setup.value.lineups[Number(address.slice(1)) - 1];
  if (!lineup) return '';
  const all = stageNames.map((stage) => lineup[stage]).filter((who) => who !== 'absent');
  const { playground: w, shell } = words.value;
  const named = all.map((who) => (who.startsWith('mutant') ? w.mystery : who === 'mine' ? shell.mine : w.whoReference));
  return w.runs([...new Set(named)]);
}

const Deeds = ({ node }: { node: NodeView }) => {
  const { address, condition } = node;
  const off = !canAct.value;
  const w = words.value.playground;
  const isDown = condition === 'down';
  const isPaused = condition === 'paused';
  return (
    <div class="deeds">
      <div class="buttons">
        <button
          type="button"
          disabled={off}
          class={isDown ? '' : 'danger'}
          onClick={() => void act({ kind: isDown ? 'restart' : 'crash', node: address })}
        >
          {isDown ? w.restart : w.crash} <kbd>K</kbd>
        </button>
        <button
          type="button"
          disabled={off || isDown}
          onClick={() => void act({ kind: isPaused ? 'resume' : 'pause', node: address })}
        >
          {isPaused ? w.resumeNode : w.pauseNode} <kbd>P</kbd>
        </button>
        <button
          type="button"
          disabled={off || isDown}
          onClick={() => void act({ kind: 'fire', node: address, timer: 'election' })}
        >
          {w.fire} <kbd>E</kbd>
        </button>
      </div>
      <Links node={node} />
      <Ask node={node} />
    </div>
  );
};

/** A link both ways, or one way. */
const Links = ({ node }: { node: NodeView }) => {
  const now = scene.value;
  const peers = now?.view.nodes.filter(({ address }) => address !== node.address) ?? [];
  if (!now || peers.length === 0) return null;
  const w = words.value.playground;
  const isCut = (from: string, to: string): boolean => now.view.cuts.some((cut) => cut.from === from && cut.to === to);
  const toggle = async (pairs: [string, string][], cut: boolean): Promise<void> => {
    for (const [from, to] of pairs) if (isCut(from, to) !== cut) await act({ kind: cut ? 'cut' : 'join', from, to });
  };
  return (
    <fieldset class="links" aria-label={w.linksOf(node.address)}>
      <span class="links-title">{w.links}</span>
      {peers.map(({ address: peer }) => {
        const me = node.address;
        const [out, into] = [isCut(me, peer), isCut(peer, me)];
        return (
          <span key={peer} class="link">
            <LinkButton from={peer} to={me} sign="←" cut={into} onClick={() => void toggle([[peer, me]], !into)} />
            <button
              type="button"
              class="link-both"
              disabled={!canAct.value}
              aria-label={out && into ? w.joinBoth(me, peer) : w.cutBoth(me, peer)}
              aria-pressed={out && into}
              onClick={() =>
                void toggle(
                  [
                    [me, peer],
                    [peer, me],
                  ],
                  !(out && into),
                )
              }
            >
              {peer}
            </button>
            <LinkButton from={me} to={peer} sign="→" cut={out} onClick={() => void toggle([[me, peer]], !out)} />
          </span>
        );
      })}
    </fieldset>
  );
};

const LinkButton = (props: { from: string; to: string; sign: string; cut: boolean; onClick: () => void }) => {
  const { from, to, sign, cut, onClick } = props;
  const name = words.value.playground[cut ? 'join' : 'cut'](from, to);
  return (
    <button
      type="button"
      class={cut ? 'link-way cut' : 'link-way'}
      disabled={!canAct.value}
      aria-label={name}
      aria-pressed={cut}
      title={name}
      onClick={onClick}
    >
      {cut ? '✕' : sign}
    </button>
  );
};

const asked = signal({ key: 'x', value: '1' });

const Ask = ({ node }: { node: NodeView }) => (
  <form
    class="ask"
    onSubmit={(event) => {
      event.preventDefault();
      const { key, value } = asked.value;
      void act({ kind: 'ask', node: node.address, ask: { kind: 'put', key, value, flags: 0 } });
      if (/^\d+$/.test(value)) asked.value = { key, value: String(Number(value) + 1) };
    }}
  >
    <span class="ask-title">{words.value.playground.clientOf}</span>
    <input
      aria-label={words.value.playground.key}
      value={asked.value.key}
      maxLength={12}
      onInput={(event) => set({ key: event.currentTarget.value })}
    />
    <span aria-hidden="true">=</span>
    <input
      aria-label={words.value.playground.value}
      value={asked.value.value}
      maxLength={12}
      onInput={(event) => set({ value: event.currentTarget.value })}
    />
    <button type="submit" disabled={!canAct.value}>
      {words.value.playground.ask(node.address)}
    </button>
  </form>
);

function set(changed: Partial<{ key: string; value: string }>): void {
  asked.value = { ...asked.value, ...changed };
}

const Played = () => <p class="quiet">{words.value.playground.onlyMessages}</p>;

const Facts = ({ node }: { node: NodeView }) => (
  <dl class="facts">
    <div>
      <dt>{words.value.playground.role}</dt>
      <dd>{stateWords(node)}</dd>
    </div>
    <div>
      <dt>votedFor</dt>
      <dd>{node.votedFor ?? '—'}</dd>
    </div>
    <div>
      <dt>{words.value.playground.leader}</dt>
      <dd>{node.leader ?? '—'}</dd>
    </div>
    <div>
      <dt>{words.value.playground.log}</dt>
      <dd>{node.log.length}</dd>
    </div>
    <div>
      <dt>commitIndex</dt>
      <dd>{node.commitIndex}</dd>
    </div>
    <div>
      <dt>lastApplied</dt>
      <dd>{node.lastApplied}</dd>
    </div>
  </dl>
);

/** What it is, and whether it stands still. */
function stateWords({ role, condition }: NodeView): string {
  const { roles, rolePaused } = words.value.playground;
  return condition === 'paused' ? rolePaused(roles[role]) : roles[role];
}

const Changes = ({ node }: { node: NodeView }) => {
  const last = told.value.findLast((event) => event.node === node.address);
  if (!last) return null;
  const w = words.value.playground;
  const isNow = last.index === scene.value?.index;
  return (
    <div class="changes">
      <h3>
        {isNow ? w.changedNow : w.changedBy(last.index)} <span class="quiet mono">{lineOf(last)}</span>
      </h3>
      {last.changes.length === 0 ? (
        <p class="quiet">{w.nothingChanged}</p>
      ) : (
        <table>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{w.where}</th>
              <th scope="col">{w.before}</th>
              <th scope="col">{w.after}</th>
            </tr>
          </thead>
          <tbody>
            {last.changes.slice(0, 12).map(({ path, before, after }) => (
              <tr key={path}>
                <th scope="row">{path}</th>
                <td>
                  <del>{valueText(before)}</del>
                </td>
                <td>
                  <ins>{valueText(after)}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};

const State = () => {
  const known = scene.value?.selected;
  const w = words.value.playground;
  return (
    <details class="state" open={stateOpen.value} onToggle={(event) => void openState(event.currentTarget.open)}>
      <summary>{w.wholeState}</summary>
      {stateOpen.value ? (
        <Scroller class="state-text" label={w.stateAsJson}>
          <pre>{known ? JSON.stringify(known.state, null, 2) : w.onlyDisk}</pre>
        </Scroller>
      ) : null}
    </details>
  );
};
