/** Keys and signs, in one dialog that `?` opens. */
import { signal } from '@preact/signals';
import { Dialog } from './dialog.tsx';
import { Shape } from './shape.tsx';

export const helpOpen = signal(false);

const keys: [keys: string, does: string][] = [
  ['Space', 'play or pause'],
  ['→  ←', 'one event on, one event back'],
  ['N', 'on to what matters next'],
  ['Home  End', 'to the beginning, to the end of this branch'],
  ['+  −', 'faster, slower'],
  ['1 … 9', 'choose a node'],
  ['K', 'crash the chosen node, or restart it'],
  ['P', 'pause it, or let it go on'],
  ['E', 'let its election timer fire'],
  ['?', 'this page'],
];

const letters: [letter: string, means: string][] = [
  ['V v', 'RequestVote and its reply'],
  ['H', 'AppendEntries without entries: a heartbeat'],
  ['A a', 'AppendEntries and its reply'],
  ['C c', 'ConfirmLeader and its reply'],
  ['P p', 'PreVote and its reply'],
  ['Q R', 'a client’s request, and the answer'],
];

export const Help = () => (
  <Dialog open={helpOpen} title="Keys and signs">
    <div class="help">
      <h3>Keys</h3>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              {key.split('  ').map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">On the ring, arrow keys go from node to node. Elsewhere Tab goes on as usual.</p>
      <h3>Nodes</h3>
      <ul class="signs">
        {(['follower', 'candidate', 'leader', 'down'] as const).map((role) => (
          <li key={role}>
            <span class={`node sign ${role} up term-1`}>
              <Shape role={role} paused={false} />
            </span>
            {role}
          </li>
        ))}
      </ul>
      <p class="quiet">
        The arc around a node is what is left of its election timer. A colour is a term; its number stands beside it.
      </p>
      <h3>Messages</h3>
      <dl class="keys">
        {letters.map(([letter, means]) => (
          <div key={letter}>
            <dt>
              {letter.split(' ').map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        The number is the term. A hollow one is a reply, one with a stroke through it says no. A broken one is lost,
        runs into a cut, or finds its receiver down.
      </p>
    </div>
  </Dialog>
);
