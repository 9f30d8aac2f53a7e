/** The chosen node: what it knows, what the last event changed in it, and what can be done to it. */
import { signal } from '@preact/signals';
import { type NodeView, stageNames } from '../../../run/index.ts';
import { Scroller } from '../../scroller.tsx';
import { termColour } from '../../term-colour.ts';
import { act, canAct, openState, scene, selected, setup, stateOpen, story, told } from './model.ts';
import { valueText } from './words.ts';

export const NodePanel = () => {
  const node = scene.value?.view.nodes.find(({ address }) => address === selected.value);
  if (!node) return null;
  return (
    <section class="card node-panel" aria-label={`Node ${node.address}`}>
      <header>
        <h2>
          {node.address} <span class={`chip term-${termColour(node.term)}`}>term {node.term}</span>
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
  const words = [
    ...new Set(all.map((who) => (who.startsWith('mutant') ? 'a mystery' : who === 'mine' ? 'your code' : who))),
  ];
  return `runs ${words.join(' and ')}`;
}

const Deeds = ({ node }: { node: NodeView }) => {
  const { address, condition } = node;
  const off = !canAct.value;
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
          {isDown ? 'Restart' : 'Crash'} <kbd>K</kbd>
        </button>
        <button
          type="button"
          disabled={off || isDown}
          onClick={() => void act({ kind: isPaused ? 'resume' : 'pause', node: address })}
        >
          {isPaused ? 'Resume' : 'Pause'} <kbd>P</kbd>
        </button>
        <button
          type="button"
          disabled={off || isDown}
          onClick={() => void act({ kind: 'fire', node: address, timer: 'election' })}
        >
          Fire timeout <kbd>E</kbd>
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
  const isCut = (from: string, to: string): boolean => now.view.cuts.some((cut) => cut.from === from && cut.to === to);
  const toggle = async (pairs: [string, string][], cut: boolean): Promise<void> => {
    for (const [from, to] of pairs) if (isCut(from, to) !== cut) await act({ kind: cut ? 'cut' : 'join', from, to });
  };
  return (
    <fieldset class="links" aria-label={`Links of ${node.address}`}>
      <span class="links-title">Links</span>
      {peers.map(({ address: peer }) => {
        const me = node.address;
        const [out, into] = [isCut(me, peer), isCut(peer, me)];
        return (
          <span key={peer} class="link">
            <LinkButton
              label={`${peer} to ${me}`}
              sign="←"
              cut={into}
              onClick={() => void toggle([[peer, me]], !into)}
            />
            <button
              type="button"
              class="link-both"
              disabled={!canAct.value}
              aria-label={out && into ? `Join ${me} and ${peer} again` : `Cut ${me} and ${peer} off from each other`}
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
            <LinkButton label={`${me} to ${peer}`} sign="→" cut={out} onClick={() => void toggle([[me, peer]], !out)} />
          </span>
        );
      })}
    </fieldset>
  );
};

const LinkButton = ({
  label,
  sign,
  cut,
  onClick,
}: {
  label: string;
  sign: string;
  cut: boolean;
  onClick: () => void;
}) => (
  <button
    type="button"
    class={cut ? 'link-way cut' : 'link-way'}
    disabled={!canAct.value}
    aria-label={`${cut ? 'Join' : 'Cut'} ${label}`}
    aria-pressed={cut}
    title={`${cut ? 'Join' : 'Cut'} ${label}`}
    onClick={onClick}
  >
    {cut ? '✕' : sign}
  </button>
);

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
    <span class="ask-title">Client</span>
    <input
      aria-label="Key"
      value={asked.value.key}
      maxLength={12}
      onInput={(event) => set({ key: event.currentTarget.value })}
    />
    <span aria-hidden="true">=</span>
    <input
      aria-label="Value"
      value={asked.value.value}
      maxLength={12}
      onInput={(event) => set({ value: event.currentTarget.value })}
    />
    <button type="submit" disabled={!canAct.value}>
      Ask {node.address}
    </button>
  </form>
);

function set(changed: Partial<{ key: string; value: string }>): void {
  asked.value = { ...asked.value, ...changed };
}

const Played = () => <p class="quiet">The story speaks for this node: only its messages are real.</p>;

const Facts = ({ node }: { node: NodeView }) => (
  <dl class="facts">
    <div>
      <dt>role</dt>
      <dd>{node.condition === 'paused' ? `${node.role}, paused` : node.role}</dd>
    </div>
    <div>
      <dt>votedFor</dt>
      <dd>{node.votedFor ?? '—'}</dd>
    </div>
    <div>
      <dt>leader</dt>
      <dd>{node.leader ?? '—'}</dd>
    </div>
    <div>
      <dt>log</dt>
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

const Changes = ({ node }: { node: NodeView }) => {
  const last = told.value.findLast((event) => event.node === node.address);
  if (!last) return null;
  const isNow = last.index === scene.value?.index;
  return (
    <div class="changes">
      <h3>
        {isNow ? 'Changed by this event' : `Changed by event ${last.index}`} <span class="quiet mono">{last.text}</span>
      </h3>
      {last.changes.length === 0 ? (
        <p class="quiet">Nothing in its state.</p>
      ) : (
        <table>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
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
  return (
    <details class="state" open={stateOpen.value} onToggle={(event) => void openState(event.currentTarget.open)}>
      <summary>Its whole state</summary>
      {stateOpen.value ? (
        <Scroller class="state-text" label="State as JSON">
          <pre>{known ? JSON.stringify(known.state, null, 2) : 'It is down: only its disk is left.'}</pre>
        </Scroller>
      ) : null}
    </details>
  );
};
